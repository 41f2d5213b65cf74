"""The command line reads the same catalogues as the windows."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.cli.words.catalog import Catalog, fill, read_ts

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context><name>cli</name>
<message><source>Found {count}</source><translation>找到 {count} 条</translation></message>
<message><source>Not yet</source><translation type="unfinished">还没</translation></message>
</context>
</TS>"""


def test_finished_translations_are_used_and_others_stay_english(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    path.write_text(TS, "utf-8")
    catalog = Catalog(lambda: read_ts(path))
    assert fill(catalog.translate("cli", "Found {count}"), {"count": 3}) == "找到 3 条"
    assert catalog.translate("cli", "Not yet") == "Not yet"
    assert catalog.translate("other", "Found {count}") == "Found {count}"


@given(st.text())
def test_a_fact_is_never_read_as_a_place(value: str) -> None:
    assert fill("{a}|{b}", {"a": "{b}", "b": value}) == "{b}|" + value
