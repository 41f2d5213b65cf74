"""JSON is counted alike however it is cut into pieces, and texts in it do not count."""

from collections.abc import Callable

import pytest

from quickdesk.storage.backups.bounded_zip import MOST_DEPTH, JsonCounter, TooLargeError

IN_TEXTS = b'{"\\\\":"' + b'[{\\"' * (MOST_DEPTH + 1) + b'","a\\\\\\"b":["\\u005b",[[]]]}'
DEEP = b'["\\"",{"' + b'[\\\\":' + b"[" * (MOST_DEPTH - 1)


def in_two(text: bytes, place: int) -> None:
    counter = JsonCounter()
    counter.add(text[:place])
    counter.add(text[place:])


def byte_by_byte(text: bytes, place: int) -> None:
    counter = JsonCounter()
    for number in range(len(text)):
        counter.add(text[number : number + 1])


@pytest.mark.parametrize("count", [in_two, byte_by_byte])
def test_brackets_in_texts_make_nothing_deep(count: Callable[[bytes, int], None]) -> None:
    for place in range(0, len(IN_TEXTS), 7 if count is in_two else len(IN_TEXTS)):
        count(IN_TEXTS, place)


@pytest.mark.parametrize("count", [in_two, byte_by_byte])
def test_what_is_one_too_deep_is_refused(count: Callable[[bytes, int], None]) -> None:
    for place in range(0, len(DEEP), 7 if count is in_two else len(DEEP)):
        count(DEEP[:-1], place)
        with pytest.raises(TooLargeError):
            count(DEEP, place)


def test_each_text_is_counted_separately() -> None:
    counter = JsonCounter()
    for _ in range(3):
        counter.begin()
        counter.add(b"[" * MOST_DEPTH + b'"cut off \\')
