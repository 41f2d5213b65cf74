"""A data file of another computer is read as an export is."""

import hashlib
from pathlib import Path

import pytest

from quickdesk.exchange.data_file import JOURNAL_VERSION, SNAPSHOT_VERSION
from quickdesk.exchange.formats import read
from quickdesk.exchange.parsed import ExchangeError, ExchangeReason, Format, ParsedFile, RefusalReason
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.journal import record
from quickdesk.storage.open import open_stores
from quickdesk.storage.snippets.shape import SNIPPETS

KEPT = Snippet(
    "a1", "退款进度", "亲，{天数:3}天内到账😀", "tk", ("售后", "退款"), ("常用",), "先问主管", ("几天到账",)
)
GONE = Snippet("a2", "旧话术", "旧")
LATE = Snippet("a3", "问候", "您好\n亲", "", (), ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(KEPT, GONE)))
    stores = open_stores(tmp_path)
    stores.snippets.apply(Change(put=(LATE,)))
    stores.snippets.apply(Change(put=(GONE,), remove=("a2",)))
    return tmp_path


def found(parsed: ParsedFile) -> list[Snippet]:
    assert parsed.format is Format.JSON
    assert not parsed.refused
    return [each.snippet for each in parsed.records]


def test_the_versions_are_those_of_the_storage() -> None:
    assert (SNIPPETS.version, record.VERSION) == (SNAPSHOT_VERSION, JOURNAL_VERSION)


@pytest.mark.parametrize("name", ["snippets (conflicted copy).json", "snippets.json.foreign-1"])
def test_a_snapshot_contains_all_replies_in_use(folder: Path, name: str) -> None:
    assert found(read(name, (folder / "snippets.json").read_bytes())) == [KEPT, GONE]


def test_a_journal_contains_what_was_changed(folder: Path) -> None:
    journal = max(folder.glob("snippets.*.log"))
    assert found(read("snippets.3.log.foreign-1", journal.read_bytes())) == [LATE]


def test_a_damaged_line_of_a_journal_is_refused_with_its_number(folder: Path) -> None:
    raw = max(folder.glob("snippets.*.log")).read_bytes()
    parsed = read("x.log", raw.replace("您好".encode(), "你好".encode(), 1))
    assert parsed.records == ()
    assert [(each.reason, each.place.line) for each in parsed.refused] == [(RefusalReason.DAMAGED_LINE, 3)]


def test_a_journal_with_windows_line_ends_is_read(folder: Path) -> None:
    raw = max(folder.glob("snippets.*.log")).read_bytes()
    assert found(read("x.log", raw.replace(b"\n", b"\r\n"))) == found(read("x.log", raw))


@pytest.mark.parametrize("name", ["snippets-1.json", "snippets-2.json"])
def test_files_of_earlier_versions_are_read(name: str) -> None:
    past = Path(__file__).parents[1] / "data" / "storage"
    (snippet,) = found(read(name, (past / name).read_bytes()))
    assert snippet == Snippet(
        "5f1c", *[getattr(KEPT, each) for each in ("title", "body", "code", "folder", "tags")]
    )


def journal_with(body: bytes) -> bytes:
    mac = hashlib.blake2b(body, digest_size=8, key=b"k").hexdigest().encode()
    return b"quickdesk-journal 2 snippets 1 0 k 0\n\n%s %s\n" % (mac, body)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"_meta":{"1":{"format":"quickdesk-snippets","version":99}},"snippets":{}}', "NEWER_VERSION"),
        (b'{"_meta":{"1":{"format":"quickdesk-settings","version":3}},"snippets":{}}', "FOREIGN_JSON"),
        (b'{"_meta":{"1":{"format":"quickdesk-snippets","version":3}},"snippets":[]}', "FOREIGN_JSON"),
        (b'{"_meta":{"1":{"format":"quickdesk-snippets","version":3}},"snip', "BROKEN_JSON"),
        (b"quickdesk-journal 99 snippets 1 0 0 0\n", "NEWER_VERSION"),
        (b"quickdesk-journal 2 insights 1 0 0 0\n", "FOREIGN_JSON"),
        (b"quickdesk-journal snippets\n", "BROKEN_JSON"),
        (b"quickdesk-journal x snippets 1 0 0 0\n", "BROKEN_JSON"),
        *((journal_with(body), "BROKEN_JSON") for body in (b"[1]", b"[1,0,7]", b"{}", b"[1,0,[1]]", b"[[[")),
        (journal_with(b'[1,0,[["p","snippets",[],{}]]]'), "BROKEN_JSON"),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, reason: str) -> None:
    with pytest.raises(ExchangeError) as refusal:
        read("snippets (1).json", raw)
    assert refusal.value.reason is ExchangeReason[reason]
