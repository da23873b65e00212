# shellcheck shell=bash
# Finds a JDK that is new enough. Part of ./jacobean.

# jdk_version HOME: sets VERSION to its full version and MAJOR to its first number; false if HOME
# holds no JDK. Reads the release file, because starting a JVM takes longer than all the rest here.
jdk_version() {
  VERSION='' MAJOR=0
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    local key value
    while IFS='=' read -r key value; do
      case $key in
        JAVA_RUNTIME_VERSION) VERSION=${value//\"/} ;;
        JAVA_VERSION) VERSION=${VERSION:-${value//\"/}} ;;
      esac
    done <"$1/release"
  fi
  if [ -z "$VERSION" ]; then
    VERSION=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  MAJOR=${VERSION%%[!0-9]*}
  MAJOR=${MAJOR:-0}
}

# Where JDKs live: first what the user chose, then where package managers put them.
jdk_candidates() {
  local java
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  if java=$(command -v java); then
    while [ -L "$java" ]; do
      link=$(readlink "$java")
      case $link in /*) java=$link ;; *) java=$(dirname "$java")/$link ;; esac
    done
    dirname "$(dirname "$java")"
  fi
  for home in /usr/lib/jvm/* /usr/lib64/jvm/* "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* "${HOME:-}"/.gradle/jdks/* "${HOME:-}"/.local/share/mise/installs/java/* \
    "${HOME:-}"/.asdf/installs/java/* "${HOME:-}"/.jbang/cache/jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    /opt/*jdk* /opt/java/* /opt/jvm/* /usr/java/* /usr/local/openjdk*; do
    [ -d "$home" ] && printf '%s\n' "$home"
  done
  return 0
}

# Sets JDK to the first JDK that is new enough, or says what to install; JDKS_SEEN lists older ones.
find_jdk() {
  [ -n "${JDK:-}" ] && return 0
  JDKS_SEEN=''
  if [ -n "${JACOBEAN_JAVA_HOME:-}" ]; then
    jdk_version "$JACOBEAN_JAVA_HOME" || true
    [ "$MAJOR" -ge "$JDK_WANTED" ] ||
      die "JACOBEAN_JAVA_HOME=$JACOBEAN_JAVA_HOME is no JDK $JDK_WANTED or newer (found: ${VERSION:-no bin/javac in it})." \
        "Point it at one, or unset it to let jacobean look for one."
    JDK=$JACOBEAN_JAVA_HOME JDK_VERSION=$VERSION
    return 0
  fi
  while read -r home; do
    jdk_version "$home" || continue
    if [ "$MAJOR" -ge "$JDK_WANTED" ]; then
      JDK=$home JDK_VERSION=$VERSION
      return 0
    fi
    home=$(cd "$home" && pwd -P) # one JDK often has several names
    case $JDKS_SEEN in *"$home "*) ;; *) JDKS_SEEN="$JDKS_SEEN${JDKS_SEEN:+, }$home ($VERSION)" ;; esac
  done <<CANDIDATES
$(jdk_candidates)
CANDIDATES
  return 1
}

jdk_advice() {
  cat <<TEXT
Install one of these, or point JACOBEAN_JAVA_HOME at a JDK that is already there:
  Debian, Ubuntu   sudo apt install openjdk-$JDK_WANTED-jdk
                   (older releases: temurin-$JDK_WANTED-jdk, see https://adoptium.net/installation/linux)
  Fedora           sudo dnf install java-$JDK_WANTED-openjdk-devel
  macOS            brew install openjdk@$JDK_WANTED
  anywhere         curl -s https://get.sdkman.io | bash; sdk install java $JDK_WANTED-tem
TEXT
}

need_jdk() {
  find_jdk && return 0
  say "jacobean: no JDK $JDK_WANTED or newer was found.${JDKS_SEEN:+ Too old: $JDKS_SEEN.}"
  jdk_advice >&2
  exit 1
}
