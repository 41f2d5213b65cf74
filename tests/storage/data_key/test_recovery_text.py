import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.storage.data_key.recovery_text import (
    RECOVERY_BYTES,
    NotARecoveryKeyError,
    recovery_secret,
    recovery_text,
)

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.binary(min_size=RECOVERY_BYTES, max_size=RECOVERY_BYTES)


@given(secrets)
def test_what_is_printed_can_be_typed(secret: bytes) -> None:
    text = recovery_text(secret)
    assert [len(group) for group in text.split("-")] == [4] * 8
    assert recovery_secret(text) == secret


@given(secrets, st.data())
def test_up_to_four_wrong_letters_are_noticed(secret: bytes, data: st.DataObject) -> None:
    letters = list(recovery_text(secret).replace("-", ""))
    places = data.draw(st.lists(st.integers(0, len(letters) - 1), min_size=1, max_size=4, unique=True))
    for place in places:
        others = [letter for letter in LETTERS if letter != letters[place]]
        letters[place] = data.draw(st.sampled_from(others))
    with pytest.raises(NotARecoveryKeyError):
        recovery_secret("".join(letters))


@given(secrets, st.integers(0, 30))
def test_two_letters_in_the_wrong_order_are_noticed(secret: bytes, place: int) -> None:
    letters = recovery_text(secret).replace("-", "")
    turned = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    if turned != letters:
        with pytest.raises(NotARecoveryKeyError):
            recovery_secret(turned)


@given(secrets, st.integers(0, 31))
def test_a_missing_or_doubled_letter_is_noticed(secret: bytes, place: int) -> None:
    letters = recovery_text(secret).replace("-", "")
    for wrong in (letters[:place] + letters[place + 1 :], letters[:place] + letters[place] + letters[place:]):
        with pytest.raises(NotARecoveryKeyError):
            recovery_secret(wrong)


@given(st.text())
def test_any_other_text_is_no_recovery_key(text: str) -> None:
    with pytest.raises(NotARecoveryKeyError):
        recovery_secret(text)


def test_it_may_be_typed_as_people_type() -> None:
    secret = bytes(range(RECOVERY_BYTES))
    text = recovery_text(secret)
    wide = "".join(chr(ord(each) + 0xFEE0) if each.isalnum() else each for each in text)
    typed = [text.lower(), text.replace("-", " "), f"  {text}\n", text.replace("-", "－"), wide]
    typed.append(text.replace("0", "o").replace("1", "l"))
    assert {recovery_secret(each) for each in typed} == {secret}
