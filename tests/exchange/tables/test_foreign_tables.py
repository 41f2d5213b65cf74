"""Tables of other programs: what their rows show together decides about single cells."""

import codecs

import pytest

from quickdesk.exchange.formats import read
from quickdesk.exchange.parsed import ImportNote, ParsedFile, RefusalReason
from quickdesk.replies.snippet import Snippet


def table(text: str) -> ParsedFile:
    return read("a.csv", text.encode())


def replies(text: str) -> list[Snippet]:
    return [record.snippet for record in table(text).records]


def folders(*cells: str) -> list[str]:
    rows = "".join(f"{cell},t{number},b\n" for number, cell in enumerate(cells))
    return [snippet.folder_path for snippet in replies("分组,标题,内容\n" + rows)]


def test_each_of_several_columns_with_replies_is_a_reply() -> None:
    parsed = table("标题,内容,内容,快捷键\n退货,甲文,乙文,th\n")
    assert [(one.snippet.title, one.snippet.body, one.snippet.code) for one in parsed.records] == [
        ("退货", "甲文", "th"),
        ("退货 2", "乙文", ""),
    ]
    assert parsed.records[1].notes == (ImportNote.ONE_OF_SEVERAL,)


def test_the_first_column_with_text_is_the_reply_if_another_is_empty() -> None:
    assert [(one.title, one.body) for one in replies("标题,内容,内容\n退货,,乙文\n")] == [("退货", "乙文")]


def test_further_replies_of_a_row_are_named_after_their_column() -> None:
    found = replies("问题,答案,话术\n退货,甲,乙\n")
    assert [one.title for one in found] == ["退货", "退货 · 话术"]


def test_further_columns_of_other_fields_lose_no_text() -> None:
    (only,) = replies("一级分类,二级分类,标题,问题,内容,标签,标记,备注,备注\n售后,退货,退,怎么退,b,x,y,m,n\n")
    assert only.folder == ("售后", "退货")
    assert (only.title, only.asks) == ("退", ("怎么退",))
    assert (only.tags, only.remark) == (("x", "y"), "m\nn")


def test_columns_that_are_not_read_are_named_if_they_have_text() -> None:
    parsed = table("标题,内容,图片名,空\na,b,x.png,\n")
    assert [(one.note, one.detail) for one in parsed.notes] == [(ImportNote.COLUMNS_NOT_READ, "图片名")]


def test_empty_folder_cells_of_merged_cells_continue_the_folder_above() -> None:
    assert folders("售后", "", "物流", "") == ["售后", "售后", "物流", "物流"]
    parsed = table("分组,标题,内容\n售后,退货,甲\n,换货,乙\n")
    assert [one.note for one in parsed.notes] == [ImportNote.FOLDERS_CONTINUED]


@pytest.mark.parametrize(
    "cells",
    [
        ("售后", "售后", "", "物流"),
        ("售后", "", "物流", "", "售后", ""),
        ("", "售后", "", ""),
        ("售后", "物流", "活动", ""),
        ("", "", ""),
    ],
)
def test_empty_folder_cells_of_other_tables_are_no_folder(cells: tuple[str, ...]) -> None:
    assert folders(*cells) == list(cells)
    assert not table("分组,标题,内容\n" + "".join(f"{cell},t,b\n" for cell in cells)).notes


def test_inner_merged_folders_begin_anew_in_each_outer_one() -> None:
    text = "一级分类,二级分类,标题,内容\n售后,退货,a,b\n,,c,d\n售前,,e,f\n,尺码,g,h\n,,i,j\n"
    assert [one.folder_path for one in replies(text)] == [
        "售后/退货",
        "售后/退货",
        "售前",
        "售前/尺码",
        "售前/尺码",
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "售后/退货",
        "售后>退货",
        "售后 > 退货",
        "售后＞退货",
        "售后\\退货",
        "售后=>退货",
        "售后::退货",
        "售后→退货",
    ],
)
def test_a_folder_path_has_many_separators(cell: str) -> None:
    assert folders(cell) == ["售后/退货"]


def test_a_row_with_a_nul_is_refused_with_its_number() -> None:
    parsed = table("标题,内容\n退货,您好\0世界\n换货,好\n")
    assert [record.snippet.body for record in parsed.records] == ["好"]
    assert [(one.reason, one.place.row, one.title) for one in parsed.refused] == [
        (RefusalReason.DAMAGED_TEXT, 2, "退货")
    ]


@pytest.mark.parametrize(
    ("encoding", "other", "mark"),
    [
        ("utf-8", "gb18030", b""),
        ("utf-8", "gb18030", codecs.BOM_UTF8),
        ("utf-8", "big5hkscs", b""),
        ("gb18030", "utf-8", b""),
    ],
)
def test_a_row_in_another_encoding_is_refused_with_its_number(encoding: str, other: str, mark: bytes) -> None:
    good = "标题,内容\r\n退货,您好，请您稍等\r\n谢谢,感谢您的光临\r\n".encode(encoding)
    bad = "換貨,稍等一下喔\r\n".encode(other)
    parsed = read("a.csv", mark + good + bad + "再见,您慢走\r\n".encode(encoding))
    assert [record.snippet.title for record in parsed.records] == ["退货", "谢谢", "再见"]
    assert [(one.reason, one.place.row) for one in parsed.refused] == [(RefusalReason.DAMAGED_TEXT, 4)]


def test_zeros_at_the_end_of_a_file_cost_one_row() -> None:
    parsed = read("a.csv", "标题,内容\n退货,您好\n".encode() + bytes(4096))
    assert (len(parsed.records), len(parsed.refused)) == (1, 1)


def test_a_damaged_line_of_markdown_costs_its_reply() -> None:
    content = "# 店\n## 退货\n```\n您好，请稍等\n```\n## 换货\n```\n您好".encode() + b"\xff\xfe\n```\n"
    parsed = read("a.md", content)
    assert [record.snippet.title for record in parsed.records] == ["退货"]
    assert [(one.reason, one.title) for one in parsed.refused] == [(RefusalReason.DAMAGED_TEXT, "换货")]


def test_html_and_placeholders_are_converted_and_noted() -> None:
    parsed = table("标题,内容\n退货,<p>您好&nbsp;<b>亲</b></p><br>再见\n变量,您好[客户姓名]，{{order_id}}\n")
    first, second = parsed.records
    assert (first.snippet.body, first.notes) == ("您好 亲\n\n再见", (ImportNote.HTML_TO_TEXT,))
    assert second.snippet.body == "您好{客户姓名}，{order_id}"
    assert [each.field for each in second.placeholders] == ["{客户姓名}", "{order_id}"]


def test_html_without_text_is_no_reply() -> None:
    assert [one.reason for one in table("标题,内容\n退货,<p>&nbsp;</p>\n").refused] == [RefusalReason.NO_BODY]


def test_our_own_export_keeps_texts_that_look_foreign() -> None:
    text = 'code,title,body,folder,tags\n,a,"{{x}} [订单号] <br> &amp;",b>c,x y\n,d,e,,\n'
    first, second = replies(text)
    assert (first.body, first.folder, first.tags) == ("{{x}} [订单号] <br> &amp;", ("b>c",), ("x y",))
    assert second.folder == ()


def test_spaces_separate_tags_unless_another_separator_is_used() -> None:
    assert replies("标题,内容,标签\na,b,售后 退货\nc,d,x\n")[0].tags == ("售后", "退货")
    assert replies("标题,内容,标签\na,b,售后 退货\nc,d,x;y\n")[0].tags == ("售后 退货",)
