"""Some kills of :mod:`tests.bench.customer_kills`, whose command runs many."""

import random
from pathlib import Path

from tests.bench.customer_kills import CustomerKills

KILLS = 4


def test_a_killed_program_loses_no_customer_and_leaves_no_name_in_a_file(tmp_path: Path) -> None:
    kills = CustomerKills(tmp_path / "data", random.Random(7))
    for _ in range(KILLS):
        kills.round()
        assert kills.count.is_good, kills.count
    assert kills.count.acknowledged > KILLS
