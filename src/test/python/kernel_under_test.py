"""Makes the kernel that a command line starts known to Jupyter, for this process only.

The command is what stands before the `kernel {connection_file}` of a kernelspec:
`java FLAGS -cp CLASSPATH jacobean.kernel.cli.Main`.
"""

import atexit
import json
import os
import pathlib
import shutil
import sys
import tempfile

NAME = "jacobean-under-test"


def register(command):
    """Writes a kernelspec into a temporary folder and points Jupyter at it."""
    if not command:
        sys.exit("wanted the kernel's command: java FLAGS -cp CLASSPATH jacobean.kernel.cli.Main")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="jacobean-spec-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    spec = folder / "kernels" / NAME
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(
        json.dumps(
            {
                "argv": [*command, "kernel", "{connection_file}"],
                "display_name": "Java (Jacobean)",
                "language": "java",
                "interrupt_mode": "message",
            }
        )
    )
    os.environ["JUPYTER_PATH"] = str(folder)
    os.environ["JUPYTER_RUNTIME_DIR"] = str(folder / "runtime")
    return NAME
