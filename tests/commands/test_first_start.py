"""A new data folder begins with the shipped pack; without it quickdesk begins all the same."""

from collections.abc import Mapping

import pytest

from quickdesk.commands.first_start import welcome
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.shipped import STARTER, pack_texts
from tests.commands.desks import desk_with, store_of


def test_the_pack_is_stored_and_found() -> None:
    desk = desk_with()
    assert welcome(desk, lambda: pack_texts(STARTER))
    assert len(desk.store.snippets()) >= 80
    assert desk.finder.find("退款")


def missing() -> Mapping[str, str]:
    raise FileNotFoundError("snippets")


def garbled() -> Mapping[str, str]:
    raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


@pytest.mark.parametrize("read", [missing, garbled, dict, lambda: {"pack.toml": "format = ["}])
def test_a_pack_that_cannot_be_read_is_logged_and_told(
    read: object, caplog: pytest.LogCaptureFixture
) -> None:
    desk = desk_with()
    assert not welcome(desk, read)  # type: ignore[arg-type]
    assert desk.store.snippets() == ()
    assert "starter pack" in caplog.text
    caplog.clear()


def test_a_store_that_refuses_is_another_matter() -> None:
    desk = desk_with()
    store_of(desk).refuse = StoreProblem.DISK_FULL
    with pytest.raises(StoreError):
        welcome(desk, lambda: pack_texts(STARTER))
