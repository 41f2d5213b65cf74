from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.highlights import MAX_HIGHLIGHTS
from quickdesk.search.hit import FieldName, Span
from quickdesk.search.query import Way, folded_words
from quickdesk.text.folding import utf16_length
from quickdesk.text.readings import readings
from tests.search.oracle import can_be_read_as, occurs_in

CHARACTERS = "退货款重启长行乐还便运费七天理由收地址安西先方案👍7 。"


def field_text(snippet: Snippet, field: FieldName) -> str:
    """A field as spans count in it."""
    return {
        "code": snippet.code,
        "title": snippet.title,
        "body": snippet.body,
        "tags": " ".join(snippet.tags),
        "folder": snippet.folder_path,
        "asks": "\n".join(snippet.asks),
    }[field]


def cut(text: str, span: Span) -> str:
    """Return the text of a span."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * span.start : 2 * (span.start + span.length)].decode("utf-16-le", "surrogatepass")


def marked(snippet: Snippet, query: str) -> dict[str, list[str]]:
    """Return the highlighted texts of each field."""
    hits = LibraryFinder([snippet]).find(query)
    stretches: dict[str, list[str]] = {}
    for span in hits[0].spans if hits else ():
        stretches.setdefault(span.field, []).append(cut(field_text(snippet, span.field), span))
    return stretches


@pytest.mark.parametrize(
    ("query", "stretches"),
    [
        ("退款", {"title": ["退款"], "body": ["退款", "退款"]}),
        ("tuikuan", {"title": ["退款"], "body": ["退款", "退款"]}),
        ("tk", {"title": ["退款"], "body": ["退款", "退款"], "code": ["TK"]}),
        ("tui款", {"title": ["退款"], "body": ["退款", "退款"]}),
        ("tuiku", {"title": ["退款"], "body": ["退款", "退款"]}),
        ("vip", {"body": ["ＶＩＰ"]}),
        ("时效", {"tags": ["時效"]}),
        ("shix", {"tags": ["時效"]}),
        ("售后", {"folder": ["售后"]}),
        ("jitian", {"asks": ["幾天"]}),
        ("能t", {"asks": ["能退"]}),
        ("到多", {}),
        ("款到", {"title": ["款到"]}),
        ("t1", {"code": ["T", "1"]}),
        ("😀谢", {"body": ["😀谢"]}),
        ("账 款", {"title": ["款", "账"], "body": ["款", "款"], "folder": ["款"]}),
        ("退款 款到", {"title": ["退款到"], "body": ["退款", "退款"]}),
    ],
)
def test_highlights_what_matched(query: str, stretches: dict[str, list[str]]) -> None:
    snippet = Snippet(
        "r",
        "👍退款到账",
        "😀😀退款，ＶＩＰ的退款😀谢",
        "TK01",
        ("售后", "款项"),
        ("钱", "時效"),
        "",
        ("幾天能到", "多久能退"),
    )
    assert marked(snippet, query) == stretches


def test_counts_in_utf16_units() -> None:
    hit = LibraryFinder([Snippet("r", "👍👍退款", "")]).find("tuikuan")[0]
    assert hit.spans == (Span("title", 4, 2),)


def test_highlights_in_a_long_body_are_limited() -> None:
    hit = LibraryFinder([Snippet("r", "甲", "退 " * 100_000)]).find("t")[0]
    assert len(hit.spans) == MAX_HIGHLIGHTS


@st.composite
def _typed_text(draw: st.DrawFn) -> tuple[str, str]:
    """A text and a way to type a stretch of it."""
    text = draw(st.text(CHARACTERS, min_size=1, max_size=10))
    start = draw(st.integers(0, len(text) - 1))
    stretch = text[start : start + draw(st.integers(1, 4))].split(" ")[0]
    way = draw(st.sampled_from("csip"))
    return text, "".join(_typed(draw, char, way) for char in stretch)


def _typed(draw: st.DrawFn, char: str, way: str) -> str:
    known = readings(char)
    if not known or way == "c":
        return char
    syllable = draw(st.sampled_from(known)) if way == "p" else known[0]
    return syllable[0] if way == "i" else syllable


@given(_typed_text())
def test_finds_and_highlights_exactly_what_can_be_typed_so(case: tuple[str, str]) -> None:
    text, query = case
    hits = LibraryFinder([Snippet("r", text, "")]).find(query)
    if not query:
        return
    assert hits
    assert hits[0].spans
    for span in hits[0].spans:
        assert 0 <= span.start < span.start + span.length <= utf16_length(text)
        assert any(occurs_in(cut(text, span), word) for word in folded_words(query))


@given(_typed_text(), st.lists(st.text(CHARACTERS, max_size=4), max_size=2))
def test_what_finds_a_title_finds_an_ask(case: tuple[str, str], before: list[str]) -> None:
    text, query = case
    titled = LibraryFinder([Snippet("r", text, "")]).find_certain(query)
    asked = LibraryFinder([Snippet("r", "", "", asks=(*before, text))]).find_certain(query)
    if not query:
        return
    begin = utf16_length("\n".join((*before, "")))
    covered = {at for span in asked[0].spans for at in range(span.start, span.start + span.length)}
    for span in titled[0].spans:
        assert covered >= set(range(begin + span.start, begin + span.start + span.length))


@given(st.text(CHARACTERS, max_size=8), st.text("tuikhzcangfey退货7'", min_size=1, max_size=7))
def test_finds_nothing_that_cannot_be_typed_so(text: str, query: str) -> None:
    account = LibraryFinder([Snippet("r", text, "")]).explain(query, "r")
    certain = account.reasons if account else ()  # a related reply has none
    if certain and certain[0].way not in (Way.SLIP, Way.SPACED) and certain[0].penalty < 100:
        assert all(occurs_in(text, word) for word in folded_words(query))  # without quotes around it


@given(st.text(CHARACTERS, min_size=1, max_size=6), st.text("tuikhzc退👍7 ", min_size=1, max_size=5))
def test_spans_never_overlap_and_never_halve_a_character(text: str, query: str) -> None:
    snippet = Snippet("r", text, text + text, text, (text,), (text, text), "", (text, text + "1"))
    for hit in LibraryFinder([snippet]).find(query):
        for name in {span.field for span in hit.spans}:
            spans = [span for span in hit.spans if span.field == name]
            assert all(a.start + a.length < b.start for a, b in pairwise(spans))
            assert all(cut(field_text(snippet, name), span).isprintable() for span in spans)


def test_a_query_longer_than_the_texts_is_highlighted_where_it_matches() -> None:
    library = [Snippet("short", "亏欠补偿", "x"), Snippet("letters", "kuiqianbuchang", "x" * 40)]
    finder = LibraryFinder(library)
    for length in range(1, len("kuiqianbuchang") + 1):
        for hit in finder.find("kuiqianbuchang"[:length]):
            assert hit.spans


def test_the_oracle_itself() -> None:
    assert can_be_read_as("退貨", "tuih")
    assert can_be_read_as("重启", "chongqi")
    assert not can_be_read_as("重启", "chongqie")
