"""Some kills of :mod:`tests.bench.kills`, whose command runs many."""

from pathlib import Path

from tests.bench.kills import Kills

KILLS = 12


def test_a_killed_program_or_command_loses_no_acknowledged_change(tmp_path: Path) -> None:
    kills = Kills(tmp_path / "data", seed=42)
    for _ in range(KILLS):
        kills.round()
        assert kills.count.is_good, kills.count
    assert kills.count.acknowledged > 5
    assert kills.count.tray_kills > 3
    assert kills.count.command_kills > 1
    assert kills.count.moves > 3
    assert kills.count.moved > 0, "changes were refused while the folder was gone"
