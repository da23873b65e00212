# shellcheck shell=bash
# Builds the distribution with Maven when its sources are newer. Part of ./jacobean.

# Sets MVN to Maven on the PATH, or to the wrapper, which fetches Maven from Maven Central.
find_maven() {
  if has mvn; then MVN=mvn; elif has curl || has wget; then MVN=$ROOT/mvnw; else
    die "Maven was not found, and neither was curl or wget to fetch it with." \
      "Install it: sudo apt install maven, sudo dnf install maven, or brew install maven."
  fi
}

# Older Maven releases use what newer JDKs warn about.
MAVEN_FLAGS='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'

# maven ARGS...: Maven on our JDK, in the checkout. Its standard input is closed: that one belongs to
# the cells of `eval -`.
maven() {
  (
    cd "$ROOT" || exit
    export JAVA_HOME=$JDK
    export MAVEN_OPTS="$MAVEN_FLAGS ${MAVEN_OPTS:-}"
    exec "$MVN" -B -Dstyle.color=never "$@" </dev/null
  )
}

# Reads Maven's output and tells what it is at: a line that changes on a terminal, few lines elsewhere.
progress() {
  local line='' module='' doing='' downloads=0 start=$SECONDS status tick=()
  local tty=''
  [ -t 2 ] && tty=yes
  [ -n "$tty" ] && [ "${BASH_VERSINFO[0]}" -ge 4 ] && tick=(-t 1)
  while true; do
    status=0
    read -r ${tick[@]+"${tick[@]}"} line || status=$?
    if [ $status -gt 128 ]; then
      line='' # a second went by without news
    elif [ $status -ne 0 ]; then
      break
    fi
    case $line in
      '[INFO] Building '*' ['*'/'*']')
        module=${line#\[INFO\] Building }
        module="[${module##*\[} ${module% [0-9]*}"
        doing=''
        [ -n "$tty" ] || say "  $module"
        ;;
      *'Downloading from '*)
        downloads=$((downloads + 1))
        doing="downloading ${line##*/} ($downloads)"
        case $line in
          *-linux-*.jar | *-macosx-*.jar | *-windows-*.jar)
            doing="downloading ${line##*/}, native code, large"
            [ -n "$tty" ] || say "        $doing"
            ;;
          *) [ -n "$tty" ] || [ $((downloads % 200)) -ne 0 ] || say "        $downloads files downloaded" ;;
        esac
        ;;
      '[INFO] --- '*) doing=${line#\[INFO\] --- } doing=${doing%% *} doing=${doing##*:} ;;
    esac
    [ -n "$tty" ] && printf '\r\033[K  %s %s  %ds' "$module" "$doing" $((SECONDS - start)) >&2
  done
  [ -n "$tty" ] && printf '\r\033[K' >&2
  return 0
}

# The part of a Maven log that says what went wrong, without Maven's advice about itself.
maven_errors() {
  grep -E '^\[ERROR\]|^Error|FATAL' "$1" |
    grep -vE 'Help 1\]$|^\[ERROR\] *$|full stack trace|debug logging|For more information|http://cwiki|mvn <args>|After correcting' |
    awk '!seen[$0]++' | head -n 30 >&2 || true
}

# What the distribution is made of. The tests are not in it.
sources() { printf '%s\n' "$ROOT"/pom.xml "$ROOT"/*/pom.xml "$ROOT"/lib/*/pom.xml "$ROOT"/*/src/main "$ROOT"/lib/*/src/main; }

# True when there is a distribution, be it stale.
built() { [ -f "$DIST/jacobean.jar" ] && [ -d "$DIST/lib" ]; }

# True when no source, and no folder of sources (a file was added or deleted), is newer than lib/,
# which every build empties and fills.
fresh() {
  built || return 1
  local changed IFS=$'\n'
  # shellcheck disable=SC2046 # one word a line is what IFS makes of it
  changed=$(find $(sources) -newer "$DIST/lib" -print -quit 2>/dev/null) || true
  [ -z "$changed" ]
}

# Waits until no other process builds this checkout, then takes the lock.
take_lock() {
  mkdir -p "$WORK"
  local told='' owner
  until mkdir "$WORK/lock" 2>/dev/null; do
    owner=$(cat "$WORK/lock/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$WORK/lock" # its owner died
      continue
    fi
    [ -n "$told" ] || say "jacobean: waiting for another build of this checkout${owner:+ (process $owner)}"
    told=yes
    sleep 0.2
  done
  echo $$ >"$WORK/lock/pid"
  trap 'rm -rf "$WORK/lock"' EXIT
}
drop_lock() {
  rm -rf "$WORK/lock"
  trap - EXIT
}

# build WHEN [MAVEN ARGS]: always, or stale (another process may have built it while this one
# waited). A stale build is made as the last one that was asked for, with its profiles.
build() {
  local when=$1 arg args=()
  shift
  need_jdk
  find_maven
  take_lock
  if [ "$when" = stale ] && fresh; then
    drop_lock
    return 0
  fi
  [ "$when" = stale ] || printf '%s\n' ${1+"$@"} >"$WORK/build-args"
  if [ -f "$WORK/build-args" ]; then
    while read -r arg; do [ -z "$arg" ] || args+=("$arg"); done <"$WORK/build-args"
  fi
  local log=$WORK/build.log start=$SECONDS
  local first=''
  [ -d "$DIST" ] || first=': libraries and native code come from Maven Central, once'
  say "Building Jacobean$first"
  touch "$WORK/started"
  if ! maven package -Dmaven.test.skip=true -pl install -am ${args[@]+"${args[@]}"} 2>&1 | tee "$log" | progress; then
    [ ! -d "$DIST/lib" ] || touch -t 200001010000 "$DIST/lib" # stale, but what runs on it goes on
    maven_errors "$log"
    die "the build failed." "The whole log: $log"
  fi
  touch -r "$WORK/started" "$DIST/lib" # what changed meanwhile is built next time
  drop_lock
  say "Built in $((SECONDS - start)) s"
}

ensure_built() {
  case ${JACOBEAN_BUILD:-} in
    never) built || die "nothing is built, and JACOBEAN_BUILD=never." "Run: $ROOT/jacobean build" ;;
    *) fresh || build stale ;;
  esac
}
