"""Runs the power-cut model at full length, and counts the opened and the wrong disks.

    python -m tests.bench.power_cuts --workloads 200 [--encrypted]

Every second workload also lets operations fail. The seeded faults (each omits one kind of sync) must be
detected. The exit code is 1 if a state was wrong, an alarm was false, or a fault was not detected.
"""

import argparse
import sys
from functools import partial
from multiprocessing import Pool
from time import perf_counter

from tests.fakes.engine import PLAIN, SECRET
from tests.fakes.power_disk import FAULTS
from tests.fakes.power_workload import PowerWorkload, Verdict

FAILING_ONE_IN = 12
FAULTY_WORKLOADS = 4


def verdict(seed: int, fault: str = "", *, is_encrypted: bool = False) -> Verdict:
    """Run one workload."""
    failing = FAILING_ONE_IN if seed % 2 and not fault else 0
    workload = PowerWorkload(seed, fault, failing, SECRET if is_encrypted else PLAIN)
    workload.run()
    return workload.verdict()


def main() -> int:
    """Run the requested number of workloads and print the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workloads", type=int, default=200)
    parser.add_argument("--encrypted", action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    one = partial(verdict, is_encrypted=options.encrypted)
    start = perf_counter()
    with Pool(options.processes) as pool:
        found = list(pool.imap(one, range(options.workloads)))
        faulty = {
            fault: sum(pool.map(partial(one, fault=fault), range(FAULTY_WORKLOADS)), Verdict())
            for fault in FAULTS
        }
    total = sum(found, Verdict())
    bad = [str(seed) for seed, each in enumerate(found) if each.flaws]
    print(
        f"{options.workloads} workloads, {total.disks} disks, {total.second} after a second cut: "
        f"{total.wrong} wrong states, {total.alarms} false alarms; {perf_counter() - start:.0f} s"
    )
    if bad:
        print("seeds with flaws:", " ".join(bad))
    for fault, each in faulty.items():
        print(f"without the sync of the {fault}: {each.flaws} of {each.disks + each.second} wrong")
    return int(bool(bad) or not all(each.flaws for each in faulty.values()))


if __name__ == "__main__":
    sys.exit(main())
