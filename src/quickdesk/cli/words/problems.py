"""The sentences for the problems of answers: what happened, what is safe, what to do.

Each problem has one sentence here; a test compares the two lists.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from quickdesk.cli.terminal import one_line, truncate
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.customers import of_customers
from quickdesk.cli.words.flaws import flaw_sentence, word_flaw_sentence
from quickdesk.cli.words.protection_problems import of_keys, of_protection
from quickdesk.commands.answer import Answer

_QUERY_COLUMNS = 60
"""The maximum width of a query in a sentence."""


def sentence(answer: Answer, catalog: Catalog) -> str:
    """Return the sentence for an answer that is not DONE."""
    words = problems(catalog).get(answer.problem)
    if words is None:
        return f"{answer.problem} {dict(answer.facts)}"
    return fill(words, readable(_named(words, answer.facts), catalog))


def _named(words: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts that a sentence names; others report what was found damaged."""
    names = set(re.findall(r"\{(\w+)\}", words))
    return {name: fact for name, fact in facts.items() if name in names}


def readable(facts: Mapping[str, Any], catalog: Catalog) -> dict[str, object]:
    """Return facts as texts for a sentence: lists with commas, each flaw on its line."""
    shown: dict[str, object] = {}
    for name, fact in facts.items():
        if name == "flaws":
            shown[name] = "".join(f"\n  {flaw_sentence(flaw, catalog)}" for flaw in fact)
        elif name == "word_flaws":
            shown[name] = "".join(f"\n  {word_flaw_sentence(flaw, catalog)}" for flaw in fact)
        elif fact and isinstance(fact, list) and isinstance(fact[0], dict):
            shown[name] = "".join(f"\n  {reply['id']}  {reply['title']}" for reply in fact)
        elif name == "query":
            shown[name] = truncate(one_line(fact), _QUERY_COLUMNS)
        elif isinstance(fact, list):
            shown[name] = catalog.translate("cli", ", ").join(str(item) for item in fact)
        else:
            shown[name] = fact
    return shown


def shared_code_sentence(fact: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the warning that other replies have the code of the one just saved."""
    words = catalog.translate("cli", "Note: the code {code} is used by other replies too: {titles}")
    return fill(words, readable(fact, catalog))


def problems(catalog: Catalog) -> Mapping[str, str]:
    """Return the sentence of every problem by its name."""
    parts = (
        _of_replies,
        of_customers,
        _of_files,
        _of_the_program,
        _of_requests,
        _of_data,
        of_keys,
        of_protection,
    )
    return {name: words for part in parts for name, words in part(catalog.translate).items()}


Translate = Callable[[str, str], str]


def _of_replies(translate: Translate) -> dict[str, str]:
    return {
        "no-replies": translate("cli", "There are no replies yet. Add some with add or import."),
        "nothing-found": translate("cli", "Nothing found for: {query}"),
        "nothing-fits": translate("cli", "No reply fits this message."),
        "no-message": translate("cli", "There is no message to suggest replies for."),
        "message-too-long": translate(
            "cli", "This is too long for a message. Up to {most} characters are possible."
        ),
        "no-such-reply": translate("cli", "No reply has the code or id {id}."),
        "ambiguous-id": translate("cli", "Several ids begin with {id}: {matches}. Type more of it."),
        "ambiguous-code": translate(
            "cli", "Several replies have the code {id}:{matches}\nUse the id of the one you mean."
        ),
        "nothing-to-change": translate(
            "cli", "Say what to change, for example with --title. Nothing was changed."
        ),
        "nothing-to-undo": translate("cli", "There is nothing to undo."),
        "changed-since": translate(
            "cli", "Nothing was undone, because these replies have changed since: {titles}."
        ),
        "facts-changed-since": translate(
            "cli", "Nothing was undone, because these facts have changed since: {names}."
        ),
        "customers-changed-since": translate(
            "cli", "Nothing was undone, because something about customers has changed since ({count})."
        ),
        "no-such-fact": translate("cli", "There is no fact {name}. List all with: facts."),
        "flawed-fact": translate("cli", "The fact was not saved:{flaws}"),
        "date-is-over": translate("cli", "The fact was not saved, because the day {until} is over."),
        "too-many-facts": translate("cli", "The fact was not saved: there are already {most} of them."),
        "no-word-group": translate("cli", "There are no words. Write words that mean the same in one line."),
        "no-such-word-group": translate("cli", "There is no line with these words. List all with: lexicon."),
        "word-group-is-there": translate("cli", "These words are there already."),
        "flawed-words": translate("cli", "The words were not saved:{word_flaws}"),
        "unreadable-words": translate("cli", "The words were not saved: the file is not text."),
        "flawed-reply": translate("cli", "The reply was not saved:{flaws}"),
        "unfilled": translate(
            "cli",
            "Some fields are still empty: {names}. Fill them in with --set NAME=VALUE.",
        ),
        "no-such-field": translate("cli", "The reply has no field {name}. Its fields are: {names}."),
        "unreadable-body": translate("cli", "The body of the reply cannot be read:{flaws}"),
        "too-long": translate("cli", "The finished reply is too long to send."),
        "empty": translate("cli", "Nothing to send: the reply is empty."),
        "no-clipboard": translate(
            "cli", "The reply was not copied: no clipboard can be reached from here ({reason})."
        ),
    }


def _of_files(translate: Translate) -> dict[str, str]:
    return {
        "no-such-file": translate("cli", "File not found: {path}"),
        "not-a-file": translate("cli", "{path} is not a file."),
        "own-folder": translate(
            "cli", "{path} is in the data folder, whose files quickdesk writes itself. Choose another place."
        ),
        "empty-folder": translate("cli", "The folder {path} has no files that can be imported."),
        "file-too-large": translate(
            "cli", "{path} is too large ({megabytes} MB). Files up to {most} MB can be imported."
        ),
        "unreadable-file": translate("cli", "{path} cannot be read: {reason}."),
        "unknown-ending": translate(
            "cli", "{path}: unknown file extension. Choose the format with --format: json, csv or tsv."
        ),
        "not-a-backup": translate("cli", "{path} is not a quickdesk backup. Nothing was changed."),
        "backup-damaged": translate("cli", "The backup {path} is damaged. Nothing was changed."),
        "backup-newer": translate(
            "cli", "The backup {path} was made by a newer quickdesk. Nothing was changed."
        ),
        "backup-unreadable": translate("cli", "The backup {path} cannot be read. Nothing was changed."),
        "file-exists": translate("cli", "{path} already exists. Replace it with --force."),
        "unwritable-new-file": translate("cli", "{path} cannot be written: {reason}."),
        "unwritable-file": translate(
            "cli", "{path} cannot be written: {reason}. Its previous content is unchanged."
        ),
    }


def _of_the_program(translate: Translate) -> dict[str, str]:
    return {
        "not-running": translate("cli", "quickdesk is not running. Start it with: quickdesk"),
        "no-display": translate(
            "cli",
            "There is no display, so no window can be shown. In the terminal you can use:\n"
            "  quickdesk find 退款\n  quickdesk list\n  quickdesk --help",
        ),
        "unsaved-words": translate(
            "cli",
            "quickdesk is still running: words of the shop are not saved. Save or discard them, then quit.",
        ),
        "unsaved-reply": translate(
            "cli", "quickdesk is still running: a reply has unsaved changes. Save or discard it, then quit."
        ),
        "unsaved-case": translate(
            "cli", "quickdesk is still running: a case has unsaved changes. Save or discard it, then quit."
        ),
        "unfinished-form": translate(
            "cli",
            "quickdesk is still running: a reply is being filled in. Paste it or close the form, then quit.",
        ),
        "folder-gone": translate(
            "cli",
            "quickdesk is still running: the data folder is gone. Save a copy with backup FILE first, "
            "or quit again to leave it.",
        ),
    }


def _of_requests(translate: Translate) -> dict[str, str]:
    return {
        "no-answer": translate(
            "cli", "quickdesk is running but does not respond. Quit it and start it again."
        ),
        "unknown-outcome": translate(
            "cli",
            "quickdesk did not say whether the command was carried out. It may or may not have been: "
            "check before you try again.",
        ),
        "too-late": translate(
            "cli", "quickdesk was too busy to do this in time. Nothing was changed. Try again later."
        ),
        "unknown-command": translate("cli", "The running quickdesk does not know the command {command}."),
        "ignored-options": translate(
            "cli",
            "Saved as {id}, but without {options}: the quickdesk that runs is an older version. Restart it, "
            "then use: edit {id}",
        ),
        "request-too-long": translate(
            "cli",
            "This is too much to hand to the running quickdesk (more than {megabytes} MB). Nothing was "
            "changed. Do it in parts, or quit quickdesk first.",
        ),
        "malformed-request": translate(
            "cli", "The running quickdesk did not understand the request. Nothing was changed."
        ),
        "bad-argument": translate(
            "cli", "The command {command} got an invalid value for {argument}. Nothing was changed."
        ),
        "broke": translate(
            "cli",
            "Something in quickdesk went wrong. Your replies are safe. Details are "
            "in quickdesk.log in the data folder.",
        ),
        "unwritable-output": translate("cli", "The result cannot be written: {reason}."),
    }


def _of_data(translate: Translate) -> dict[str, str]:
    return {
        "data-damaged": translate("cli", "The data in {path} could not be read. It was set aside unchanged."),
        "not-a-folder": translate("cli", "{path} is not a folder. Nothing was changed."),
        "data-newer": translate(
            "cli", "{path} was written by a newer quickdesk. It was not touched. Update quickdesk to open it."
        ),
        "data-faulty": translate("cli", "The data is damaged, and not everything could be repaired."),
        "data-in-use": translate(
            "cli", "Another quickdesk is using the data in {path}. Nothing was changed."
        ),
        "data-not-writable": translate("cli", "{path} cannot be written. Nothing was changed."),
        "data-disk-full": translate(
            "cli",
            "The disk is full: nothing was changed, everything saved before is safe. "
            "Free up space for {folder}.",
        ),
        "data-moved": translate(
            "cli",
            "The data folder {path} was renamed, deleted or replaced while quickdesk was using it. "
            "Nothing was changed. Put it back, or quit quickdesk and start it again.",
        ),
        "data-unreadable": translate("cli", "{path} cannot be read. Nothing was changed."),
        "data-too-large": translate(
            "cli",
            "The data is larger than a backup can be, so no backup was made. Nothing was changed. "
            "With quickdesk closed, a copy of the data folder is a backup too.",
        ),
        "data-uncertain": translate(
            "cli",
            "The disk reported an error: the change may or may not have been saved in {path}. "
            "Check before you make it again.",
        ),
    }
