import pytest

from quickdesk.exchange.tables.columns import CHINESE_HEADER, ENGLISH_HEADER, read_header
from quickdesk.replies.snippet import FIELD

CODE, FOLDER, TAGS, TITLE, BODY, REMARK, ASKS = (
    "code",
    "folder",
    "tags",
    "title",
    "body",
    "remark",
    "asks",
)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("快捷短语编码,快捷短语,快捷短语分组", {CODE: 0, BODY: 1, FOLDER: 2}),
        ("快捷编码,快捷短语,快捷短语分组", {CODE: 0, BODY: 1, FOLDER: 2}),
        ("登记日期,分组,快捷编码,快捷短语,是否加入团队", {FOLDER: 1, CODE: 2, BODY: 3}),
        ("快捷短语内容（必填）", {BODY: 0}),
        ("话术标题（选填）,话术内容（必填）", {TITLE: 0, BODY: 1}),
        (
            "分组,快捷编码,标题,内容,图片名,程序数据（手工新增词条时，本字段留空即可）",
            {FOLDER: 0, CODE: 1, TITLE: 2, BODY: 3},
        ),
        ("分类,类型,标题,内容", {FOLDER: 0, TITLE: 2, BODY: 3}),
        ("问题,答案,产品型号", {TITLE: 0, BODY: 1}),
        ("編碼,標題,內容,分組,標籤", {CODE: 0, TITLE: 1, BODY: 2, FOLDER: 3, TAGS: 4}),
        ("Name,Keyword,Snippet,Category", {TITLE: 0, CODE: 1, BODY: 2, FOLDER: 3}),
        ("code,title,body,folder,tags", {CODE: 0, TITLE: 1, BODY: 2, FOLDER: 3, TAGS: 4}),
        ("short_code,content", {CODE: 0, BODY: 1}),
        ("trigger,replace,title,folder", {CODE: 0, BODY: 1, TITLE: 2, FOLDER: 3}),
        (" ＴＩＴＬＥ ,Body*", {TITLE: 0, BODY: 1}),
        ("内容,回复", {BODY: 0}),
        ("售后回复话术,所属分组名", {BODY: 0, FOLDER: 1}),
        ("日期,金额", {}),
        ("标题,内容,备注", {TITLE: 0, BODY: 1, REMARK: 2}),
        ("標題,內容,備註", {TITLE: 0, BODY: 1, REMARK: 2}),
        ("Title,Text,Notes", {TITLE: 0, BODY: 1, REMARK: 2}),
        ("标题,备注内容", {TITLE: 0, BODY: 1}),
        ("标题,内容,问法", {TITLE: 0, BODY: 1, ASKS: 2}),
        ("问题,答案,关键词,标签", {TITLE: 0, BODY: 1, ASKS: 2, TAGS: 3}),
        ("標題,內容,關鍵詞", {TITLE: 0, BODY: 1, ASKS: 2}),
        ("标准问题,相似问题,答案", {TITLE: 0, ASKS: 1, BODY: 2}),
        ("label,text,Search Terms", {TITLE: 0, BODY: 1, ASKS: 2}),
        ("trigger,replace,search_terms", {CODE: 0, BODY: 1, ASKS: 2}),
        ("Title,Text,Keywords,Short Code", {TITLE: 0, BODY: 1, ASKS: 2, CODE: 3}),
        ("问题,答案,内容备注", {TITLE: 0, BODY: 1}),
        ("标题,内容（含备注）,客服备注", {TITLE: 0, BODY: 1, REMARK: 2}),
    ],
)
def test_headers_of_known_tools(header: str, meaning: dict[str, int]) -> None:
    assert read_header(header.split(",")).positions == meaning


@pytest.mark.parametrize(
    ("header", "is_own"),
    [
        ("快捷编码,标题,内容,分组,标签", True),
        ("快捷编码,标题,内容,分组,标签,备注", True),
        ("code,title,body,folder,tags,remark", True),
        ("快捷编码,标题,内容,分组,标签,备注,问法", True),
        ("code,title,body,folder,tags,remark,asks", True),
        ("code,title,body,folder", False),
        ("code,title,body,folder,tags,notes", False),
        ("快捷编码,标题,内容,分组,标签,备注,图片", False),
    ],
)
def test_the_header_of_our_own_export_is_known_in_every_version(header: str, *, is_own: bool) -> None:
    assert read_header(header.split(",")).is_own is is_own


def test_every_field_has_a_column_in_an_export_and_words_by_which_it_is_read() -> None:
    for header in (CHINESE_HEADER, ENGLISH_HEADER):
        assert header.keys() == FIELD.keys()
        assert read_header(list(header.values())).positions == {name: at for at, name in enumerate(header)}


def test_blank_cells_at_the_end_of_a_header_do_not_count() -> None:
    assert read_header(["标题", "内容", "", " "]).width == 2


def test_a_sentence_is_not_a_header() -> None:
    assert not read_header(["请把下面的内容复制到快捷短语里面再导入，谢谢"]).has_bodies
