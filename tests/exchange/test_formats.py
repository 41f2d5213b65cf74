import time

import pytest

from quickdesk.exchange import formats
from quickdesk.exchange.detect import require_few_lines
from quickdesk.exchange.formats import format_to_write, read, write
from quickdesk.exchange.parsed import (
    MAX_CELLS,
    MAX_FILE,
    MAX_LINES,
    ExchangeError,
    ExchangeReason,
    Format,
)
from quickdesk.replies.snippet import Snippet

SNIPPETS = [Snippet("1", "退货", "亲，{名}", "th", ("售后",), ("常用",))]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"", ExchangeReason.EMPTY),
        ("a.csv", "\ufeff \r\n".encode(), ExchangeReason.EMPTY),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", ExchangeReason.BINARY),
        ("a.xlsx", b"PK\x03\x04\x14\x00\x00\x00xl/", ExchangeReason.SPREADSHEET),
        ("a.csv", "标题,内容\r退货,您好，请您稍等片刻".encode()[:-1], ExchangeReason.DAMAGED_TEXT),
        ("a.csv", b"a,b\n\xff\xff\xff", ExchangeReason.UNKNOWN_ENCODING),
        ("a.txt", b"hello", ExchangeReason.UNKNOWN_FORMAT),
        ("a.csv", b"x,y\n1,2\n", ExchangeReason.NO_BODY_COLUMN),
        ("a.md", b"# nothing\n", ExchangeReason.NO_REPLIES),
        ("a.json", b'{"format": "quick', ExchangeReason.BROKEN_JSON),
        ("a.csv", b" " * (MAX_FILE + 1), ExchangeReason.TOO_LARGE),
        ("a.csv", b"title,body\nt,b\n" + b"\r" * MAX_LINES, ExchangeReason.TOO_MANY_LINES),
        ("a.csv", b"title,body\nt,b\n" + b"\r\n" * MAX_LINES, ExchangeReason.TOO_MANY_LINES),
        ("a.md", b"# F\n```\nb\n```\n" + "\u2028".encode() * MAX_LINES, ExchangeReason.TOO_MANY_LINES),
        ("a.txt", b"\n" * MAX_LINES + b"x\n", ExchangeReason.TOO_MANY_LINES),
        ("a.csv", b"title,body\nt,b\n" + b"," * MAX_CELLS, ExchangeReason.ROW_TOO_LONG),
        ("a.tsv", b"title\tbody\nt\tb\n" + b"\t" * MAX_CELLS, ExchangeReason.ROW_TOO_LONG),
        ("a.csv", b"," * MAX_CELLS + b"\ntitle,body\n", ExchangeReason.NO_BODY_COLUMN),
    ],
)
def test_each_bad_file_has_its_own_reason(name: str, content: bytes, reason: ExchangeReason) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(name, content)
    assert caught.value.reason is reason
    assert caught.value.place.file == name


def test_a_table_may_have_as_many_lines_and_cells_as_a_sheet() -> None:
    assert len(read("a.csv", b"title,body\nt,b\n" + b"," * (MAX_CELLS - 1)).records) == 1
    require_few_lines("a.csv", "\r\n" * MAX_LINES)


@pytest.mark.parametrize("wanted", [Format.CSV, Format.TSV, Format.MARKDOWN])
def test_a_format_that_was_asked_for_has_the_same_limits(wanted: Format) -> None:
    with pytest.raises(ExchangeError) as caught:
        read("a", b"body\nx" + b"\n" * MAX_LINES, wanted)
    assert caught.value.reason is ExchangeReason.TOO_MANY_LINES


def test_our_own_export_may_have_more_lines() -> None:
    content = write(SNIPPETS, Format.JSON).replace(b"[\n", b"[" + b"\n" * (MAX_LINES + 1))
    assert len(read("a.json", content).records) == 1


def test_the_row_that_is_too_long_is_named() -> None:
    with pytest.raises(ExchangeError) as caught:
        read("a.csv", b'title,body\nt,"b\nb"\n' + b"," * MAX_CELLS)
    assert (caught.value.place.row, caught.value.place.line) == (3, 4)


def test_too_many_replies_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MAX_RECORDS", 2)
    with pytest.raises(ExchangeError) as caught:
        read("a.csv", b"body\na\nb\nc\n")
    assert caught.value.reason is ExchangeReason.TOO_MANY_RECORDS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16"])
def test_every_supported_encoding_is_detected(encoding: str) -> None:
    parsed = read("a.csv", "標題,內容\r\n退貨,您好，請稍等\r\n".encode(encoding))
    assert [record.snippet.body for record in parsed.records] == ["您好，請稍等"]


def test_format_and_encoding_can_be_asked_for() -> None:
    parsed = read("a.txt", "内容\n谢谢\n".encode("gb18030"), Format.CSV, "gb18030")
    assert (parsed.format, parsed.encoding) == (Format.CSV, "gb18030")
    assert parsed.records[0].snippet.body == "谢谢"


@pytest.mark.parametrize("wanted", [Format.JSON, Format.CSV, Format.TSV])
def test_what_is_written_is_read(wanted: Format) -> None:
    parsed = read("a", write(SNIPPETS, wanted))
    snippet = parsed.records[0].snippet
    assert (parsed.format, len(parsed.records)) == (wanted, 1)
    assert (snippet.title, snippet.body, snippet.code) == ("退货", "亲，{名}", "th")


def test_markdown_is_only_read() -> None:
    assert format_to_write("a.md") is None
    assert format_to_write("a.JSON") is Format.JSON
    with pytest.raises(ValueError, match="markdown"):
        write(SNIPPETS, Format.MARKDOWN)


@pytest.mark.parametrize(
    "text",
    [
        "# a" + " " * 50_000 + "b\n```\nx\n```\n",
        "# x\n```" + " " * 50_000 + "`\n```\nx\n```\n",
        "# " + "(" * 50_000 + "\n```\nx\n```\n",
        "# x\n```\n" + "![](" * 20_000 + "\n```\n",
        "# x\n```\n[](" + "." * 80_000 + "\n```\n",
        "# x\n```\n[" + "-" * 80_000 + "]\n```\n",
        "标题,内容," + "(" * 50_000 + "\nx,y\n",
    ],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    started = time.perf_counter()
    assert read("a.md", text.encode()).records
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "标题,内容\na,x %a" + "_" * 50 + "-%"),
        ("a.csv", "标题,内容\na,x [a" + "_" * 50 + "!]"),
        ("a.csv", "标题,内容\na,x " + "[^" * 40_000),
        ("a.csv", "标题,内容\na,x " + ("<a" + " " * 3990) * 100),
        ("a.csv", "标题,内容,分类\na,x,售后" + " " * 90_000 + "退货"),
        ("a.md", "Q: 一\nA: 二\nQ" + " " * 20_000 + "三"),
        ("a.md", "Q: 一\nA: 二\n#" + " " * 90_000 + "三"),
    ],
    ids=["name", "bracket", "footnotes", "tags", "folder", "question", "heading"],
)
def test_a_hostile_file_takes_linear_time(name: str, text: str) -> None:
    started = time.perf_counter()
    assert read(name, text.encode()).records
    assert time.perf_counter() - started < 1
