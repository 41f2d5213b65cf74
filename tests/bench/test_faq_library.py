from pathlib import Path

from tests.bench.faq_library import read, report


def test_a_folder_is_read_and_measured(tmp_path: Path) -> None:
    (tmp_path / "replies.tsv").write_text("运费谁出\t质量问题由我们承担\n发什么快递\t\n", "utf-8")
    (tmp_path / "messages.tsv").write_text("运费是谁来出\t运费谁出\n快递发哪家\t发什么快递|别的\n", "utf-8")
    (tmp_path / "nothing.tsv").write_text("天气怎么样\n", "utf-8")
    faq = read(tmp_path)
    assert [reply.body for reply in faq.replies] == ["质量问题由我们承担", "发什么快递"]
    assert faq.messages[1][1] == {"发什么快递", "别的"}
    assert len(faq.cut(1).messages) == 1
    header, ours, bm25 = report(tmp_path)
    assert "acc@1" in header
    assert "suggest 1.000 1.000 0.000           1.00" in ours
    assert "BM25    1.000" in bm25
