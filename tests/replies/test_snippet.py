from dataclasses import fields

from quickdesk.replies.snippet import FIELDS, Snippet


def test_the_table_has_every_field_in_order_with_its_empty_value() -> None:
    snippet_id, *others = fields(Snippet)
    assert snippet_id.name == "id"
    assert [field.name for field in FIELDS] == [other.name for other in others]
    optional = {field.name: field.empty for field in FIELDS if not field.is_required}
    assert optional == {other.name: other.default for other in others if other.name in optional}
