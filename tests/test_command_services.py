"""The real clocks."""

from datetime import timedelta

from quickdesk.command_services import SystemClock


def test_the_monotonic_counter_never_decreases_and_does_not_depend_on_the_date() -> None:
    clock = SystemClock()
    looks = [clock.uptime() for _ in range(3)]
    assert looks == sorted(looks)
    assert 0 < looks[0] < timedelta(days=10 * 365).total_seconds(), "seconds since the start, not since 1970"
    assert clock.now().tzinfo is not None
