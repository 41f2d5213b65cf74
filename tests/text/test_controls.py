"""Nothing that a terminal obeys is left in a text, and nothing else is touched."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.text.controls import plain, plain_json, plain_line

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def is_obeyed(character: str) -> bool:
    return character in BIDI or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("\u202eabc\u2066\u200f", r"\u202eabc\u2066\u200f"),
        ("\x9b2J", r"\x9b2J"),
        ("tk\udcff", r"tk\udcff"),
        ("a\u2028b\rc", r"a\u2028b\x0dc"),
        ("👨\u200d👩\u200d👧 é ＝", "👨\u200d👩\u200d👧 é ＝"),
    ],
)
def test_what_would_be_obeyed_is_written_as_its_number(text: str, shown: str) -> None:
    assert plain(text) == plain_line(text) == shown
    assert plain("a\nb") == "a\nb"
    assert plain_line("a\nb") == r"a\x0ab"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(f"{BIDI}\n\t\x1b\u2028"))))
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert plain(text) == "".join(plain(each) if is_obeyed(each) and each != "\n" else each for each in text)
    assert not any(map(is_obeyed, plain_line(text)))


@given(st.recursive(st.text(), lambda inside: st.dictionaries(st.text(), inside, max_size=3)))
def test_json_says_the_same_without_them(data: object) -> None:
    written = plain_json(json.dumps(data, ensure_ascii=False))
    assert json.loads(written) == data
    assert not any(map(is_obeyed, written))
