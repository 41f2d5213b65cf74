"""The sentences for what was found when the data was opened: damaged files and lost changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.sentences import readable


def recovery_sentence(recovery: Mapping[str, Any], say: Catalog) -> str:
    """Return what to tell of a damaged file that was found when the data was opened."""
    if not recovery["set_aside"]:
        words = _left_in_place(recovery, say)
    elif recovery.get("lost_nothing"):
        words = say.translate(
            "cli",
            "{path} was damaged. Nothing was lost: everything was recovered. The "
            "damaged file was kept as {set_aside}.",
        )
    elif recovery["previous"]:
        words = say.translate(
            "cli",
            "{path} was damaged. The previous version is in use; the damaged file was kept as {set_aside}.",
        )
    else:
        words = say.translate(
            "cli",
            "{path} was damaged and no earlier version was found. The damaged file was kept as {set_aside}.",
        )
    return fill(words, readable(recovery, say))


def _left_in_place(recovery: Mapping[str, Any], say: Catalog) -> str:
    """A file that was not moved: there was none, or the data was opened for reading only."""
    if recovery.get("lost_nothing"):
        return say.translate("cli", "{path} is damaged and was left as it is. Nothing was lost.")
    if recovery["flaw"] == "missing":
        return say.translate("cli", "{path} was missing. The previous version is in use.")
    return say.translate("cli", "{path} is damaged and was left as it is. The previous version is in use.")


def loss_sentence(loss: Mapping[str, Any], say: Catalog) -> str:
    """Return what to tell of changes that were saved and cannot be read any more."""
    translate = say.translate
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
    return fill(words, {**readable(loss, say), "kind": kind_name(loss["kind"], say)})


def set_aside_sentence(paths: Sequence[str], say: Catalog) -> str:
    """Return what to tell of damaged files that were found before and that nobody has acknowledged yet."""
    words = say.translate(
        "cli",
        "Damage was found before: {set_aside}. For details: quickdesk check. "
        "To stop this message: quickdesk check --acknowledge",
    )
    return fill(words, readable({"set_aside": list(paths)}, say))


def kind_name(kind: str, say: Catalog) -> str:
    """Return what people call a kind of data; a kind of a newer program is named as it is."""
    names = {
        "snippets": say.translate("cli", "replies"),
        "settings": say.translate("cli", "settings"),
        "customers": say.translate("cli", "customers"),
        "followups": say.translate("cli", "reminders"),
        "insights": say.translate("cli", "statistics"),
    }
    return names.get(kind, kind)


def starter_sentence(say: Catalog) -> str:
    """Return what to tell where a new data folder could not be given its first replies."""
    return say.translate(
        "cli",
        "The replies that come with quickdesk cannot be read, so the list is empty. Reinstall quickdesk.",
    )
