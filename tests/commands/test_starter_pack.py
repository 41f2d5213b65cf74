"""A new data folder begins with the shipped pack; without it quickdesk begins all the same."""

from collections.abc import Mapping

import pytest

from quickdesk.commands.upkeep import add_starter_pack
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.shipped import STARTER, pack_texts
from tests.fakes.command_services import services_with, store_of


def test_the_pack_is_stored_and_found() -> None:
    services = services_with()
    assert add_starter_pack(services.library, services.shop_words, lambda: pack_texts(STARTER))
    assert len(services.store.snippets()) >= 80
    assert services.finder.find("退款")


def missing() -> Mapping[str, str]:
    raise FileNotFoundError("snippets")


def garbled() -> Mapping[str, str]:
    raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


@pytest.mark.parametrize("read", [missing, garbled, dict, lambda: {"pack.toml": "format = ["}])
def test_a_pack_that_cannot_be_read_is_logged_and_told(
    read: object, caplog: pytest.LogCaptureFixture
) -> None:
    services = services_with()
    assert not add_starter_pack(services.library, services.shop_words, read)  # type: ignore[arg-type]
    assert services.store.snippets() == ()
    assert "starter pack" in caplog.text
    caplog.clear()


def test_a_store_that_refuses_is_another_matter() -> None:
    services = services_with()
    store_of(services).refuse = StoreProblem.DISK_FULL
    with pytest.raises(StoreError):
        add_starter_pack(services.library, services.shop_words, lambda: pack_texts(STARTER))


def test_the_words_of_a_pack_are_added_to_those_of_the_shop() -> None:
    services = services_with()
    files = {**pack_texts(STARTER), "lexicon.txt": "小白 帆布鞋\n"}
    assert add_starter_pack(services.library, services.shop_words, lambda: files)
    assert services.lexicon.text() == "小白 帆布鞋"
