# shellcheck shell=bash
# JupyterLab and the kernelspec. Part of ./jacobean.

# The folder where the user's own Jupyter looks for kernels.
user_kernels() {
  if [ -n "${JUPYTER_DATA_DIR:-}" ]; then printf '%s\n' "$JUPYTER_DATA_DIR/kernels"
  elif [ "$(uname -s)" = Darwin ]; then printf '%s\n' "$HOME/Library/Jupyter/kernels"
  else printf '%s\n' "${XDG_DATA_HOME:-$HOME/.local/share}/jupyter/kernels"; fi
}

# write_kernelspec FOLDER: what makes Jupyter start this script with `kernel CONNECTION_FILE`.
write_kernelspec() {
  java_command
  "${JAVA[@]}" -cp "$DIST/jacobean.jar" jacobean.install.Register "$ROOT/jacobean" "$1" ||
    die "the kernelspec could not be written into $1."
}

# Sets python to a Python that can make a virtual environment.
find_python() {
  local candidate
  for candidate in python3 /usr/bin/python3 /usr/local/bin/python3 /opt/homebrew/bin/python3; do
    has "$candidate" || continue
    "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || continue
    python=$candidate
    return 0
  done
  python=''
  return 1
}

# Sets LAB to a JupyterLab: the one on the PATH, else one in a private environment, made if need be.
find_lab() {
  LAB=(jupyter lab)
  "${LAB[@]}" --version >/dev/null 2>&1 && return 0
  local venv=$JACOBEAN_HOME/jupyterlab log=$WORK/jupyterlab.log
  LAB=("$venv/bin/jupyter" lab)
  [ -f "$venv/complete" ] && [ -x "$venv/bin/python" ] && return 0
  find_python || die "no JupyterLab was found, and no Python 3.9 or newer with venv to install it with." \
    "Debian, Ubuntu: sudo apt install python3-venv; Fedora: sudo dnf install python3; macOS: brew install python" \
    "Without Python: ./jacobean repl, or ./jacobean run NOTEBOOK"
  say "Installing JupyterLab for Jacobean alone into $venv"
  mkdir -p "$WORK"
  rm -rf "$venv"
  if ! { "$python" -m venv "$venv" && "$venv/bin/pip" install --disable-pip-version-check --retries 0 jupyterlab; } 2>&1 |
    tee "$log" | pip_progress; then
    tail -n 5 "$log" >&2
    die "JupyterLab could not be installed." "The whole log: $log" \
      "Without it: ./jacobean repl, or ./jacobean run NOTEBOOK"
  fi
  touch "$venv/complete"
}

# Reads pip's output; shows the package that it is at.
pip_progress() {
  local line count=0
  while read -r line; do
    case $line in
      'Collecting '* | 'Installing '*)
        count=$((count + 1))
        if [ -t 2 ]; then printf '\r\033[K  %s' "${line:0:70}" >&2
        elif [ $((count % 25)) -eq 0 ]; then say "  $count packages"; fi
        ;;
    esac
  done
  [ -t 2 ] && printf '\r\033[K' >&2
  return 0
}

run_lab() {
  local target=$ROOT/notebooks
  if [ $# -gt 0 ] && [ "$1" != -- ]; then
    target=$1
    [ -e "$target" ] || die "lab: there is no $target." "The tutorials are in $ROOT/notebooks."
    shift
  fi
  [ "${1:-}" != -- ] || shift
  ensure_built
  find_lab
  # A private search path: nothing of the user's own Jupyter changes.
  write_kernelspec "$JACOBEAN_HOME/jupyter/kernels/jacobean"
  export JUPYTER_PATH=$JACOBEAN_HOME/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}
  exec "${LAB[@]}" "$target" "$@"
}

run_install() {
  ensure_built
  local spec
  spec=$(user_kernels)/jacobean
  write_kernelspec "$spec"
  say "Installed the kernel \"Java (Jacobean)\" into $spec"
}

run_uninstall() {
  local spec
  spec=$(user_kernels)/jacobean
  [ -d "$spec" ] || die "uninstall: the kernel is not installed in $spec." "Nothing to do."
  rm -r "$spec"
  say "Removed $spec"
}
