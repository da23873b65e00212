"""Runs the public suite jupyter_kernel_test against the kernel, every check of it set.

usage: python kernel_suite.py java FLAGS -cp CLASSPATH jacobean.kernel.cli.Main

Needs jupyter_client and jupyter_kernel_test (pip, or Debian's python3-jupyter-kernel-test).
"""

import inspect
import sys
import unittest

import jupyter_client.utils

import kernel_under_test

# jupyter_kernel_test 0.4 awaits methods that jupyter_client 8 has made plain ones.
_run_sync = jupyter_client.utils.run_sync
jupyter_client.utils.run_sync = lambda f: _run_sync(f) if inspect.iscoroutinefunction(f) else f

# In a virtual environment Debian's package is out of sight; what is installed there comes first.
sys.path.append("/usr/lib/python3/dist-packages")

try:
    import jupyter_kernel_test
except ImportError:
    print("skipped: no module jupyter_kernel_test (Debian: python3-jupyter-kernel-test)")
    sys.exit(77)


class JacobeanTests(jupyter_kernel_test.KernelTests):
    kernel_name = kernel_under_test.NAME
    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Math.P", "matches": {"PI"}},
        {"text": "Math.sqr", "matches": {"sqrt"}},
        {"text": '"abc".isBl', "matches": {"isBlank"}},
    ]
    complete_code_samples = ["1 + 1", "int x = 3;", "class A {}", "for (;;) { break; }", ""]
    incomplete_code_samples = ["class A {", "int f(int x) {", "/* comment", "f(1,", "1 +"]
    invalid_code_samples = ["}", ")"]
    code_page_something = "Math.sqrt?"
    code_generate_error = 'throw new RuntimeException("no")'
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": "1 + 2 + 4", "result": "7"},
    ]
    code_display_data = [{"code": 'display("shown")', "mime": "text/plain"}]
    code_history_pattern = "1 ? 2 ? 3"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.sqrt"
    code_clear_output = "clearOutput()"


if __name__ == "__main__":
    kernel_under_test.register(sys.argv[1:])
    unittest.main(argv=sys.argv[:1], verbosity=2)
