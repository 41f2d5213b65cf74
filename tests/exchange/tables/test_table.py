import pytest

from quickdesk.exchange.foreign.conversion import with_fields
from quickdesk.exchange.parsed import (
    ExchangeError,
    ExchangeReason,
    FileNote,
    ImportNote,
    ImportRecord,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.exchange.tables.table import looks_like_table, read_table
from quickdesk.replies.template import parse
from tests.exchange.records import record, snippet


def read(text: str) -> list[ImportRecord | RefusedRecord]:
    entries = with_fields(list(read_table("a.csv", text)))
    return [entry for entry in entries if not isinstance(entry, FileNote)]


def test_a_row_becomes_a_reply() -> None:
    (only,) = read('标题,内容,编码,分组,标签\n退货,"亲，{名}\r\n再见",th,售后/退货,"常用;急,x"\n')
    assert only == record(
        "退货",
        "亲，{名}\n再见",
        Place("a.csv", 2, 2),
        folder=("售后", "退货"),
        code="th",
        tags=("常用", "急", "x"),
        placeholders=(("{名}", "{名}"),),
    )


def test_missing_columns_are_not_stated() -> None:
    (only,) = read("title,body\nRefund,Done\n")
    assert only == record("Refund", "Done", Place("a.csv", 2, 2))


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = f"标题{delimiter}内容\n退货{delimiter}亲，可以; 好\n".replace("; 好", "。")
    (only,) = read(text)
    assert (snippet(only).title, snippet(only).body) == ("退货", "亲，可以。")


def test_excel_may_name_the_delimiter() -> None:
    (only,) = read("sep=;\n标题;内容\na;b\n")
    assert snippet(only).body == "b"


def test_notes_above_the_header_and_nested_groups() -> None:
    text = (
        "最初3行的内容请勿改动(V3)！！！,,,,,\n账号,,,,,\n"
        "分组,快捷编码,标题,内容,图片名,程序数据（手工新增词条时，本字段留空即可）\n"
        "售后=>退货/换货,1,退,亲,,\n售前 ＝> 尺码,2,码,好,,\n未分组,,x,y,,\n"
    )
    found = read(text)
    assert [snippet(one).folder for one in found] == [
        ("售后", "退货／换货"),
        ("售前", "尺码"),
        (),
    ]
    assert found[0].place == Place("a.csv", 4, 4)


def test_rows_that_would_lose_text_are_refused_with_their_place() -> None:
    assert read('标题,内容\na,b,c\n,,\nd,\n\ne,"f\ng,h\n') == [
        RefusedRecord(RefusalReason.TOO_MANY_CELLS, Place("a.csv", 2, 2), "a"),
        RefusedRecord(RefusalReason.NO_BODY, Place("a.csv", 4, 4), "d"),
        RefusedRecord(RefusalReason.UNCLOSED_QUOTE, Place("a.csv", 6, 6), "e"),
        record("g", "h", Place("a.csv", 7, 7)),
    ]


def test_a_missing_title_comes_from_the_body() -> None:
    (only,) = read("内容\n亲，您好\n")
    assert (snippet(only).title, only.notes) == ("亲，您好", (ImportNote.TITLE_FROM_BODY,))


def test_braces_that_are_not_fields_stay_text_and_are_noted() -> None:
    (only,) = read("标题,内容\na,满减{%50%}{名}\n")
    assert (snippet(only).body, only.notes) == ("满减{{%50%}}{名}", (ImportNote.BRACES_KEPT_AS_TEXT,))
    parse(snippet(only).body)


def test_escaped_formulas_and_excel_line_ends_are_restored() -> None:
    (only,) = read("标题,内容\n'=a,'-50_x000D_\n")
    assert (snippet(only).title, snippet(only).body) == ("=a", "-50")


def test_a_separator_inside_a_tag_is_kept_by_a_backslash() -> None:
    (only,) = read("标题,内容,标签\na,b,x\\;y;z\\\\\n")
    assert snippet(only).tags == ("x;y", "z\\")


@pytest.mark.parametrize("text", ["日期,金额\n1,2\n", "甲,乙\n", "亲，您好"])
def test_a_table_without_replies_is_refused(text: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(text)
    assert caught.value.reason is ExchangeReason.NO_BODY_COLUMN


def test_without_a_suffix_only_a_certain_table_is_a_table() -> None:
    assert looks_like_table("标题,内容\n")
    assert looks_like_table("a,b\nx,y\ncode\ttext\n")
    assert not looks_like_table("内容\n")
    assert not looks_like_table("今天的内容,如下\n")


def test_a_header_is_looked_for_at_the_beginning_only() -> None:
    assert looks_like_table("x" * 900_000 + "\n标题,内容\n")
    assert not looks_like_table("x" * 1_000_000 + "\n标题,内容\n")
    assert len(read("标题,内容\n" + f"退货,{'亲' * 90_000}\n" * 12)) == 12


@pytest.mark.parametrize("remark", ["长" * 2001, "a\x0bb"])
def test_what_cannot_be_a_remark_does_not_cost_a_reply_of_another_program(remark: str) -> None:
    (only,) = read(f'问题,话术内容,备注\n怎么退货,您好请申请,"{remark}"\n')
    assert isinstance(only, ImportRecord)
    assert (only.snippet.body, only.snippet.remark) == ("您好请申请", "")
    assert only.notes == (ImportNote.REMARK_LEFT_OUT,)
