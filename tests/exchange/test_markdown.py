from quickdesk.exchange.foreign.conversion import with_fields
from quickdesk.exchange.markdown import looks_like_markdown, read_markdown
from quickdesk.exchange.parsed import FileNote, ImportNote, ImportRecord, Place, RefusalReason, RefusedRecord
from quickdesk.replies.snippet import Snippet
from tests.exchange.records import record, snippet

LIST = """# 淘宝/天猫售后话术

> 说明里的 [变量] 不是回复

## 使用说明
- 替换 `[变量]`

## 售后话术列表（共 2 条）

### 1. 退货说明

**适用场景：** 买家要退货

```
亲，[订单号]可以退货。

[帮助](https://a.b/c)
```

---

### 2. 催发货

**话术内容：**
~~~~text
```
亲，稍等
~~~~
"""


def read(text: str, file: str = "a.md") -> list[ImportRecord | RefusedRecord]:
    entries = with_fields(list(read_markdown(file, text)))
    return [entry for entry in entries if not isinstance(entry, FileNote)]


def test_each_fenced_block_is_a_reply_under_its_heading() -> None:
    first, second = read(LIST, "platforms/taobao/aftersales.md")
    folder = ("platforms", "taobao", "淘宝／天猫售后话术")
    assert first == record(
        "退货说明",
        "亲，{订单号}可以退货。\n\n[帮助](https://a.b/c)",
        Place("platforms/taobao/aftersales.md", 14),
        folder=folder,
        tags=("买家要退货",),
        adds_tags=True,
        placeholders=(("[订单号]", "{订单号}"),),
    )
    assert snippet(second) == Snippet("", "催发货", "```\n亲，稍等", folder=folder)
    assert isinstance(second, ImportRecord)
    assert "tags" not in second.stated


def test_asks_are_added_to_those_of_a_reply() -> None:
    (only,) = read("## 退货\n**问法：** 能退吗；怎么退\n```\na\n```")
    assert isinstance(only, ImportRecord)
    assert snippet(only).asks == ("能退吗", "怎么退")
    assert "tags" not in only.stated
    learnt = Snippet("1", "退货", "a", tags=("x",), asks=("怎么退", "不要了"))
    assert only.applied_to(learnt).asks == ("怎么退", "不要了", "能退吗")
    assert only.applied_to(learnt).tags == ("x",)


def test_middle_headings_are_folders_and_a_file_without_an_outer_heading_is_one() -> None:
    (nested,) = read("# 店\n## 一、退货\n### 拒收\n```\na\n```")
    (alone,) = read("## 拒收\n```\na\n```", "话术/退货.md")
    assert (snippet(nested).title, snippet(nested).folder) == ("拒收", ("店", "退货"))
    assert (snippet(alone).title, snippet(alone).folder) == ("拒收", ("话术", "退货"))


def test_paths_outside_of_what_was_chosen_make_no_folders() -> None:
    for file in ("/a.md", "../a.md", "C:\\a.md", "./a.md"):
        (only,) = read("# t\n```\nb\n```", file)
        assert snippet(only).folder == ("a",)


def test_several_blocks_under_one_heading_are_replies_of_their_own() -> None:
    found = read("# f\n## 退货\n```\na\n```\n**英文版：**\n```\nb\n```\n```\nc\n```")
    assert [snippet(one).title for one in found] == ["退货", "退货 · 英文版", "退货 3"]


def test_a_reply_may_follow_its_label_without_a_fence() -> None:
    text = "# f\n### 退货\n**适用场景：** x\n\n**话术内容：**\n亲，[X]天\n\n再见\n\n**使用技巧：**\n- 无\n"
    (only,) = read(text)
    assert snippet(only).body == "亲，{X}天\n\n再见"


def test_code_and_folder_trees_are_refused_with_their_place() -> None:
    found = read("# a\n```python\nprint()\n```\n# b\n```\nx/\n├── y\n```")
    assert found == [
        RefusedRecord(RefusalReason.CODE_BLOCK, Place("a.md", 2), "a"),
        RefusedRecord(RefusalReason.CODE_BLOCK, Place("a.md", 6), "b"),
    ]


def test_an_unclosed_fence_is_refused() -> None:
    assert read("# a\n```\nb") == [RefusedRecord(RefusalReason.UNCLOSED_FENCE, Place("a.md", 2), "a")]


def test_a_scenario_without_a_reply_and_an_empty_block_are_refused() -> None:
    assert read("# a\n**适用场景：** x\n# b\n") == [
        RefusedRecord(RefusalReason.NO_BODY, Place("a.md", 1), "a")
    ]
    assert read("# a\n**适用场景：** x\n```\n\n```") == [
        RefusedRecord(RefusalReason.NO_BODY, Place("a.md", 3), "a")
    ]


def test_a_reply_before_any_heading_is_titled_by_its_beginning() -> None:
    (only,) = read("```\n亲，您好\n再见\n```")
    assert (snippet(only).title, only.notes) == ("亲，您好", (ImportNote.TITLE_FROM_BODY,))


def test_a_long_scenario_becomes_several_tags() -> None:
    (only,) = read(f"# a\n**适用场景：** {'长' * 40}，{'短' * 30}\n```\nb\n```")
    assert snippet(only).tags == ("长" * 40, "短" * 30)


def test_line_ends_and_indentation_do_not_matter() -> None:
    (only,) = read("# a\r\n  ```\r\n  b\r\n    c\r\n  ```\r\n")
    assert snippet(only).body == "b\n  c"


def test_markdown_is_recognized() -> None:
    assert looks_like_markdown(LIST)
    assert not looks_like_markdown("标题,内容\n# a,b\n")
    assert not looks_like_markdown("plain")
