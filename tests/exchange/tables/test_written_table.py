import codecs

from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.exchange.formats import read
from quickdesk.exchange.plan import plan
from quickdesk.exchange.tables.columns import CHINESE_HEADER, ENGLISH_HEADER
from quickdesk.exchange.tables.table import write_table
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.validation import check, normalized

words = st.text(st.sampled_from("ab甲=+-@＝＋－＠>'\"|;,，、\\ \u3000\xa01"), min_size=1, max_size=6)
folders = words | st.sampled_from(["未分组", "a=>b"])
bodies = st.text(st.sampled_from("ab甲=+-@＝＋－＠'\"|;,\\\n\t {}"), min_size=1, max_size=20) | st.just(
    "a_x000D_"
)
library = st.lists(
    st.builds(
        Snippet,
        words,
        words,
        bodies,
        words,
        st.lists(folders, max_size=2).map(tuple),
        st.lists(words, max_size=3).map(tuple),
        st.just("") | bodies,
        st.lists(words, max_size=3).map(tuple),
    ),
    max_size=5,
)


def test_the_table_is_one_for_excel() -> None:
    content = write_table(
        [Snippet("1", "=t", "b\nc", "007", ("a", "b"), ("x;y", "z"), "-r\ns", ("p,q", "r"))],
        header=ENGLISH_HEADER,
    )
    assert content == codecs.BOM_UTF8 + (
        b'"code","title","body","folder","tags","remark","asks"\r\n'
        b'"007","\'=t","b\nc","a/b","x\\;y;z","\'-r\ns","p,q;r"\r\n'
    )


@given(library, st.sampled_from([",", "\t"]))
@settings(max_examples=100)
def test_what_was_exported_comes_back_as_the_same(snippets: list[Snippet], delimiter: str) -> None:
    tidy = [normalized(snippet) for snippet in snippets]
    sound = [one for one in tidy if not check(one)]
    if not sound:
        return
    name = "a.tsv" if delimiter == "\t" else "a.csv"
    planned = plan([read(name, write_table(sound, delimiter))], sound, lambda: "new")
    assert (planned.new, planned.changed, planned.refused) == ((), (), ())


def test_a_table_of_an_earlier_version_is_read_exactly_and_leaves_later_fields_alone() -> None:
    header = b"\xef\xbb\xbf" + ",".join(f'"{word}"' for word in list(CHINESE_HEADER.values())[:5]).encode()
    old = Snippet("1", "a  b", "x_x000D_", remark="问主管", asks=("几天到",))
    content = header + b'\r\n"","a  b","x_x000D_","",""\r\n'
    planned = plan([read("a.csv", content)], [old], lambda: "new")
    assert planned.same == (old,)


def test_other_tables_are_cleaned_up_and_conventions_of_other_programs_are_known() -> None:
    (record,) = read("a.csv", "标题,内容,分组\na  b,x_x000D_,售后=>退货\n".encode()).records
    assert (record.snippet.title, record.snippet.body, record.snippet.folder) == (
        "a b",
        "x",
        ("售后", "退货"),
    )
