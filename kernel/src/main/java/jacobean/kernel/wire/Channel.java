package jacobean.kernel.wire;

/** The five sockets of a Jupyter kernel. */
enum Channel {
  SHELL,
  CONTROL,
  STDIN,
  IOPUB,
  HEARTBEAT
}
