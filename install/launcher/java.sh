# shellcheck shell=bash
# The command line of the JVM that runs the distribution, with its AOT cache. Part of ./jacobean.

# Sets JAVA to a JVM with its options, without what it is to run.
java_command() {
  need_jdk
  JAVA=("$JDK/bin/java" "@$DIST/conf/jvm.options")
  local option
  for option in ${JACOBEAN_JAVA_OPTIONS:-}; do JAVA+=("$option"); done
}

# The same, with the AOT cache where there is one; where there is none, it is made for the next time.
cached_java_command() {
  java_command
  if [ "${JACOBEAN_AOT:-}" != never ]; then
    aot_file
    if [ -f "$AOT" ]; then JAVA+=("-XX:AOTCache=$AOT"); else aot_train_later; fi
  fi
}

# main_class COMMAND ARGS...: becomes the JVM.
main_class() {
  cached_java_command
  exec "${JAVA[@]}" -jar "$DIST/jacobean.jar" "$@"
}

# --- The AOT cache: classes already loaded and linked, for one JDK and one build -----------------

# Sets AOT to the file that fits this JDK, this build and these options.
aot_file() {
  local id=''
  [ -r "$DIST/conf/build-id" ] && id=$(<"$DIST/conf/build-id")
  id=$id-$JDK_VERSION${JACOBEAN_JAVA_OPTIONS:-}
  AOT_FOLDER=$JACOBEAN_HOME/aot/${ROOT//[!A-Za-z0-9]/-}
  AOT=$AOT_FOLDER/${id//[!A-Za-z0-9.]/-}.aot
}

# Makes the cache from a run of typical cells, and forgets those of earlier builds. Without it a start
# takes longer, so a failure is noted (and not tried again), never shown.
aot_train() {
  java_command
  aot_file
  [ -f "$AOT" ] || [ -f "$AOT.failed" ] && return 0
  mkdir -p "$AOT_FOLDER"
  find "$AOT.lock" -maxdepth 0 -mmin +10 -exec rmdir {} + 2>/dev/null || true # of a killed process
  mkdir "$AOT.lock" 2>/dev/null || return 0 # another process is at it
  rm -f "$AOT_FOLDER"/*.aot "$AOT_FOLDER"/*.failed
  forget_lost_checkouts
  "${JAVA[@]}" "-XX:AOTCacheOutput=$AOT.new" -cp "$DIST/jacobean.jar" \
    jacobean.install.Rehearsal "$DIST/conf/warmup.jsh" >"$AOT_FOLDER/training.log" </dev/null 2>&1 || true
  if [ -f "$AOT.new" ]; then mv "$AOT.new" "$AOT"; else : >"$AOT.failed"; fi
  rm -rf "$AOT.lock" "$AOT.new"
}

# Deletes the caches of checkouts that are no longer there.
forget_lost_checkouts() {
  printf '%s\n' "$ROOT" >"$AOT_FOLDER/checkout"
  local file
  for file in "$JACOBEAN_HOME"/aot/*/checkout; do
    [ -x "$(<"$file")/jacobean" ] || rm -rf "${file%/checkout}"
  done
}

# The same in the background, for a build that was not made by ./jacobean build.
aot_train_later() {
  (nice "$ROOT/jacobean" train &) </dev/null >/dev/null 2>&1
}
