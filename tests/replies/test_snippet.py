from dataclasses import fields, replace

from quickdesk.replies.snippet import FIELDS, Snippet, find_by_reference


def test_the_table_has_every_field_in_order_with_its_empty_value() -> None:
    snippet_id, *others = fields(Snippet)
    assert snippet_id.name == "id"
    assert [field.name for field in FIELDS] == [other.name for other in others]
    optional = {field.name: field.empty for field in FIELDS if not field.is_required}
    assert optional == {other.name: other.default for other in others if other.name in optional}


def test_a_snippet_is_found_by_its_id_or_a_prefix_of_it() -> None:
    library = [Snippet(name, "退款", "好的") for name in ("ab", "abc", "xy")]
    assert [found.id for found in find_by_reference("ab", library)] == ["ab"]
    assert [found.id for found in find_by_reference("x", library)] == ["xy"]
    assert [found.id for found in find_by_reference("a", library)] == ["ab", "abc"]
    assert find_by_reference("q", library) == ()
    assert find_by_reference("", library) == ()


def test_a_snippet_is_found_by_its_code_unless_an_id_matches() -> None:
    refund = Snippet("abc", "退款", "x", "TK")
    other = Snippet("tk", "别的", "x", "zz")
    third = Snippet("tkx", "第三", "x", "ab")
    assert find_by_reference("tk", [refund, other, third]) == (other,), "a whole id comes first"
    assert find_by_reference("Tk", [refund, third]) == (refund,), "then a code, capitals or not"
    assert find_by_reference("ab", [refund, third]) == (third,), "then the beginning of an id"
    assert find_by_reference("TK", [refund, replace(third, code="tk")]) == (refund, replace(third, code="tk"))
