"""The sentences about the flaws of a reply, with the place of each."""

from collections.abc import Mapping
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill

_IN_PARTS = frozenset(
    {"folder", "tags", "asks", "nicknames", "fields", "phones", "addresses", "orders", "items"}
)
"""The fields whose flaws name a part."""


def flaw_sentence(flaw: Mapping[str, Any], catalog: Catalog) -> str:
    """Return a line such as ``body, character 5: a { is never closed``; folders, tags and asks count parts.

    What is too long as a whole has its length instead of a place.
    """
    is_in_parts = flaw["field"] in _IN_PARTS
    facts = {"most": number(flaw.get("most", "")), "field": fields(catalog).get(flaw["field"], flaw["field"])}
    words = flaws(catalog).get(flaw["flaw"], str(flaw["flaw"]))
    if is_in_parts:
        place = catalog.translate("cli", "{field}, part {position}: {words}")
    elif flaw["flaw"] == "too-long":
        place = "{field}: {words}"
        words = catalog.translate("cli", "too long: {count} characters, at most {most}")
        facts["count"] = number(int(flaw["position"]) + int(flaw["length"]))
    else:
        place = catalog.translate("cli", "{field}, character {position}: {words}")
    return fill(place, {**facts, "position": int(flaw["position"]) + 1, "words": fill(words, facts)})


def word_flaw_sentence(flaw: Mapping[str, Any], catalog: Catalog) -> str:
    """Return what is wrong with a line of the shop's words, such as ``line 3: a word stands alone: 鞋``."""
    words = word_flaws(catalog).get(flaw["flaw"], str(flaw["flaw"]))
    shown = fill(words, {"most": number(flaw.get("most")), "word": flaw.get("word", "")})
    if not flaw["line"]:
        return shown
    return fill(catalog.translate("cli", "line {line}: {words}"), {"line": flaw["line"], "words": shown})


def word_flaws(catalog: Catalog) -> Mapping[str, str]:
    """Return what is wrong with words for search, by the name of the flaw."""
    translate = catalog.translate
    return {
        "text-too-long": translate("cli", "too much text: at most {most} characters"),
        "too-many-groups": translate("cli", "too many lines with words: at most {most}"),
        "too-many-words": translate("cli", "too many words: at most {most}"),
        "unusable-character": translate("cli", "a character that cannot be saved"),
        "several-arrows": translate("cli", "only one > is possible in a line"),
        "alone": translate("cli", "a line needs at least two words, and words on both sides of >"),
        "too-many-in-line": translate("cli", "too many words in a line: at most {most}"),
        "word-too-long": translate("cli", "a word is longer than {most} characters: {word}"),
        "no-word": translate("cli", "this is no word: {word}"),
        "one-letter": translate("cli", "a single letter or digit is in nearly every reply: {word}"),
        "too-many-meanings": translate("cli", "a word means more than {most} others: {word}"),
    }


def number(count: object) -> str:
    """Return a count with thousands separators; anything else as it is."""
    return f"{count:,}" if isinstance(count, int) else str(count)


def fields(catalog: Catalog) -> Mapping[str, str]:
    """Return the names of the fields of a reply."""
    translate = catalog.translate
    return {
        "id": translate("cli", "id"),
        "title": translate("cli", "title"),
        "body": translate("cli", "body"),
        "code": translate("cli", "code"),
        "folder": translate("cli", "folder"),
        "tags": translate("cli", "tags"),
        "remark": translate("cli", "remark"),
        "name": translate("cli", "name"),
        "value": translate("cli", "value"),
        "asks": translate("cli", "asks"),
        **_customer_fields(catalog),
    }


def _customer_fields(catalog: Catalog) -> Mapping[str, str]:
    translate = catalog.translate
    return {
        "nicknames": translate("cli", "nicknames"),
        "fields": translate("cli", "fields"),
        "phones": translate("cli", "phones"),
        "addresses": translate("cli", "addresses"),
        "orders": translate("cli", "orders"),
        "items": translate("cli", "items of an order"),
        "birthday": translate("cli", "birthday"),
        "tone": translate("cli", "tone"),
        "language": translate("cli", "language"),
        "do_not_contact_reason": translate("cli", "reason"),
        "text": translate("cli", "text"),
        "author": translate("cli", "author"),
        "order_state": translate("cli", "state of order"),
        "order_tracking_number": translate("cli", "tracking number of order"),
        "order_carrier": translate("cli", "carrier of order"),
    }


def flaws(catalog: Catalog) -> Mapping[str, str]:
    """Return what is wrong, by the name of the flaw."""
    translate = catalog.translate
    return {
        "empty": translate("cli", "nothing here"),
        "too-long": translate("cli", "too long: at most {most} characters"),
        "too-many": translate("cli", "too many: at most {most}"),
        "unusable-character": translate("cli", "this character cannot be saved or sent"),
        "not-a-template": translate("cli", "the fields cannot be read"),
        "not-a-day": translate("cli", "no day such as 02-29 or 1990-02-28"),
        "unclosed": translate("cli", "a { is never closed; write {{ for the brace itself"),
        "unmatched": translate("cli", "this } closes nothing; write }} for the brace itself"),
        "nested": translate("cli", "a field is inside another one; write {{ and }} for braces"),
        "empty-name": translate("cli", "a field has no name"),
        "bad-name": translate("cli", "a field cannot have this name; write {{ and }} for braces"),
        "empty-choice": translate("cli", "a choice is empty"),
        "special-with-value": translate("cli", "this field is filled in automatically and takes no value"),
        "too-many-fields": translate("cli", "too many fields: at most {most}"),
    }
