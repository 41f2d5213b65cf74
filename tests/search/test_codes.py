from quickdesk.search.codes import looks_like_code, subsequence_positions


def test_positions_are_utf16_units() -> None:
    assert subsequence_positions("T👍-1", "t1") == [0, 4]


def test_no_positions_for_a_substring_or_no_match() -> None:
    assert subsequence_positions("TH01", "th") == []
    assert subsequence_positions("TH01", "t9") == []
    assert subsequence_positions("TH01", "h1") == []


def test_letters_followed_by_digits_look_like_a_code() -> None:
    assert looks_like_code("th12")
    assert not looks_like_code("refund")
    assert not looks_like_code("12")
