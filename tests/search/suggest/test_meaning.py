"""Vectors of replies: made step by step, kept, forgotten; and what they change about suggestions."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.meaning import MAX_TEXTS, MOST_ALIKE, ReplyVectors, texts_of
from quickdesk.search.suggest.suggester import Suggester
from tests.fakes.encoder import FakeEncoder

REPLIES = [
    Snippet("refund", "退款多久到账", "退款会在{天数}内原路退回您的账户", asks=("钱什么时候退给我",)),
    Snippet("freight", "退货运费谁出", "质量问题由我们承担运费"),
    Snippet("parcel", "查物流进度", "您的包裹 {单号} 正在路上"),
]


def finished(vectors: ReplyVectors, replies: Sequence[Snippet] = REPLIES) -> ReplyVectors:
    vectors.use(texts_of(replies))
    while vectors.step():
        pass
    return vectors


def best(found: Mapping[str, float]) -> str:
    return max(found, key=lambda key: found[key])


def test_the_reply_with_the_nearest_text_is_most_alike() -> None:
    vectors = finished(ReplyVectors(FakeEncoder()))
    assert best(vectors.likeness("钱什么时候能退给我")) == "refund"
    assert best(vectors.likeness("退货的运费谁来出")) == "freight"
    assert vectors.likeness("查物流进度")["parcel"] == pytest.approx(1.0, abs=1e-3)


def test_messages_are_answered_before_all_vectors_are_made() -> None:
    vectors = ReplyVectors(FakeEncoder())
    assert vectors.likeness("退款") == {}
    vectors.use(texts_of(REPLIES))
    assert vectors.likeness("退款") == {}
    assert vectors.step()
    assert vectors.likeness("退款")


def test_only_new_texts_are_encoded() -> None:
    encoder = FakeEncoder()
    vectors = finished(ReplyVectors(encoder))
    known = len(encoder.encoded)
    finished(vectors, [*REPLIES[1:], Snippet("new", "尺码推荐", "报身高")])
    assert encoder.encoded[known:] == ["尺码推荐", "报身高"]
    assert "refund" not in vectors.likeness("退款多久到账")


def test_kept_vectors_are_used_again() -> None:
    kept = finished(ReplyVectors(FakeEncoder())).kept()
    encoder = FakeEncoder()
    vectors = finished(ReplyVectors(encoder, kept))
    assert encoder.encoded == []
    assert best(vectors.likeness("查物流进度")) == "parcel"


def test_a_large_library_has_its_titles_first() -> None:
    many = [Snippet(f"r{n}", f"话术{n}", "正文", asks=("问法",)) for n in range(MAX_TEXTS)]
    texts = texts_of(many)
    assert len(texts) == MAX_TEXTS
    assert texts[-1].text == f"话术{MAX_TEXTS - 1}"
    assert [each.text for each in texts_of(REPLIES)][-1] == "您的包裹   正在路上"


def test_a_message_has_a_limited_number_of_alike_replies() -> None:
    some = [Snippet(f"r{n}", f"退款{n}", "退款") for n in range(2 * MOST_ALIKE)]
    assert len(finished(ReplyVectors(FakeEncoder()), some).likeness("退款")) == MOST_ALIKE


def suggested(message: str, likeness: Mapping[str, float]) -> list[str]:
    suggester = Suggester(LibraryFinder(REPLIES).segments, likeness=lambda _: likeness)
    return [each.snippet.id for each in suggester.suggest(message)]


def test_a_reply_that_means_the_same_is_suggested_without_a_word_in_common() -> None:
    assert suggested("where is my order", {}) == []
    assert suggested("where is my order", {"parcel": 0.8, "refund": 0.2, "gone": 0.9}) == ["parcel"]


def test_a_word_in_common_is_not_enough_where_nothing_means_the_same() -> None:
    assert suggested("查物流学专业的分数线", {"parcel": 0.05, "refund": 0.04}) == []


def test_vectors_of_no_replies() -> None:
    vectors = finished(ReplyVectors(FakeEncoder()), [])
    assert vectors.likeness("退款") == {}
    assert vectors.kept().digests.shape == (0, 16)
    assert np.array_equal(finished(ReplyVectors(FakeEncoder(), vectors.kept())).kept().digests.shape, (7, 16))
