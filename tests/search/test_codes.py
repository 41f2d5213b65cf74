from quickdesk.search.codes import looks_like_code, subsequence_positions


def test_places_are_counted_in_utf16_units() -> None:
    assert subsequence_positions("T👍-1", "t1") == [0, 4]


def test_no_places_where_the_word_stands_in_one_piece_or_not_at_all() -> None:
    assert subsequence_positions("TH01", "th") == []
    assert subsequence_positions("TH01", "t9") == []
    assert subsequence_positions("TH01", "h1") == []


def test_a_few_letters_and_digits_look_like_a_code() -> None:
    assert looks_like_code("th12")
    assert not looks_like_code("refund")
    assert not looks_like_code("12")
