import pytest

from quickdesk.search.pinyin_segmentation import syllable_split
from quickdesk.search.query import folded_words
from quickdesk.search.related.asked import Asked
from quickdesk.search.related.concepts import Concept, Relation
from quickdesk.search.related.lexicon import Lexicon
from quickdesk.search.related.segmentation import concepts_of

LEXICON = Lexicon(
    [
        "优惠券 红包",
        "没收到 未收到",
        "快递丢了 > 丢失",
        "快递 物流",
        "顺丰 sf",
        "码 尺码",
        "- 吗 请问 我 的 怎么",
    ]
)


def concepts(query: str, *unknown: str) -> dict[str, Concept]:
    """Return the concepts by what was typed, but no fragments."""
    return {each.typed: each for each in all_concepts(query, *unknown) if not each.is_fragment}


def all_concepts(query: str, *unknown: str) -> list[Concept]:
    return concepts_of(Asked(tuple(folded_words(query))), LEXICON, lambda text: text not in unknown)


def test_the_longest_word_counts() -> None:
    (concept,) = concepts("我的快递丢了吗").values()
    assert [(form.text, form.relation) for form in concept.forms] == [
        ("快递丢了", Relation.WORDS),
        ("丢失", Relation.MEANING),
    ]


def test_a_word_is_also_its_characters_and_pairs_unless_it_is_long_and_occurs() -> None:
    assert [form.text for form in concepts("快递")["快递"].pieces] == ["快", "递", "快递"]
    assert concepts("没收到")["没收到"].pieces == ()
    unknown = concepts("没收到", "没收到", "未收到")["没收到"].pieces
    assert [form.text for form in unknown] == ["没", "收", "到", "没收", "收到"]
    assert concepts("sf")["sf"].pieces == ()


def test_particles_count_with_their_neighbours_in_titles_only() -> None:
    (fragment,) = [each for each in all_concepts("快递怎么") if each.is_fragment]
    assert [form.text for form in fragment.pieces] == ["怎", "么", "递怎", "怎么"]
    assert all(form.is_of_titles for form in fragment.pieces)


def test_a_pair_across_two_words_is_a_fragment() -> None:
    assert [each.typed for each in all_concepts("快递红包") if each.is_fragment] == ["递红"]


def test_english_words_are_no_pinyin() -> None:
    found = concepts_of(Asked(("can", "change"), is_english=True), LEXICON, lambda text: True)
    assert [each.typed for each in found] == ["can", "change"]


def test_what_is_left_is_pairs() -> None:
    assert list(concepts("请问快递慢点吗")) == ["快递", "慢点"]
    assert list(concepts("慢点来")) == ["慢点", "点来"]
    assert list(concepts("慢吗")) == ["慢"]


@pytest.mark.parametrize("query", ["吗", "请问我的", "", "???", "👍", "请问 吗"])
def test_particles_and_signs_alone_are_nothing(query: str) -> None:
    assert not [each for each in concepts(query) if any(map(str.isalpha, each))]


@pytest.mark.parametrize(
    ("query", "typed", "word"),
    [
        ("优惠卷", "优惠卷", "优惠券"),
        ("有慧劵", "有慧劵", "优惠券"),
        ("meishoudao", "meishoudao", "没收到"),
        ("youhuijuan", "youhuijuan", "优惠券"),
        ("没shoudao", "没shoudao", "没收到"),
    ],
)
def test_words_are_recognised_by_their_sound(query: str, typed: str, word: str) -> None:
    concept = concepts(query, query)[typed]
    assert (concept.forms[0].text, concept.forms[0].relation) == (word, Relation.SOUND)
    assert concept.forms[1].relation is Relation.MEANING


def test_what_occurs_in_the_library_is_not_searched_by_its_sound() -> None:
    assert "优惠卷" not in concepts("优惠卷")
    (form,) = concepts("地扯")["地扯"].forms
    assert form.relation is Relation.WORDS
    assert {form.relation for form in concepts("地扯", "地扯")["地扯"].forms} == {Relation.SOUND}


@pytest.mark.parametrize(
    ("query", "forms"),
    [
        ("10天", ["10天", "十天", "十日", "10日", "…天"]),
        ("十天", ["十天", "10天", "10日", "十日", "…天"]),
        ("3码", ["3码", "…码", "尺码"]),
    ],
)
def test_numbers_have_other_ways_to_write_them(query: str, forms: list[str]) -> None:
    assert [form.text for form in next(iter(concepts(query).values())).forms] == forms


def test_a_quantity_is_one_concept_and_what_follows_it_another() -> None:
    assert list(concepts("7-15天快递")) == ["7-15天", "快递"]


def test_latin_words_are_whole_words() -> None:
    assert [form.text for form in concepts("sf")["sf"].forms] == ["sf", "顺丰"]
    assert concepts("iphone15")["iphone"].forms[0].path == ()


@pytest.mark.parametrize(
    ("letters", "split"),
    [
        ("tuihuo", ["tui", "huo"]),
        ("xian", ["xian"]),
        ("fangan", ["fang", "an"]),
        ("tkdz", None),
        ("q" * 500, None),
    ],
)
def test_pinyin_is_split_into_the_fewest_syllables(letters: str, split: list[str] | None) -> None:
    assert syllable_split(letters) == split
