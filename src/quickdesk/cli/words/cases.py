"""The names of types and states of cases, and of what happened with a customer."""

from collections.abc import Mapping
from typing import Any

from quickdesk.cli.words.catalog import Catalog


def case_type(value: str, catalog: Catalog) -> str:
    """Return the name of a type of case; the value itself if it is unknown."""
    translate = catalog.translate
    return {
        "logistics": translate("cli", "Delivery"),
        "after-sales": translate("cli", "After-sales"),
        "quality": translate("cli", "Quality"),
        "complaint": translate("cli", "Complaint"),
        "inquiry": translate("cli", "Question"),
        "other": translate("cli", "Other"),
    }.get(value, value)


def case_state(value: str, catalog: Catalog) -> str:
    """Return the name of a state of a case; the value itself if it is unknown."""
    translate = catalog.translate
    return {
        "to-verify": translate("cli", "To verify"),
        "in-progress": translate("cli", "In progress"),
        "waiting-for-customer": translate("cli", "Waiting for customer"),
        "waiting-for-warehouse": translate("cli", "Waiting for warehouse"),
        "solved": translate("cli", "Solved"),
        "closed": translate("cli", "Closed"),
    }.get(value, value)


def event_type(value: str, catalog: Catalog) -> str:
    """Return the name of a type of event; the value itself if it is unknown."""
    translate = catalog.translate
    return {
        "pasted": translate("cli", "Reply pasted"),
        "satisfaction": translate("cli", "Satisfaction"),
        "order-remark": translate("cli", "Order remark copied"),
        "case": translate("cli", "Case"),
    }.get(value, value)


def event_text(event: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the text of an event: that of two types is the name of a value."""
    text: str = event["text"]
    if event["type"] == "case":
        return case_state(text, catalog)
    if event["type"] != "satisfaction":
        return text
    translate = catalog.translate
    return {
        "satisfied": translate("cli", "Satisfied"),
        "neutral": translate("cli", "Neutral"),
        "dissatisfied": translate("cli", "Dissatisfied"),
    }.get(text, text)
