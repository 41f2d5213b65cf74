"""The sentences about the state of the data: damaged files, lost changes, copies, jumps of the clock."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.problems import readable, shared_code_sentence
from quickdesk.cli.words.protection import first_protection
from quickdesk.text.script import join_sentences


def notes(facts: Mapping[str, Any], catalog: Catalog) -> Iterator[str]:
    """Yield a sentence for each of these facts, damaged data first."""
    for recovery in facts.get("recoveries", ()):
        yield recovery_sentence(recovery, catalog)
    for loss in facts.get("losses", ()):
        yield loss_sentence(loss, catalog)
    for foreign in facts.get("foreign", ()):
        yield foreign_sentence(foreign, catalog)
    if facts.get("set_aside"):
        yield set_aside_sentence(facts["set_aside"], catalog)
    if "shared_code" in facts:
        yield shared_code_sentence(facts["shared_code"], catalog)
    if "clock_jump" in facts:
        yield clock_sentence(facts["clock_jump"], catalog)
    if facts.get("starter_missing"):
        yield starter_sentence(catalog)
    yield from first_protection(facts.get("first_protection"), catalog)


def recovery_sentence(recovery: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the report of a damaged file that was found when the data was opened."""
    if not recovery["set_aside"]:
        words = _left_in_place(recovery, catalog)
    elif recovery.get("lost_nothing"):
        words = catalog.translate(
            "cli",
            "{path} was damaged. Nothing was lost: everything was recovered. The "
            "damaged file was kept as {set_aside}.",
        )
    elif recovery["previous"]:
        words = catalog.translate(
            "cli",
            "{path} was damaged. The previous version is in use; the damaged file was kept as {set_aside}.",
        )
    elif recovery.get("partial"):
        words = catalog.translate(
            "cli",
            "{path} was damaged. What could still be read is in use; the damaged file was kept as "
            "{set_aside}.",
        )
    else:
        words = catalog.translate(
            "cli",
            "{path} was damaged and no earlier version was found. The damaged file was kept as {set_aside}.",
        )
    return fill(words, readable(recovery, catalog))


def _left_in_place(recovery: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the words for a file that was not moved: it was missing, or the data was opened read-only."""
    if recovery.get("lost_nothing"):
        return catalog.translate("cli", "{path} is damaged and was left as it is. Nothing was lost.")
    if recovery["flaw"] == "missing":
        return catalog.translate("cli", "{path} was missing. The previous version is in use.")
    return catalog.translate(
        "cli", "{path} is damaged and was left as it is. The previous version is in use."
    )


def loss_sentence(loss: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the report of changes that were saved and cannot be read any more."""
    translate = catalog.translate
    if loss["changes"] is None and loss["set_aside"]:
        words = translate(
            "cli", "Some changes could not be read ({kind}). The damaged part was kept as {set_aside}."
        )
    elif loss["changes"] is None:
        words = translate("cli", "Some changes could not be read ({kind}). They were in {path}.")
    elif loss["set_aside"]:
        words = translate(
            "cli",
            "Changes that could not be read ({kind}): {changes}. The damaged part was kept as {set_aside}.",
        )
    else:
        words = translate("cli", "Changes that could not be read ({kind}): {changes}. They were in {path}.")
    return fill(words, {**readable(loss, catalog), "kind": kind_name(loss["kind"], catalog)})


def foreign_sentence(foreign: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the report of a file of other data, and how to import what is in it."""
    if foreign["set_aside"]:
        words = catalog.translate(
            "cli",
            "{path} ({kind}) does not belong to your data: it is from another computer or from another time. "
            "It is not used and was kept as {set_aside}.",
        )
    else:
        words = catalog.translate(
            "cli",
            "{path} ({kind}) does not belong to your data: it is from another computer or from another time. "
            "It is not used.",
        )
    report = fill(words, {**readable(foreign, catalog), "kind": kind_name(foreign["kind"], catalog)})
    place = foreign["set_aside"][0] if foreign["set_aside"] else foreign["path"]
    return join_sentences([report, *_how_to_import(foreign["kind"], place, catalog)])


def copy_sentence(copy: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the report of a copy of a data file that is not used, and how to import what is in it."""
    words = catalog.translate(
        "cli",
        "{path} ({kind}) is a copy that is not used: a sync program made it, or it is from another computer.",
    )
    report = fill(words, {"path": copy["path"], "kind": kind_name(copy["kind"], catalog)})
    rest = catalog.translate("cli", "Delete the copy when you no longer need it.")
    return join_sentences([report, rest, *_how_to_import(copy["kind"], copy["path"], catalog)])


def _how_to_import(kind: str, path: str, catalog: Catalog) -> list[str]:
    if kind != "snippets":
        return []
    words = catalog.translate("cli", "To take over its replies: {command}")
    return [fill(words, {"command": f'quickdesk import "{path}"'})]


def set_aside_sentence(paths: Sequence[str], catalog: Catalog) -> str:
    """Return the report of files that were set aside and not acknowledged yet."""
    words = catalog.translate(
        "cli",
        "Files were set aside: {set_aside}. For details: quickdesk check. "
        "To stop this message: quickdesk check --acknowledge",
    )
    return fill(words, readable({"set_aside": list(paths)}, catalog))


def kind_name(kind: str, catalog: Catalog) -> str:
    """Return the name of a kind of data for people; a kind of a newer version keeps its internal name."""
    names = {
        "snippets": catalog.translate("cli", "replies"),
        "settings": catalog.translate("cli", "settings"),
        "customers": catalog.translate("cli", "customers"),
        "followups": catalog.translate("cli", "reminders"),
        "insights": catalog.translate("cli", "statistics"),
        "facts": catalog.translate("cli", "facts"),
        "lexicon": catalog.translate("cli", "words of the shop"),
    }
    return names.get(kind, kind)


def starter_sentence(catalog: Catalog) -> str:
    """Return the report of a new data folder without the replies that come with quickdesk."""
    return catalog.translate(
        "cli",
        "The replies that come with quickdesk cannot be read, so the list is empty. Reinstall quickdesk.",
    )


def clock_sentence(jump: Mapping[str, str], catalog: Catalog) -> str:
    """Return the warning of a jump of the clock from ``before`` to ``after``, both ISO 8601."""
    words = catalog.translate(
        "cli",
        "The computer's clock shows {after}, and quickdesk last ran at {before}. Nothing was deleted because "
        "of that. If the date is wrong, set the clock.",
    )
    moments = {name: datetime.fromisoformat(each) for name, each in jump.items()}
    return fill(words, {name: f"{each:%Y-%m-%d %H:%M}" for name, each in moments.items()})
