"""An exception that nothing caught is logged once without its message, and the program continues."""

import subprocess
import sys

PROGRAM = """
import logging, sys, threading
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from quickdesk.app.process.errors import install_exception_hooks, report_exception
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")
app = QCoreApplication([])
install_exception_hooks(lambda: print("NOTIFIED"))

def in_slot():
    raise ValueError("secret words of a reply")

def in_thread():
    raise KeyError("secret words of a customer")

def caught():
    try:
        raise LookupError("secret")
    except LookupError as bug:
        report_exception(bug)

QTimer.singleShot(0, in_slot)
QTimer.singleShot(10, caught)
QTimer.singleShot(20, lambda: threading.Thread(target=in_thread).start())
QTimer.singleShot(30, lambda: qWarning("a word from Qt"))
QTimer.singleShot(100, app.quit)
app.exec()
print("CONTINUED")
"""


def test_exceptions_are_logged_once_without_their_messages_and_the_program_continues() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    out = ran.stdout
    assert out.rstrip().endswith("CONTINUED")
    for kind, where in (
        ("ValueError", "in in_slot"),
        ("KeyError", "in in_thread"),
        ("LookupError", "in caught"),
    ):
        assert out.count(f"CRITICAL quickdesk.app.process.errors unhandled exception: {kind}") == 1
        assert out.count(where) == 1
    assert out.count("NOTIFIED") == 3
    assert "WARNING quickdesk.qt a word from Qt" in out
    assert "secret" not in out + ran.stderr
