# shellcheck shell=bash
# Tests, benchmarks and the formatter. Part of ./jacobean.

# Reads the output of `mvn verify`; leaves out what Maven says about itself, ends with a table of
# Surefire's summaries and their sum.
test_report() {
  awk '
    /^\[INFO\] Building .* \[[0-9]+\/[0-9]+\]$/ {
      module = $0; sub(/^\[INFO\] Building /, "", module); sub(/ +[^ ]+ +\[[0-9\/]+\]$/, "", module)
      print "== " module; fflush(); next
    }
    /^\[INFO\] (---|Download|Copying|Nothing to|skip non|Building jar|Recompiling|Compiling|Tests are|Not using|Deleting|No tests|No sources|No dependency)/ { next }
    /^\[ERROR\] *(-> \[Help|\[Help|To see the full|Re-run Maven|For more information|After correcting|  mvn <args>|See dump files|$)/ { next }
    /^\[WARNING\] JAR will be empty/ || /^\[INFO\] Reactor Build Order/ || /^\[INFO\] .* \[(pom|jar)\]$/ || /^\[INFO\] Scanning/ { next }
    { gsub(/\033\[[0-9;]*[mK]/, "") }
    /^\[INFO\] *-*$/ || /^\[INFO\] -+[<\[]/ || /^Download(ing|ed) / || /^\[INFO\]  T E S T S/ { next }
    /^\[(INFO|WARNING|ERROR)\] Tests run:.*[0-9]$/ {
      line = $0; sub(/^\[[A-Z]+\] /, "", line)
      row[++rows] = sprintf("%-20s %s", module, line)
      gsub(/[^0-9 ]/, "", line); split(line, n, " ")
      for (i = 1; i <= 4; i++) sum[i] += n[i]
    }
    { print; fflush() }
    END {
      print ""
      for (i = 1; i <= rows; i++) print row[i]
      printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", sum[1], sum[2], sum[3], sum[4]
    }'
}

run_test() {
  need_jdk
  find_maven
  take_lock
  local log=$WORK/test.log
  if ! maven verify --fail-at-end "$@" 2>&1 | tee "$log" | test_report; then
    die "a test failed." "The whole log: $log"
  fi
  drop_lock
}

run_bench() {
  ensure_built
  need_jdk
  find_maven
  mkdir -p "$WORK"
  if ! maven package -q -Dmaven.test.skip=true -pl bench -am >"$WORK/bench.log" 2>&1; then
    maven_errors "$WORK/bench.log"
    die "bench: the benchmarks do not build." "The whole log: $WORK/bench.log"
  fi
  cached_java_command
  # The distribution first: the AOT cache holds for a class path that begins like its own.
  local jar
  for jar in "$ROOT"/bench/target/jacobean-bench-*.jar; do
    exec "${JAVA[@]}" -cp "$DIST/jacobean.jar:$jar" jacobean.bench.Main "$@"
  done
}

run_parity() {
  ensure_built
  java_command
  exec "${JAVA[@]}" -cp "$DIST/jacobean.jar" jacobean.install.Parity "$ROOT"
}

run_format() {
  need_jdk
  find_maven
  local goal=apply package
  [ "${1:-}" != --check ] || goal=check
  # The formatter uses the compiler's own parser.
  for package in api code file parser tree util; do
    MAVEN_FLAGS="$MAVEN_FLAGS --add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
  done
  mkdir -p "$WORK"
  if ! maven -q "spotless:$goal" >"$WORK/format.log" 2>&1; then
    maven_errors "$WORK/format.log"
    die "format: see above." "What --check finds, ./jacobean format mends. The whole log: $WORK/format.log"
  fi
}
