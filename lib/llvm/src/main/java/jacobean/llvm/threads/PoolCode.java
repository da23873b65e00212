package jacobean.llvm.threads;

import jacobean.llvm.capi.HostTarget;

/**
 * The text of the native half of {@link WorkerPool}: a parallel loop in LLVM IR, which programs call
 * without leaving native code.
 *
 * <p>One loop runs at a time. Its owner publishes it by opening {@code @state} and counting {@code
 * @generation} up, and then takes chunks itself; workers that see the new generation enter if the
 * loop is still open (the low half of {@code @state} counts those inside), and take chunks too. When
 * none is left the owner closes it and waits until all are out: it spins for a while, then sleeps
 * until the last one out sees {@code @waiting} and wakes it. A worker that finds nothing to do spins
 * for a while, then sleeps until {@code @generation} changes.
 */
final class PoolCode {
  /** Runs {@code f(context, chunk)} for all chunks: {@code void (f, context, i64 chunks)}. */
  static final String PARALLEL_FOR = "jacobean_parallel_for";

  /** What a worker thread runs for ever: {@code void ()}. */
  static final String WORKER = "jacobean_worker";

  /** OpenBLAS's callback for running its jobs. */
  static final String BLAS_JOBS = "jacobean_blas_jobs";

  private PoolCode() {}

  static String text(HostTarget target) {
    return STATE + pause(target.triple()) + sleep(target.triple()) + BODY;
  }

  private static String pause(String triple) {
    String hint =
        triple.startsWith("x86_64")
            ? "call void @llvm.x86.sse2.pause()"
            : "call void asm sideeffect \"yield\", \"\"()";
    return "define internal void @pause() alwaysinline {\n  " + hint + "\n  ret void\n}\n";
  }

  /** Letting others run; sleeping while a word has a value, and waking all who do. */
  private static String sleep(String triple) {
    if (triple.contains("linux")) {
      int futex = triple.startsWith("x86_64") ? 202 : 98;
      return
"""
declare i64 @syscall(i64, ...)
declare i32 @sched_yield()
define internal void @yield_core() {
  call i32 @sched_yield()
  ret void
}
define internal void @sleep_while(ptr %%word, i32 %%value) {
  call i64 (i64, ...) @syscall(i64 %1$d, ptr %%word, i32 128, i32 %%value, ptr null, ptr null, i32 0)
  ret void
}
define internal void @wake_all(ptr %%word) {
  call i64 (i64, ...) @syscall(i64 %1$d, ptr %%word, i32 129, i32 2147483647, ptr null, ptr null, i32 0)
  ret void
}
"""
          .formatted(futex);
    }
    if (triple.contains("windows")) {
      return
"""
declare i32 @SwitchToThread()
define internal void @yield_core() {
  call i32 @SwitchToThread()
  ret void
}
declare i32 @WaitOnAddress(ptr, ptr, i64, i32)
declare void @WakeByAddressAll(ptr)
define internal void @sleep_while(ptr %word, i32 %value) {
  %expected = alloca i32
  store i32 %value, ptr %expected
  call i32 @WaitOnAddress(ptr %word, ptr %expected, i64 4, i32 -1)
  ret void
}
define internal void @wake_all(ptr %word) {
  call void @WakeByAddressAll(ptr %word)
  ret void
}
""";
    }
    return
"""
declare i32 @sched_yield()
define internal void @yield_core() {
  call i32 @sched_yield()
  ret void
}
declare i32 @__ulock_wait(i32, ptr, i64, i32)
declare i32 @__ulock_wake(i32, ptr, i64)
define internal void @sleep_while(ptr %word, i32 %value) {
  %wide = zext i32 %value to i64
  call i32 @__ulock_wait(i32 1, ptr %word, i64 %wide, i32 0)
  ret void
}
define internal void @wake_all(ptr %word) {
  call i32 @__ulock_wake(i32 257, ptr %word, i64 0)
  ret void
}
""";
  }

  private static final String STATE =
      """
      ; Each on a cache line of its own.
      @generation = internal global i32 0, align 128
      @state = internal global i32 0, align 128
      @next = internal global i64 0, align 128
      @sleepers = internal global i32 0, align 128
      @waiting = internal global i32 0, align 128
      @lock = internal global i32 0, align 128
      @workers = internal global i32 0, align 128
      @f = internal global ptr null, align 128
      @context = internal global ptr null
      @chunks = internal global i64 0
      """;

  private static final String BODY =
      """
      define internal void @take_chunks(ptr %f, ptr %context, i64 %chunks) {
      entry:
        br label %take
      take:
        %i = atomicrmw add ptr @next, i64 1 acq_rel
        %some = icmp ult i64 %i, %chunks
        br i1 %some, label %run, label %none
      run:
        call void %f(ptr %context, i64 %i)
        br label %take
      none:
        ret void
      }

      define internal void @serial(ptr %f, ptr %context, i64 %chunks) {
      entry:
        br label %head
      head:
        %i = phi i64 [ 0, %entry ], [ %i1, %run ]
        %some = icmp ult i64 %i, %chunks
        br i1 %some, label %run, label %none
      run:
        call void %f(ptr %context, i64 %i)
        %i1 = add i64 %i, 1
        br label %head
      none:
        ret void
      }

      ; The lock is held.
      define internal void @shared(ptr %f, ptr %context, i64 %chunks) {
      entry:
        store ptr %f, ptr @f
        store ptr %context, ptr @context
        store i64 %chunks, ptr @chunks
        store atomic i64 0, ptr @next release, align 8
        store atomic i32 -2147483648, ptr @state release, align 4
        %old = atomicrmw add ptr @generation, i32 1 seq_cst
        %asleep = load atomic i32, ptr @sleepers seq_cst, align 4
        %any = icmp ne i32 %asleep, 0
        br i1 %any, label %wake, label %work
      wake:
        call void @wake_all(ptr @generation)
        br label %work
      work:
        call void @take_chunks(ptr %f, ptr %context, i64 %chunks)
        %opened = atomicrmw and ptr @state, i32 2147483647 acq_rel
        br label %wait
      wait:
        %turn = phi i32 [ 0, %work ], [ %turn1, %spin ]
        %inside = load atomic i32, ptr @state acquire, align 4
        %alone = icmp eq i32 %inside, 0
        br i1 %alone, label %out, label %spin
      spin:
        call void @pause()
        %turn1 = add i32 %turn, 1
        %long = icmp ugt i32 %turn1, SPINS
        br i1 %long, label %rest, label %wait
      rest:
        ; A worker that was interrupted may wait for this very core.
        store atomic i32 1, ptr @waiting seq_cst, align 4
        %left = load atomic i32, ptr @state seq_cst, align 4
        %done = icmp eq i32 %left, 0
        br i1 %done, label %rested, label %sleep
      sleep:
        call void @sleep_while(ptr @state, i32 %left)
        br label %rest
      rested:
        store atomic i32 0, ptr @waiting monotonic, align 4
        br label %out
      out:
        store atomic i32 0, ptr @lock release, align 4
        ret void
      }

      ; In a loop that is already parallel, or while another thread's loop runs: one after the other.
      define void @jacobean_parallel_for(ptr %f, ptr %context, i64 %chunks) {
      entry:
        %one = icmp ule i64 %chunks, 1
        %workers = load atomic i32, ptr @workers monotonic, align 4
        %nobody = icmp eq i32 %workers, 0
        %easy = or i1 %one, %nobody
        br i1 %easy, label %alone, label %try
      try:
        %pair = cmpxchg ptr @lock, i32 0, i32 1 acq_rel monotonic
        %mine = extractvalue { i32, i1 } %pair, 1
        br i1 %mine, label %together, label %alone
      together:
        call void @shared(ptr %f, ptr %context, i64 %chunks)
        ret void
      alone:
        call void @serial(ptr %f, ptr %context, i64 %chunks)
        ret void
      }

      define void @jacobean_worker() {
      entry:
        %me = atomicrmw add ptr @workers, i32 1 acq_rel
        br label %idle
      idle:
        %seen = phi i32 [ 0, %entry ], [ %now, %late ], [ %now, %leave ], [ %now, %tell ], [ %now, %call ]
        br label %spin
      spin:
        %n = phi i32 [ 0, %idle ], [ %n1, %again ], [ 0, %slept ]
        %now = load atomic i32, ptr @generation acquire, align 4
        %new = icmp ne i32 %now, %seen
        br i1 %new, label %check, label %again
      again:
        call void @pause()
        %n1 = add i32 %n, 1
        %tired = icmp ugt i32 %n1, SPINS
        br i1 %tired, label %doze, label %spin
      doze:
        %s0 = atomicrmw add ptr @sleepers, i32 1 seq_cst
        %still = load atomic i32, ptr @generation seq_cst, align 4
        %same = icmp eq i32 %still, %seen
        br i1 %same, label %sleep, label %slept
      sleep:
        call void @sleep_while(ptr @generation, i32 %seen)
        br label %slept
      slept:
        %s1 = atomicrmw sub ptr @sleepers, i32 1 seq_cst
        br label %spin
      check:
        %open = load atomic i32, ptr @state acquire, align 4
        br label %enter
      enter:
        %state = phi i32 [ %open, %check ], [ %found, %retry ]
        %isopen = icmp slt i32 %state, 0
        br i1 %isopen, label %try, label %late
      try:
        %more = add i32 %state, 1
        %pair = cmpxchg ptr @state, i32 %state, i32 %more acq_rel acquire
        %found = extractvalue { i32, i1 } %pair, 0
        %entered = extractvalue { i32, i1 } %pair, 1
        br i1 %entered, label %inside, label %retry
      retry:
        br label %enter
      late:
        br label %idle
      inside:
        %f = load ptr, ptr @f
        %context = load ptr, ptr @context
        %chunks = load i64, ptr @chunks
        call void @take_chunks(ptr %f, ptr %context, i64 %chunks)
        br label %leave
      leave:
        %before = atomicrmw sub ptr @state, i32 1 seq_cst
        %last = icmp eq i32 %before, 1
        br i1 %last, label %tell, label %idle
      tell:
        %awaited = load atomic i32, ptr @waiting seq_cst, align 4
        %asleep = icmp ne i32 %awaited, 0
        br i1 %asleep, label %call, label %idle
      call:
        call void @wake_all(ptr @state)
        br label %idle
      }

      %jobs = type { ptr, i64, ptr, i32 }

      define internal void @blas_job(ptr %context, i64 %i) {
        %job = load ptr, ptr %context
        %size.at = getelementptr %jobs, ptr %context, i32 0, i32 1
        %size = load i64, ptr %size.at
        %data.at = getelementptr %jobs, ptr %context, i32 0, i32 2
        %data = load ptr, ptr %data.at
        %extra.at = getelementptr %jobs, ptr %context, i32 0, i32 3
        %extra = load i32, ptr %extra.at
        %offset = mul i64 %i, %size
        %own = getelementptr i8, ptr %data, i64 %offset
        %n = trunc i64 %i to i32
        call void %job(i32 %n, ptr %own, i32 %extra)
        ret void
      }

      ; The jobs of one product wait for each other, so all must run at the same time: this waits for
      ; the pool instead of running them one after the other.
      define void @jacobean_blas_jobs(i32 %sync, ptr %job, i32 %n, i64 %size, ptr %data, i32 %extra) {
      entry:
        %context = alloca %jobs
        store ptr %job, ptr %context
        %size.at = getelementptr %jobs, ptr %context, i32 0, i32 1
        store i64 %size, ptr %size.at
        %data.at = getelementptr %jobs, ptr %context, i32 0, i32 2
        store ptr %data, ptr %data.at
        %extra.at = getelementptr %jobs, ptr %context, i32 0, i32 3
        store i32 %extra, ptr %extra.at
        %count = zext i32 %n to i64
        br label %try
      try:
        %pair = cmpxchg ptr @lock, i32 0, i32 1 acq_rel monotonic
        %mine = extractvalue { i32, i1 } %pair, 1
        br i1 %mine, label %together, label %busy
      busy:
        call void @yield_core()
        br label %try
      together:
        call void @shared(ptr @blas_job, ptr %context, i64 %count)
        ret void
      }
      """
          .replace("SPINS", "2000");
}
