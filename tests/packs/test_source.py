"""Parsing the source of a pack: its replies in order, and errors with their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.packs.pack import PackError, PackFlaw
from quickdesk.packs.source import read_pack
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import TemplateError

MANIFEST = """
format = 1
id = "team"
name = "我们的回复"
language = "zh-CN"
version = "1.2"
licence = "MIT"
"""
REPLY = """
[[reply]]
id = "tuikuan"
title = "退款进度"
code = "tkjd"
tags = ["进度"]
remark = "先问主管。"
asks = ["几天到账", "钱退了吗"]
body = \"\"\"
您的退款{退款金额}
已在路上。
\"\"\"
"""
CATEGORY = 'folder = "售后/退款"\ntags = ["售后"]\n' + REPLY


def pack_of(category: str = CATEGORY, manifest: str = MANIFEST, **more: str) -> dict[str, str]:
    return {"pack.toml": manifest, "a.toml": category} | {f"{name}.toml": text for name, text in more.items()}


def refusal(files: dict[str, str]) -> tuple[PackFlaw, str, str]:
    with pytest.raises(PackError) as caught:
        read_pack(files)
    assert caught.value.file in str(caught.value)
    return caught.value.flaw, caught.value.file, caught.value.detail


def test_a_pack_has_its_metadata_and_its_snippets() -> None:
    pack = read_pack(pack_of())
    assert (pack.id, pack.name, pack.language, pack.version, pack.licence) == (
        "team",
        "我们的回复",
        "zh-CN",
        "1.2",
        "MIT",
    )
    assert pack.snippets == (
        Snippet(
            "team/tuikuan",
            "退款进度",
            "您的退款{退款金额}\n已在路上。",
            "tkjd",
            ("售后", "退款"),
            ("售后", "进度"),
            "先问主管。",
            ("几天到账", "钱退了吗"),
        ),
    )


def test_categories_are_sorted_by_name_and_other_files_are_ignored() -> None:
    later = CATEGORY.replace("tuikuan", "huanhuo")
    files = {"z.toml": CATEGORY, "README.md": "{", "pack.toml": MANIFEST, "b.toml": later}
    assert [snippet.id for snippet in read_pack(files).snippets] == ["team/huanhuo", "team/tuikuan"]


def test_a_reply_may_have_a_folder_of_its_own_and_needs_neither_code_nor_tags() -> None:
    category = 'folder = "售后"\n[[reply]]\nid = "x"\ntitle = "标题"\nbody = "好的"\nfolder = "内部/仓库"\n'
    (snippet,) = read_pack(pack_of(category)).snippets
    assert snippet == Snippet("team/x", "标题", "好的", "", ("内部", "仓库"), ())


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    files = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in pack_of().items()}
    assert read_pack(files) == read_pack(pack_of())


def test_reading_the_same_source_again_gives_the_same_pack() -> None:
    assert read_pack(pack_of()) == read_pack(dict(reversed(pack_of().items())))


def test_a_folder_without_a_manifest_is_not_a_pack() -> None:
    assert refusal({"a.toml": CATEGORY}) == (PackFlaw.NO_MANIFEST, "pack.toml", "")


def test_a_pack_without_replies_is_refused() -> None:
    assert refusal(pack_of(category='folder = "售后"'))[0] is PackFlaw.NO_REPLIES


@pytest.mark.parametrize(
    ("change", "flaw", "detail"),
    [
        (("format = 1", "format = 2"), PackFlaw.NEWER_FORMAT, "2"),
        (("format = 1", "format = 0"), PackFlaw.BAD_VALUE, "format"),
        (("format = 1", ""), PackFlaw.MISSING_KEY, "format"),
        (("format = 1", "format = true"), PackFlaw.WRONG_TYPE, "format"),
        (("format = 1", 'format = "1"'), PackFlaw.WRONG_TYPE, "format"),
        (('id = "team"', ""), PackFlaw.MISSING_KEY, "id"),
        (('"team"', '"a/b"'), PackFlaw.BAD_VALUE, "id"),
        (('"team"', '"../x"'), PackFlaw.BAD_VALUE, "id"),
        (('"我们的回复"', '"  "'), PackFlaw.EMPTY_TEXT, "name"),
        (('"我们的回复"', '"a\\nb"'), PackFlaw.BAD_VALUE, "name"),
        (('"我们的回复"', "7"), PackFlaw.WRONG_TYPE, "name"),
        (('"zh-CN"', '"中文"'), PackFlaw.BAD_VALUE, "language"),
        (('"1.2"', '"latest"'), PackFlaw.BAD_VALUE, "version"),
        (('licence = "MIT"', 'license = "MIT"'), PackFlaw.UNKNOWN_KEY, "license"),
    ],
)
def test_a_bad_manifest_names_the_key(change: tuple[str, str], flaw: PackFlaw, detail: str) -> None:
    assert refusal(pack_of(manifest=MANIFEST.replace(*change))) == (flaw, "pack.toml", detail)


@pytest.mark.parametrize(
    ("change", "flaw", "detail"),
    [
        (('title = "退款进度"', ""), PackFlaw.MISSING_KEY, "reply 1: title"),
        (('"退款进度"', '""'), PackFlaw.EMPTY_TEXT, "reply 1: title"),
        (('"退款进度"', '"退款\\n进度"'), PackFlaw.BAD_VALUE, "reply 1: title"),
        (('id = "tuikuan"', ""), PackFlaw.MISSING_KEY, "reply 1: id"),
        (('"tuikuan"', '"退款"'), PackFlaw.BAD_VALUE, "reply 1: id"),
        (("code =", "kode ="), PackFlaw.UNKNOWN_KEY, "reply 1: kode"),
        (('"tkjd"', "12"), PackFlaw.WRONG_TYPE, "reply 1: code"),
        (('["进度"]', '"进度"'), PackFlaw.WRONG_TYPE, "reply 1: tags"),
        (('["进度"]', "[1]"), PackFlaw.WRONG_TYPE, "reply 1: tags"),
        (('["进度"]', '[" "]'), PackFlaw.EMPTY_TEXT, "reply 1: tags"),
        (('["售后"]', "{}"), PackFlaw.WRONG_TYPE, "tags"),
        (('"售后/退款"', '["售后"]'), PackFlaw.WRONG_TYPE, "folder"),
        (("folder =", "ordner ="), PackFlaw.UNKNOWN_KEY, "ordner"),
        (("[[reply]]", "[reply]"), PackFlaw.WRONG_TYPE, "reply"),
        (("[[reply]]", "[[replies]]"), PackFlaw.UNKNOWN_KEY, "replies"),
    ],
)
def test_an_error_in_a_reply_names_its_place_and_key(
    change: tuple[str, str], flaw: PackFlaw, detail: str
) -> None:
    assert refusal(pack_of(CATEGORY.replace(*change))) == (flaw, "a.toml", detail)


def test_a_list_without_replies_is_refused() -> None:
    assert refusal(pack_of("reply = [1]")) == (PackFlaw.WRONG_TYPE, "a.toml", "reply")


def test_ids_are_unique_in_a_pack() -> None:
    assert refusal(pack_of(b=REPLY)) == (PackFlaw.DUPLICATE_ID, "b.toml", "reply 1: team/tuikuan")


def test_an_invalid_body_is_refused_with_its_cause() -> None:
    with pytest.raises(PackError) as caught:
        read_pack(pack_of(CATEGORY.replace("{退款金额}", "{退款金额")))
    assert (caught.value.flaw, caught.value.file) == (PackFlaw.BAD_BODY, "a.toml")
    assert caught.value.detail.startswith("reply 1: ")
    assert isinstance(caught.value.__cause__, TemplateError)


@pytest.mark.parametrize(
    "text", ["id = ", "\x00", 'a = "', "a = 1\na = 2", "[[reply]]\nreply = " + "[" * 9000]
)
def test_what_is_not_toml_is_refused(text: str) -> None:
    assert refusal(pack_of(text))[:2] == (PackFlaw.NOT_TOML, "a.toml")
    assert refusal(pack_of(manifest=text))[:2] == (PackFlaw.NOT_TOML, "pack.toml")


def is_read(files: dict[str, str]) -> bool:
    try:
        return bool(read_pack(files).snippets)
    except PackError:
        return False


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_and_never_fails_otherwise(text: str) -> None:
    assert not is_read(pack_of(manifest=text))
    assert not is_read(pack_of(category=text))
    is_read(pack_of(CATEGORY + text))


def test_a_pack_may_have_words_of_its_own() -> None:
    assert read_pack(pack_of()).lexicon == ""
    pack = read_pack({**pack_of(), "lexicon.txt": "\ufeff# 词\r\n小白、帆布鞋\r\n"})
    assert pack.lexicon == "# 词\n小白 帆布鞋"


def test_a_line_of_words_that_cannot_be_used_is_named() -> None:
    files = {**pack_of(), "lexicon.txt": "小白 帆布鞋\n单\n"}
    assert refusal(files) == (PackFlaw.BAD_LEXICON, "lexicon.txt", "line 2: alone")
