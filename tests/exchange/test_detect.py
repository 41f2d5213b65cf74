import pytest

from quickdesk.exchange.detect import detect_format, is_spreadsheet
from quickdesk.exchange.parsed import ExchangeError, ExchangeReason, Format

MARKDOWN = "# 售后\n```\n亲\n```\n"


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.txt", MARKDOWN, Format.MARKDOWN),
        ("a.csv", MARKDOWN, Format.MARKDOWN),
        ("a", "标题,内容\n1,2\n", Format.CSV),
        ("a.csv", "标题\t内容\n1\t2\n", Format.TSV),
        ("a.md", "标题,内容\n1,2\n", Format.CSV),
        ("a.txt", '{"format": "quickdesk"', Format.JSON),
        ("a.csv", "[]", Format.JSON),
        ("a.json", "[{", Format.JSON),
        ("a.csv", "x,y\n", Format.CSV),
        ("a.tsv", "x\ty\n", Format.TSV),
        ("a.MD", "nothing", Format.MARKDOWN),
        ("a.csv", "内容\n亲\n", Format.CSV),
        ("a.csv", '标题,内容\n"# a","```\nb\n```"\n', Format.CSV),
    ],
)
def test_the_content_decides_and_the_name_settles_doubt(name: str, text: str, found: Format) -> None:
    assert detect_format(name, text) is found


@pytest.mark.parametrize(
    "text", ["亲，您好", "{名}您好", "[链接", "MIT License\n\nCopyright (c)", "# only a heading"]
)
def test_what_is_in_no_format_of_ours_is_refused(text: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        detect_format("a.txt", text)
    assert caught.value.reason is ExchangeReason.UNKNOWN_FORMAT


def test_spreadsheets_are_recognized() -> None:
    assert is_spreadsheet("a.bin", b"PK\x03\x04....xl/workbook.xml")
    assert is_spreadsheet("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert not is_spreadsheet("a.zip", b"PK\x03\x04....photo.jpg")
    assert not is_spreadsheet("a.xlsx", b"other")
