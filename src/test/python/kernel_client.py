"""Drives the kernel as JupyterLab and nbclient do, with Jupyter's own client.

usage: python kernel_client.py java FLAGS -cp CLASSPATH jacobean.kernel.cli.Main

Needs jupyter_client, nbclient and nbformat.
"""

import sys
import time
import unittest

import nbformat
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

import kernel_under_test

PATIENCE = 60


class Client(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start_new_kernel(
            kernel_name=kernel_under_test.NAME, startup_timeout=PATIENCE
        )

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()

    def published(self, msg_id):
        """What IOPub says about a request, up to its idle."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            messages.append(message)
            if message["content"].get("execution_state") == "idle":
                return messages

    def run_cell(self, code, **options):
        msg_id = self.client.execute(code, **options)
        messages = self.published(msg_id)
        return self.client.get_shell_msg(timeout=PATIENCE)["content"], messages

    def result(self, code):
        reply, messages = self.run_cell(code)
        self.assertEqual(reply["status"], "ok", reply)
        results = [m["content"]["data"] for m in messages if m["msg_type"] == "execute_result"]
        return results[0]["text/plain"] if results else None

    def stream(self, messages, name):
        return "".join(
            m["content"]["text"]
            for m in messages
            if m["msg_type"] == "stream" and m["content"]["name"] == name
        )

    def test_results_and_streams(self):
        self.assertEqual(self.result("int two = 2; two + 1"), "3")
        _, messages = self.run_cell('System.out.print("∂ out"); System.err.print("err")')
        self.assertEqual(self.stream(messages, "stdout"), "∂ out")
        self.assertEqual(self.stream(messages, "stderr"), "err")

    def test_streams_arrive_while_the_cell_runs(self):
        msg_id = self.client.execute('System.out.println("first"); while (true) {}')
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["msg_type"] == "stream":
                break
        self.assertEqual(message["content"]["text"], "first\n")
        self.manager.interrupt_kernel()
        self.published(msg_id)
        self.client.get_shell_msg(timeout=PATIENCE)

    def test_an_interrupt_keeps_the_variables(self):
        self.result("int kept = 41;")
        for endless in ["while (true) {}", "Thread.sleep(1_000_000);", "for (;;) { kept = 41; }"]:
            with self.subTest(endless):
                msg_id = self.client.execute('System.out.println("in"); ' + endless)
                while self.client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
                    pass
                self.manager.interrupt_kernel()
                reply = self.client.get_shell_msg(timeout=PATIENCE)["content"]
                self.assertEqual(reply["status"], "error")
                self.published(msg_id)
                self.assertEqual(self.result("kept + 1"), "42")

    def test_errors(self):
        for code, name in [("int x = \"a\";", "CompilationError"), ("1 / 0", "ArithmeticException")]:
            reply, messages = self.run_cell(code)
            self.assertEqual(reply["ename"], name)
            errors = [m for m in messages if m["msg_type"] == "error"]
            self.assertEqual(len(errors), 1)

    def test_input(self):
        msg_id = self.client.execute(
            "new java.util.Scanner(System.in).nextLine()", allow_stdin=True
        )
        self.client.get_stdin_msg(timeout=PATIENCE)
        self.client.input("typed")
        results = [m for m in self.published(msg_id) if m["msg_type"] == "execute_result"]
        self.assertEqual(results[0]["content"]["data"]["text/plain"], "typed")
        self.client.get_shell_msg(timeout=PATIENCE)

    def test_a_thread_prints_after_its_cell(self):
        code = 'new Thread(() -> { try { Thread.sleep(300); } catch (InterruptedException e) {} '
        code += 'System.out.println("late"); }).start();'
        msg_id = self.client.execute(code)
        self.published(msg_id)
        self.client.get_shell_msg(timeout=PATIENCE)
        late = self.client.get_iopub_msg(timeout=PATIENCE)
        self.assertEqual(late["content"].get("text"), "late\n")
        self.assertEqual(late["parent_header"]["msg_id"], msg_id)


class Notebooks(unittest.TestCase):
    def notebook(self, *sources):
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        return nbformat.v4.new_notebook(cells=cells)

    def execute(self, notebook, **options):
        client = NotebookClient(
            notebook, timeout=PATIENCE, kernel_name=kernel_under_test.NAME, **options
        )
        client.execute()
        return notebook

    def test_nbclient(self):
        notebook = self.execute(
            self.notebook("int sq(int x) { return x * x; }", "sq(7)", 'System.out.println("p")')
        )
        self.assertEqual(notebook.cells[1].outputs[0].data["text/plain"], "49")
        self.assertEqual(notebook.cells[2].outputs[0].text, "p\n")
        nbformat.validate(notebook)

    def test_nbclient_sees_failures(self):
        with self.assertRaises(CellExecutionError):
            self.execute(self.notebook("1 / 0", "2"))
        notebook = self.execute(self.notebook("1 / 0", "2"), allow_errors=True)
        self.assertEqual(notebook.cells[1].outputs[0].data["text/plain"], "2")


class Restart(unittest.TestCase):
    def test_restart_and_shutdown(self):
        manager, client = start_new_kernel(kernel_name=kernel_under_test.NAME)
        process = manager.provisioner.process
        manager.restart_kernel()
        client.wait_for_ready(timeout=PATIENCE)
        self.assertIsNotNone(process.poll(), "the old process has ended")
        process = manager.provisioner.process
        client.execute("while (true) {}")
        time.sleep(1)
        client.shutdown()
        self.assertEqual(process.wait(PATIENCE), 0)
        client.stop_channels()
        manager.cleanup_resources()


if __name__ == "__main__":
    kernel_under_test.register(sys.argv[1:])
    unittest.main(argv=sys.argv[:1], verbosity=2)
