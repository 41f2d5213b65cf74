"""The cost of the program: start-up with 5,000 replies, idle processor time, memory, commands without Qt.

python -m tests.bench.footprint --replies 5000 --idle 60
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.journey_latency import fill
from tests.desktop_rig import Rig, missing, until
from tests.e2e.program import EXECUTABLE, Program

_TICKS = os.sysconf("SC_CLK_TCK")
_STARTS = 5
_SETTLED_S = 20.0
"""After so long the index of the search is built and what the start left behind is freed."""


def qt_free() -> bool:
    """Return whether the command line does not import Qt."""
    loads = "import sys, quickdesk.cli, quickdesk.cli.main, quickdesk.__main__; "
    check = f"{loads}print(sorted(name for name in sys.modules if 'PySide' in name or 'shiboken' in name))"
    found = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    return found.stdout.strip() == "[]"


def command_times(program: Program, *arguments: str) -> list[float]:
    """Return the duration of commands in their own processes, in milliseconds."""
    environment = {**program.rig.env, **program.env}
    times = []
    for _ in range(20):
        began = time.perf_counter()
        subprocess.run((str(EXECUTABLE), *arguments), env=environment, check=True, capture_output=True)
        times.append((time.perf_counter() - began) * 1000)
    return times


def start_times(program: Program) -> tuple[list[float], list[float]]:
    """Return milliseconds from exec until it listens, and until its icon is in the tray."""
    listens, docked = [], []
    for _ in range(_STARTS):
        program.quit()
        began = time.perf_counter()
        program.launch()
        _poll(program.is_listening)
        listens.append((time.perf_counter() - began) * 1000)
        _poll(lambda: program.screen.has_tray_icon(program.pid))
        docked.append((time.perf_counter() - began) * 1000)
    return listens, docked


def _poll(probe: object) -> None:
    end = time.monotonic() + 30
    while not probe():  # type: ignore[operator]
        if time.monotonic() > end:
            raise TimeoutError("it did not start")
        time.sleep(0.005)


def processor_seconds(process: int) -> float:
    """Return the processor time a process has used, user and system."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory(process: int) -> str:
    """Return resident and proportional memory as text."""
    status = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    shares = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in rollup}
    resident = int(status["VmRSS"].split()[0]) // 1024
    return f"VmRSS {resident} MB, PSS {shares['Pss']} MB, private {shares['Private_Dirty']} MB"


def main() -> int:
    """Run the measurements selected on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--replies", type=int, default=5000)
    parser.add_argument("--idle", type=float, default=60, metavar="SECONDS")
    chosen = parser.parse_args()
    if reason := missing("tint2"):
        print(reason)
        return 1
    print(f"command line without Qt: {qt_free()}")
    with Rig(tray=True) as rig, Program(rig) as program:
        fill(program, chosen.replies)
        listens, docked = start_times(program)
        print(f"exec to listening: median {statistics.median(listens):.0f}, max {max(listens):.0f} ms")
        print(f"exec to tray icon: median {statistics.median(docked):.0f}, max {max(docked):.0f} ms")
        for command in (("hide",), ("find", "tk")):
            times = command_times(program, *command)
            print(f"quickdesk {' '.join(command)}: median {statistics.median(times):.0f} ms")
        program.open_palette()
        program.key("Escape")
        until(lambda: not program.palette, "the palette closed")
        time.sleep(_SETTLED_S)
        before = processor_seconds(program.pid)
        time.sleep(chosen.idle)
        used = processor_seconds(program.pid) - before
        print(f"idle for {chosen.idle:.0f} s: {used * 1000:.0f} ms of processor ({used / chosen.idle:.3%})")
        print(f"memory with {chosen.replies} replies: {memory(program.pid)}")
    print(f"measured with {resource.getpagesize()} byte pages on {os.cpu_count()} processors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
