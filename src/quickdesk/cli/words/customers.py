"""Words about customers: why a row of a table is refused, and a card as text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from quickdesk.cli.words.cases import case_state, case_type, event_text, event_type
from quickdesk.cli.words.catalog import Catalog, fill


def customer_refusals(catalog: Catalog) -> Mapping[str, str]:
    """Return why a row was refused, by the name of the reason."""
    translate = catalog.translate
    return {
        "no-customer": translate("cli", "no nickname, name, phone or order number"),
        "too-many-cells": translate("cli", "the row has more cells than the header"),
        "unclosed-quote": translate("cli", "a quote is never closed"),
        "damaged-text": translate(
            "cli", "the text has characters that cannot be read: it is damaged, or in another encoding"
        ),
        "cut-number": translate("cli", "a spreadsheet cut this number off: {detail}"),
        "unequal-counts": translate(
            "cli", "the number of texts in column {detail} does not match the nicknames or orders"
        ),
        "not-a-date": translate("cli", "no date: {detail}"),
        "several-customers": translate("cli", "may be more than one of the customers"),
        "order-of-another": translate("cli", "order {detail} belongs to another customer on this platform"),
        "flawed": translate("cli", "{detail} is too long or has characters that cannot be stored"),
    }


def of_customers(translate: Callable[[str, str], str]) -> dict[str, str]:
    """Return the sentences of problems with customers, by their names."""
    return {
        "unknown-customer": translate("cli", "No customer has the id or nickname {id}."),
        "several-customers": translate(
            "cli", "{count} customers have the nickname or id {id}:{matches}\nUse the id of the one you mean."
        ),
        "no-customer-found": translate("cli", "No customer found for: {query}"),
        "flawed-customer": translate("cli", "The customer was not saved:{flaws}"),
        "flawed-note": translate("cli", "The note was not saved:{flaws}"),
        "nothing-to-change-on-card": translate(
            "cli", "Say what to change, for example with --tag. Nothing was changed."
        ),
        "no-such-order-part": translate("cli", "An order has no {name}. It has: {names}."),
        "same-customer": translate("cli", "This is the same customer. Nothing was changed."),
        "one-or-all-customers": translate("cli", "Name one customer, or give --all."),
        "erasure-not-confirmed": translate(
            "cli",
            "Nothing was erased. This would erase {label} with {notes} notes and {cases} cases "
            "from every file, for good. Add --yes to do it.",
        ),
        "retention-not-confirmed": translate(
            "cli",
            "Nothing was erased. Add --yes to erase {customers} customers with {notes} notes, and of others "
            "{cases} cases and {events} events, for good.",
        ),
        "clock-jumped": translate(
            "cli",
            "Nothing was erased, because the clock of this computer has just jumped.",
        ),
    }


def title_of(card: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the nicknames of a customer with their platforms, else the name, else the remark."""
    return catalog.translate("cli", ", ").join(_nicknames(card, catalog)) or card["name"] or card["remark"]


def _nicknames(card: Mapping[str, Any], catalog: Catalog) -> Sequence[str]:
    words = catalog.translate("cli", "{nick} ({platform})")
    return [fill(words, each) if each["platform"] else each["nick"] for each in card["nicks"]]


def card_text(card: Mapping[str, Any], catalog: Catalog) -> str:
    """Return a customer with all that belongs to it as lines of text."""
    return "\n".join([*_card_lines(card, catalog), *_entries(card, catalog)])


def _card_lines(card: Mapping[str, Any], catalog: Catalog) -> Iterator[str]:
    translate = catalog.translate
    separator = translate("cli", ", ")
    rows = [
        (translate("cli", "Nicknames"), separator.join(_nicknames(card, catalog))),
        (translate("cli", "Name"), card["name"]),
        (translate("cli", "Phones"), separator.join(card["phones"])),
        (translate("cli", "Addresses"), "; ".join(card["addresses"])),
        (translate("cli", "Birthday"), card["birthday"]),
        (translate("cli", "Tags"), separator.join(card["tags"])),
        (translate("cli", "Remark"), card["remark"]),
        (translate("cli", "Do not contact"), _do_not_contact(card, catalog)),
        *card["fields"].items(),
    ]
    rows += [(translate("cli", "Order"), " ".join(_order_words(order))) for order in card["orders"]]
    yield from (
        fill(translate("cli", "{name}: {value}"), {"name": name, "value": value})
        for name, value in rows
        if value
    )


def _do_not_contact(card: Mapping[str, Any], catalog: Catalog) -> str:
    if not card["do_not_contact"]:
        return ""
    return card["do_not_contact_reason"] or catalog.translate("cli", "yes")


def _order_words(order: Mapping[str, Any]) -> Sequence[str]:
    names = ("number", "platform", "state", "carrier", "tracking_number")
    return [*filter(None, (order[name] for name in names)), *order["items"]]


def _entries(card: Mapping[str, Any], catalog: Catalog) -> Iterator[str]:
    """Iterate over notes, cases and events."""
    translate = catalog.translate
    if card["notes"]:
        yield from ("", translate("cli", "Notes"))
        yield from (f"{each['at'][:16]}  {each['text']}" for each in card["notes"])
    if card["cases"]:
        yield from ("", translate("cli", "Cases"))
        yield from (_case_line(each, catalog) for each in card["cases"])
    if card["events"]:
        yield from ("", translate("cli", "Events"))
        yield from (_event_line(each, catalog) for each in card["events"])


def _event_line(event: Mapping[str, Any], catalog: Catalog) -> str:
    name, text = event_type(event["type"], catalog), event_text(event, catalog)
    return f"{event['at'][:16]}  {name}  {text}".rstrip()


def _case_line(case: Mapping[str, Any], catalog: Catalog) -> str:
    kind, state = case_type(case["type"], catalog), case_state(case["state"], catalog)
    names = ("order_number", "request", "offered", "solution", "promise")
    texts = filter(None, (str(case[name]) for name in names))
    return "  ".join([case["opened"][:16], kind, state, *texts])
