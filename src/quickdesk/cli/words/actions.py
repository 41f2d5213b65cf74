"""The actions that can be undone, in words."""

from collections.abc import Mapping

from quickdesk.cli.words.catalog import Catalog


def action_name(action: str, catalog: Catalog) -> str:
    """Return an action in words; one of a newer version keeps its internal name."""
    return {**_of_replies(catalog), **_of_customers(catalog)}.get(action, action)


def _of_replies(catalog: Catalog) -> Mapping[str, str]:
    translate = catalog.translate
    return {
        "add": translate("cli", "a reply was added"),
        "edit": translate("cli", "a reply was changed"),
        "remove": translate("cli", "a reply was moved to the trash"),
        "restore": translate("cli", "a reply was brought back from the trash"),
        "import": translate("cli", "replies were imported"),
        "recover": translate("cli", "a backup was restored"),
        "set-fact": translate("cli", "a fact was set"),
        "remove-fact": translate("cli", "a fact was removed"),
        "change-lexicon": translate("cli", "the shop's words were changed"),
        "remember-ask": translate("cli", "a way to ask was remembered"),
    }


def _of_customers(catalog: Catalog) -> Mapping[str, str]:
    translate = catalog.translate
    return {
        "add-customer": translate("cli", "a customer was added"),
        "edit-customer": translate("cli", "a customer was changed"),
        "remove-customer": translate("cli", "a customer was moved to the trash"),
        "restore-customer": translate("cli", "a customer was brought back from the trash"),
        "merge-customers": translate("cli", "customers were merged"),
        "import-customers": translate("cli", "customers were imported"),
        "add-note": translate("cli", "a note was added"),
        "edit-note": translate("cli", "a note was changed"),
        "remove-note": translate("cli", "a note was removed"),
        "change-order": translate("cli", "an order was changed"),
        "open-case": translate("cli", "a case was opened"),
        "change-case": translate("cli", "a case was changed"),
        "remove-case": translate("cli", "a case was removed"),
        "rate-contact": translate("cli", "a customer's satisfaction was noted"),
    }
