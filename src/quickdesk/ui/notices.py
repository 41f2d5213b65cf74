"""Notices about actions of the program; those for values of other packages are in ``messages``."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.replies.delivery import Undeliverable
from quickdesk.replies.store import StoreProblem
from quickdesk.replies.template import TemplateError
from quickdesk.replies.validation import FlawKind, SnippetFlaw, limit_of
from quickdesk.ui import messages
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.undo.undo_notices import undo_hint

translate: Final = QCoreApplication.translate  # lupdate recognises this name
_MAX_SHORT: Final = 16


def not_sent(reason: Undeliverable | TemplateError) -> Notice:
    """Return a notice explaining why a reply was not sent."""
    if isinstance(reason, TemplateError):
        why = messages.template_flaw(reason.flaw)
    else:
        why = messages.delivery_problem(reason.problem, reason.missing)
    return Notice(Tone.WARNING, translate("words", "Reply not sent"), why)


def saved(title: str) -> Notice:
    """Return a notice that a reply was saved."""
    return Notice(Tone.DONE, translate("words", "Saved: {title}").replace("{title}", inline_text(title)))


def form_open() -> Notice:
    """Return a notice explaining why the program does not quit: a reply is being filled in."""
    return Notice(
        Tone.WARNING,
        translate("words", "quickdesk is still running"),
        translate("words", "A reply is being filled in. Paste it or close the form, then quit."),
    )


def draft_not_kept(problem: StoreProblem) -> Notice:
    """Return a notice that what is being typed cannot be kept as a draft."""
    if problem is StoreProblem.DISK_FULL:
        why = translate("words", "The disk is full.")
    elif problem in (StoreProblem.NOT_WRITABLE, StoreProblem.MOVED, StoreProblem.UNREADABLE):
        why = translate("words", "The data folder cannot be written.")
    else:
        why = translate("words", "The key of the customers cannot be reached.")
    headline = translate("words", "No draft is kept")
    text = translate("words", "{why} You can go on typing; save or send before you quit.")
    return Notice(Tone.WARNING, headline, text.replace("{why}", why))


def running(hotkey: Notice, *, is_in_tray: bool) -> Notice:
    """Return a notice that the program is running, and its hotkey or why there is none."""
    if is_in_tray:
        headline = translate("words", "quickdesk is in the tray")
    else:
        headline = translate("words", "quickdesk is running")
    text = "\n".join(line for line in (hotkey.headline, hotkey.text) if line)
    return Notice(Tone.INFO if hotkey.tone is Tone.DONE else hotkey.tone, headline, text)


def welcome(running: Notice) -> Notice:
    """Return the first notice that an agent sees: what to do first, if nothing hinders the hotkey."""
    if running.tone is not Tone.INFO:
        return running
    first = translate(
        "words", "Set the shop facts first (Ctrl+K in the palette): most replies then ask nothing"
    )
    return replace(running, text=f"{running.text}\n{first}")


def in_one_line(notice: Notice) -> str:
    """Return the text of a notice on one line."""
    line = translate("words", "{headline}: {text}").replace("{headline}", notice.headline)
    return line.replace("{text}", " ".join(notice.text.split("\n")))


def not_saved(flaw: SnippetFlaw) -> Notice:
    """Return a notice explaining why a draft was not saved."""
    if flaw.template is not None:
        why = messages.template_flaw(flaw.template)
    else:
        why = _snippet_flaws()[flaw.kind].replace("{field}", _field_names()[flaw.field])
        limit = limit_of(flaw.field, flaw.kind.name.lower().replace("_", "-"))
        why = why.replace("{limit}", "" if limit is None else f"{limit:,}")
    return Notice(Tone.WARNING, translate("words", "Reply not saved"), why)


def remember_offered(ask: str, title: str) -> Notice:
    """Return an offer to remember what was searched as another way to ask for a reply."""
    return Notice(
        Tone.INFO,
        _ask_and_title(translate("words", "Last time “{ask}” led to: {title}"), ask, title),
        translate("words", "Alt+M: remember"),
    )


def remembered(ask: str, title: str) -> Notice:
    """Return a notice that a reply has another way to ask, and how to undo it."""
    headline = _ask_and_title(translate("words", "“{ask}” now finds: {title}"), ask, title)
    return Notice(Tone.DONE, headline, undo_hint())


def pinned(title: str) -> Notice:
    """Return a notice that a reply is pinned, and what that does."""
    headline = translate("words", "Pinned: {title}").replace("{title}", inline_text(title))
    return Notice(Tone.DONE, headline, translate("words", "First while nothing is typed. Ctrl+P unpins it."))


def unpinned(title: str) -> Notice:
    """Return a notice that a reply is not pinned any more."""
    headline = translate("words", "No longer pinned: {title}").replace("{title}", inline_text(title))
    return Notice(Tone.DONE, headline)


def internal_error() -> Notice:
    """Return a notice that an internal error occurred."""
    return Notice(
        Tone.PROBLEM,
        translate("words", "Something in quickdesk went wrong"),
        translate("words", "Your replies are safe. Details are in quickdesk.log."),
    )


def keyboard_held() -> Notice:
    """Return a notice that another program receives all keys, probably a menu."""
    return Notice(
        Tone.WARNING,
        translate("words", "All keys go to another program now"),
        translate("words", "If a menu of it is open, press Esc to close that. Then type here."),
    )


def not_copied() -> Notice:
    """Return a notice that a reply could not be copied."""
    return Notice(
        Tone.WARNING,
        translate("words", "Reply not copied: the clipboard is not available"),
        translate(
            "words", "Open the palette and choose the reply again. On Wayland, install wl-clipboard first."
        ),
    )


def copied_meanwhile() -> Notice:
    """Return a notice that a reply was not pasted and that something else was copied meanwhile."""
    return Notice(
        Tone.WARNING,
        translate("words", "Not pasted: the chat window did not accept the reply"),
        translate(
            "words",
            "The clipboard holds what you copied in the meantime. Open the palette "
            "and choose the reply again.",
        ),
    )


def read_in_part(keys: str) -> Notice:
    """Return a notice that the chat window stopped responding while it read a reply."""
    return Notice(
        Tone.WARNING,
        translate("words", "Check the chat box: the chat window stopped responding while pasting"),
        translate(
            "words",
            "All, part, or none of the reply may be there. It is still on the clipboard: "
            "clear the chat box and press {keys}.",
        ).replace("{keys}", keys),
    )


def clipboard_not_back(state: str) -> Notice | None:
    """Return a notice for the value of a ClipboardState after a paste, None if it was restored."""
    if state == "partly":
        text = translate("words", "Part of it was too large or took too long. Copy it again if you need it.")
    elif state in ("unreadable", "failed"):
        text = translate("words", "The program it came from did not answer. Copy it again if you need it.")
    else:
        return None
    return Notice(
        Tone.INFO, translate("words", "Reply pasted, but your clipboard was not fully restored"), text
    )


def no_text_copied() -> Notice:
    """Return a notice that the clipboard contains no text."""
    return Notice(
        Tone.INFO,
        translate("words", "No text is copied"),
        translate("words", "Copy the buyer's message first. Pictures cannot be read."),
    )


def message_too_long() -> Notice:
    """Return a notice that the copied text is too long for a message."""
    return Notice(
        Tone.INFO,
        translate("words", "The copied text is too long"),
        translate("words", "Copy only the buyer's question."),
    )


def no_suggestions() -> Notice:
    """Return a notice that no reply is related to the message."""
    return Notice(
        Tone.INFO,
        translate("words", "No reply fits the copied message"),
        translate("words", "Search for words of your own."),
    )


def _ask_and_title(text: str, ask: str, title: str) -> str:
    """Return a text about an ask and a title, shortened to leave room for the rest of the notice."""
    values = {"{ask}": _short(ask), "{title}": _short(title)}
    return re.sub(r"\{ask\}|\{title\}", lambda place: values[place[0]], text)


def _short(text: str) -> str:
    line = inline_text(text)
    return line if len(line) <= _MAX_SHORT else f"{line[: _MAX_SHORT - 1]}…"


def _snippet_flaws() -> Mapping[FlawKind, str]:
    return {
        FlawKind.EMPTY: translate("words", "Fill in: {field}."),
        FlawKind.TOO_LONG: translate("words", "Too long: {field}. Use at most {limit} characters."),
        FlawKind.TOO_MANY: translate("words", "Too many: {field}. Use at most {limit}."),
        FlawKind.UNUSABLE_CHARACTER: translate(
            "words", "Remove the character that cannot be saved or sent: {field}."
        ),
        FlawKind.NOT_A_TEMPLATE: translate("words", "The fields cannot be read: {field}."),
    }


def _field_names() -> Mapping[str, str]:
    return {
        "id": "id",
        "title": translate("words", "title"),
        "body": translate("words", "reply"),
        "code": translate("words", "code"),
        "folder": translate("words", "folder"),
        "tags": translate("words", "tags"),
        "remark": translate("words", "remark"),
        "asks": translate("words", "other ways to ask"),
    }
