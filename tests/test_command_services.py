"""The real clocks."""

from datetime import timedelta

from quickdesk.command_services import SystemClock


def test_the_counter_of_the_computer_only_rises_and_knows_nothing_of_the_date() -> None:
    clock = SystemClock()
    looks = [clock.uptime() for _ in range(3)]
    assert looks == sorted(looks)
    assert 0 < looks[0] < timedelta(days=10 * 365).total_seconds(), "seconds since the start, not since 1970"
    assert clock.now().tzinfo is not None
