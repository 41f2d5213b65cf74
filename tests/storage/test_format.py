import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.document import Tables
from quickdesk.storage.format import VERSION, DamagedError, NewerError, decode, encode
from quickdesk.storage.open import open_stores
from quickdesk.storage.report import Flaw
from quickdesk.storage.settings_store import SETTINGS
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.storage.clean import is_clean

TABLES: Tables = {
    "snippets": {
        "1": {"_id": "a1", "title": "退款", "body": "亲😀", "code": "tk", "folder": ["售后"], "tags": []}
    },
    "trash": {"7": {"_id": "b2", "title": "旧", "body": "\n\t\0", "code": "", "folder": [], "tags": ["x"]}},
}
WHOLE = encode(SNIPPETS, TABLES)
PAST = Path(__file__).parents[1] / "data" / "storage"


def flaw_of(raw: bytes) -> Flaw:
    with pytest.raises(DamagedError) as found:
        decode(SNIPPETS, raw)
    return found.value.flaw


def test_what_is_written_can_be_read() -> None:
    assert decode(SNIPPETS, WHOLE).tables == {**TABLES, "history": {}}


def test_text_is_readable_in_the_file() -> None:
    assert "退款".encode() in WHOLE


def test_tinydb_reads_the_file_as_its_own(tmp_path: Path) -> None:
    (tmp_path / "snippets.json").write_bytes(WHOLE)
    with TinyDB(tmp_path / "snippets.json", encoding="utf-8") as db:
        assert db.table("snippets").all() == [TABLES["snippets"]["1"]]
        assert db.table("trash").get(doc_id=7) == TABLES["trash"]["7"]
        about = db.table("_meta").all()
        assert [(each["format"], each["version"]) for each in about] == [("quickdesk-snippets", VERSION)]


def test_cut_off_anywhere_it_is_damaged() -> None:
    for length in range(len(WHOLE)):
        assert flaw_of(WHOLE[:length]) in (Flaw.EMPTY, Flaw.NOT_JSON)
        assert flaw_of(WHOLE[:length].ljust(len(WHOLE), b"\0")) in (Flaw.EMPTY, Flaw.NOT_JSON)


def test_any_flipped_bit_is_seen() -> None:
    for position in range(len(WHOLE)):
        for bit in range(8):
            raw = bytearray(WHOLE)
            raw[position] ^= 1 << bit
            assert flaw_of(bytes(raw)) in (Flaw.NOT_JSON, Flaw.WRONG_SHAPE, Flaw.CHANGED)


@pytest.mark.parametrize(
    ("raw", "flaw"),
    [
        (b"", Flaw.EMPTY),
        (b" \r\n", Flaw.EMPTY),
        (b"\0" * 4096, Flaw.EMPTY),
        (b"not json", Flaw.NOT_JSON),
        (b"\xff\xfe", Flaw.NOT_JSON),
        ("{}".encode("utf-16"), Flaw.NOT_JSON),
        (b"[" * 200_000, Flaw.NOT_JSON),
        (b"9" * 100_000, Flaw.NOT_JSON),
        (b"null", Flaw.WRONG_SHAPE),
        (b"[]", Flaw.WRONG_SHAPE),
        (b"{}", Flaw.WRONG_SHAPE),
        (b'{"_default":{}}', Flaw.WRONG_SHAPE),
        (b'{"snippets":[]}', Flaw.WRONG_SHAPE),
        (b'{"snippets":{"a":7}}', Flaw.WRONG_SHAPE),
        (b'{"snippets":{"a":{"title":"t"}}}', Flaw.WRONG_SHAPE),
        (b'{"snippets":{"a":{"title":"t","body":7}}}', Flaw.WRONG_SHAPE),
        (b'{"snippets":{"a":{"title":"t","body":"b","tags":"x"}}}', Flaw.WRONG_SHAPE),
        (b'{"snippets":{"a":{"title":"t","body":"b","folder":[7]}}}', Flaw.WRONG_SHAPE),
        (b'{"snippets":{},"snippets":{}}', Flaw.WRONG_SHAPE),
        (b'{"snippets":{"a":{"title":"t","body":"b"},"a":{"title":"u","body":"b"}}}', Flaw.WRONG_SHAPE),
        (
            b'{"snippets":{"a":{"title":"t","body":"b"}},"trash":{"a":{"title":"t","body":"b"}}}',
            Flaw.WRONG_SHAPE,
        ),
        (b'{"_meta":{"1":{"format":"quickdesk-snippets","version":1}},"snippets":{}}', Flaw.CHANGED),
        (b'{"_meta":{"1":{"format":"quickdesk-snippets","version":true}},"snippets":{}}', Flaw.WRONG_SHAPE),
        (b'{"_meta":[],"snippets":{}}', Flaw.WRONG_SHAPE),
        (encode(SETTINGS, {"settings": {}, "fields": {}}), Flaw.WRONG_SHAPE),
    ],
)
def test_what_is_no_data_file_is_recognized(raw: bytes, flaw: Flaw) -> None:
    assert flaw_of(raw) is flaw


def test_a_file_made_by_hand_is_read() -> None:
    contents = decode(SNIPPETS, b'\xef\xbb\xbf{"snippets": {"a": {"title": "t", "body": "b"}}}\n')
    snippet = {"_id": "a", "title": "t", "body": "b"}
    assert contents.tables == {"snippets": {"1": snippet}, "trash": {}, "history": {}}
    assert contents.generation is None


@pytest.mark.parametrize("sealed_as_we_do", [True, False])
def test_a_newer_version_is_told_from_a_damaged_file(sealed_as_we_do: bool) -> None:
    newer = json.dumps(
        {"_meta": {"1": {"format": "quickdesk-snippets", "version": VERSION + 1}}, "things": []}
    ).encode()
    if sealed_as_we_do:
        import dataclasses

        newer = encode(dataclasses.replace(SNIPPETS, version=VERSION + 1), {"things": {}})
        with pytest.raises(DamagedError):
            decode(SNIPPETS, newer.replace(b"things", b"thongs"))
    with pytest.raises(NewerError):
        decode(SNIPPETS, newer)


@pytest.mark.parametrize("version", [2])
def test_journals_of_every_past_version_are_read(version: int, tmp_path: Path) -> None:
    for path in PAST.glob(f"*.{version}"):
        (tmp_path / path.name.removesuffix(f".{version}")).write_bytes(path.read_bytes())
    with open_stores(tmp_path) as stores:
        assert is_clean(stores.report)
        assert [each.title for each in stores.snippets.snippets()] == ["退款进度", "问候"]
        assert [each.title for each in stores.snippets.removed()] == ["旧话术"]
        assert stores.snippets.get("5f1c") is not None
        assert stores.settings.load().text_scale == 150


def test_a_whole_folder_of_version_2_opens_without_a_word_and_gets_its_lineage(tmp_path: Path) -> None:
    for path in (PAST / "folder-2").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with open_stores(tmp_path, read_only=True) as stores:
        assert is_clean(stores.report)
        assert {each.id for each in stores.snippets.snippets()} == {"a2", "a3", "a4"}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    for number in range(3):
        with open_stores(tmp_path) as stores:
            assert is_clean(stores.report)
            assert number or stores.checker(tmp_path).check().findings == ()
            assert [each.id for each in stores.snippets.removed()] == ["a1"]
            stores.snippets.apply(Change(put=(Snippet(f"n{number}", "t", "b"),)))
            assert len(stores.snippets.snippets()) == 4 + number
        assert decode(SNIPPETS, (tmp_path / "snippets.json").read_bytes()).lineage
        # Cut off, it is the one before with its journals that says the same.
        (tmp_path / "snippets.json").write_bytes(b"")
        with open_stores(tmp_path) as stores:
            assert [each.lost_nothing for each in stores.report.recoveries] == [True]
            assert len(stores.snippets.snippets()) == 4 + number


def test_version_1_becomes_todays_form_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    for name in ("snippets", "settings"):
        (tmp_path / f"{name}.json").write_bytes((PAST / f"{name}-1.json").read_bytes())
    for _ in range(2):
        with open_stores(tmp_path) as stores:
            assert is_clean(stores.report)
            assert not stores.report.is_first_start
            assert [each.id for each in stores.snippets.snippets()] == ["5f1c"]
            assert [each.id for each in stores.snippets.removed()] == ["a0b1"]
            assert stores.settings.load().text_scale == 125
            assert dict(stores.settings.field_values()) == {"称呼": "亲"}
        assert (tmp_path / "snippets.json.prev").read_bytes() == (tmp_path / "snippets.json").read_bytes()
    with TinyDB(tmp_path / "snippets.json", encoding="utf-8") as db:
        assert [row["_id"] for row in db.table("snippets").all()] == ["5f1c"]


@pytest.mark.parametrize("kind", [SNIPPETS, SETTINGS], ids=lambda kind: kind.name)
def test_files_of_every_past_version_are_read(kind: type[SNIPPETS]) -> None:  # type: ignore[valid-type]
    files = sorted(PAST.glob(f"{kind.name}-*.json"))
    assert files
    for path in files:
        assert any(decode(kind, path.read_bytes()).tables.values())
