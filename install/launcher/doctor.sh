# shellcheck shell=bash
# What is on this machine, what is missing, how to get it. Part of ./jacobean.

MISSING=0

# report MARK NAME TEXT: one line of the doctor's; MARK is ok, -- (could be there) or !! (must be).
report() {
  printf '  %s  %-11s %s\n' "$1" "$2" "$3"
  [ "$1" != '!!' ] || MISSING=1
}
# more TEXT...: lines under the last one.
more() {
  local line
  for line in "$@"; do printf '                  %s\n' "$line"; done
}

size_of() { du -sh "$1" 2>/dev/null | cut -f1 | tr -d ' '; }

run_doctor() {
  printf 'Jacobean doctor: %s\n' "$ROOT"
  doctor_machine
  doctor_build
  doctor_jupyter
  doctor_caches
  if [ $MISSING -eq 0 ]; then
    printf 'All that is needed is here.\n'
  else
    printf 'What is marked !! is missing.\n'
  fi
  return $MISSING
}

doctor_machine() {
  local cores memory
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo '?')
  if [ -r /proc/meminfo ]; then
    memory=$(awk '/^MemTotal/ {printf "%.0f GB", $2 / 1e6}' /proc/meminfo)
  else
    memory=$(sysctl -n hw.memsize 2>/dev/null | awk '{printf "%.0f GB", $1 / 1e9}')
  fi
  report ok machine "$(uname -s) $(uname -m), $cores cores, ${memory:-?} of memory"
  if find_jdk; then
    report ok JDK "$JDK_VERSION in $JDK"
  else
    report '!!' JDK "none that is $JDK_WANTED or newer${JDKS_SEEN:+; too old: $JDKS_SEEN}"
    jdk_advice | while IFS= read -r line; do more "$line"; done
  fi
  if has mvn; then
    report ok Maven "$(command -v mvn)"
  elif has curl || has wget; then
    report ok Maven "none installed: ./mvnw fetches it from Maven Central"
  else
    report '!!' Maven "none, and neither curl nor wget to fetch it with"
    more 'sudo apt install maven, sudo dnf install maven, or brew install maven'
  fi
}

doctor_build() {
  if ! built; then
    report -- build 'not built yet: any command builds it, ./jacobean build for one'
    report -- engine 'known once it is built'
    return
  fi
  if fresh; then
    report ok build "$(size_of "$DIST") in $DIST"
  else
    report ok build 'older than the sources: the next command builds it again'
  fi
  [ -n "${JDK:-}" ] || return 0
  java_command
  "${JAVA[@]}" -cp "$DIST/jacobean.jar" jacobean.install.Doctor || MISSING=1
  aot_file
  if [ -f "$AOT" ]; then
    report ok 'fast start' "$(size_of "$AOT") in $AOT"
  elif [ -f "$AOT.failed" ]; then
    report -- 'fast start' "the AOT cache could not be made; starts take longer; see $AOT_FOLDER/training.log"
  else
    report -- 'fast start' 'the AOT cache is made by ./jacobean build, or behind the next run'
  fi
}

doctor_jupyter() {
  local version spec
  if version=$(jupyter lab --version 2>/dev/null); then
    report ok JupyterLab "$version, $(command -v jupyter)"
  elif [ -f "$JACOBEAN_HOME/jupyterlab/complete" ]; then
    report ok JupyterLab "$("$JACOBEAN_HOME/jupyterlab/bin/jupyter" lab --version 2>/dev/null), Jacobean's own in $JACOBEAN_HOME/jupyterlab"
  elif find_python; then
    report -- JupyterLab "none: ./jacobean lab installs one for itself, with $(command -v "$python")"
  else
    report -- JupyterLab 'none, and no Python 3.9 or newer with venv to install it with'
    more "sudo apt install python3-venv, sudo dnf install python3, or brew install python" \
      'run, eval and repl need neither'
  fi
  spec=$(user_kernels)/jacobean/kernel.json
  if [ ! -f "$spec" ]; then
    report -- kernelspec 'not in your own Jupyter: ./jacobean install puts it there (lab does not need it)'
  elif grep -qF "\"$ROOT/jacobean\"" "$spec"; then
    report ok kernelspec "$spec"
  else
    report -- kernelspec "$spec is of another checkout: ./jacobean install changes it to this one"
  fi
}

doctor_caches() {
  local folder
  if [ ! -d "$JACOBEAN_HOME" ]; then
    report ok caches "$JACOBEAN_HOME, empty"
    return
  fi
  report ok caches "$(size_of "$JACOBEAN_HOME") in $JACOBEAN_HOME"
  for folder in "$JACOBEAN_HOME"/*/; do
    [ -d "$folder" ] && more "$(printf '%6s  %s' "$(size_of "$folder")" "$(basename "$folder")")"
  done
  return 0
}
