"""The steps of the entry point before the program starts."""

import subprocess
import sys

import pytest

_ALLOCATE_IN_THREADS = """
import ctypes, threading
from quickdesk.__main__ import use_one_arena
use_one_arena()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
threads = [threading.Thread(target=lambda: [libc.malloc(1000) for _ in range(100)]) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc has arenas")
def test_all_threads_allocate_from_one_arena() -> None:
    result = subprocess.run(
        [sys.executable, "-c", _ALLOCATE_IN_THREADS], capture_output=True, text=True, check=True
    )
    assert result.stdout.count("<heap nr=") == 1
