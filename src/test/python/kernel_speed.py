"""Measures the kernel through Jupyter's client: start, first result, trivial cells, memory.

usage: python kernel_speed.py [--cells N] [--first CODE] java FLAGS -cp CLASSPATH jacobean.kernel.cli.Main

Times are milliseconds of wall clock as the client sees them.
"""

import statistics
import sys
import time

from jupyter_client.manager import KernelManager

import kernel_under_test


def run_cell(client, code):
    msg_id = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=60)
        if (
            message["parent_header"].get("msg_id") == msg_id
            and message["content"].get("execution_state") == "idle"
        ):
            break
    reply = client.get_shell_msg(timeout=60)["content"]
    assert reply["status"] == "ok", reply


def resident_mib(pid):
    """The resident memory of a process and its children."""
    total = 0
    for task in [pid, *children(pid)]:
        with open(f"/proc/{task}/status") as status:
            for line in status:
                if line.startswith("VmRSS"):
                    total += int(line.split()[1])
    return total / 1024


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]


def main(arguments):
    cells = 200
    if arguments[:1] == ["--cells"]:
        cells = int(arguments[1])
        arguments = arguments[2:]
    first = "1 + 1"
    if arguments[:1] == ["--first"]:
        first = arguments[1]
        arguments = arguments[2:]
    name = kernel_under_test.register(arguments)
    manager = KernelManager(kernel_name=name)
    start = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.kernel_info(reply=True, timeout=60)
    print(f"kernel_info after {1000 * (time.perf_counter() - start):.0f} ms")
    run_cell(client, first)
    print(f"first result after {1000 * (time.perf_counter() - start):.0f} ms")
    times = []
    for i in range(cells):
        before = time.perf_counter()
        run_cell(client, f"1 + {i}")
        times.append(1000 * (time.perf_counter() - before))
        if (i + 1) % max(1, cells // 5) == 0:
            recent = times[-max(1, cells // 5) :]
            print(
                f"cells up to {i + 1}: median {statistics.median(recent):.1f} ms,"
                f" best {min(recent):.1f}, worst {max(recent):.1f};"
                f" {resident_mib(manager.provisioner.pid):.0f} MiB"
            )
    info = []
    for _ in range(50):
        before = time.perf_counter()
        client.kernel_info(reply=True, timeout=60)
        info.append(1000 * (time.perf_counter() - before))
    print(f"kernel_info round trip: median {statistics.median(info):.2f} ms")
    client.stop_channels()
    manager.shutdown_kernel()


if __name__ == "__main__":
    main(sys.argv[1:])
