"""The carrier of a tracking number is guessed from its form; a form that several share is no guess."""

import pytest

from quickdesk.customers.card.carriers import CARRIERS, carriers_of, guessed_carrier


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("SF1234567890123", "SF"),
        ("sf 1234 5678 90123", "SF"),
        ("YT2134567890123", "YT"),
        ("JDVC12345678901", "JD"),
        ("JT3012345678901", "JT"),
        ("75312345678901", "ZTO"),
        ("78512345678901", "ZTO"),
        ("773012345678901", "STO"),
        ("432012345678901", "YUNDA"),
        ("462012345678901", "YUNDA"),
        ("EB123456789CN", "EMS"),
        ("1Z999AA10123456784", "UPS"),
        ("JJD000390007882823923", "DHL"),
        ("DPK300012345678", "DBL"),
    ],
)
def test_the_form_tells_the_carrier(number: str, code: str) -> None:
    assert carriers_of(number)[0].code == code
    assert guessed_carrier(number) == next(each.name for each in CARRIERS if each.code == code)


@pytest.mark.parametrize("number", ["123456789012", "13800000006", "", "订单", "1234567", "9" * 500])
def test_what_is_not_clear_is_not_guessed(number: str) -> None:
    assert guessed_carrier(number) == ""


def test_several_candidates_are_all_named() -> None:
    assert {each.code for each in carriers_of("123456789012")} == {"SF", "FEDEX"}
