"""Messages for the values of other packages: outcomes, problems, flaws and choices.

Every enum member has a message (a test checks all of them): what happened, what is safe, what to do. Values
of ``desktop`` enums are passed as strings, because ``ui`` and ``desktop`` do not import each other. Messages
are translated when they are shown.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.replies.delivery import DeliveryProblem, Outcome
from quickdesk.replies.facts import Fact
from quickdesk.replies.form import FactNote
from quickdesk.replies.template import MAX_BODY, MAX_FIELDS, MAX_NAME, TemplateFlaw
from quickdesk.settings.hotkey import HotkeyProblem
from quickdesk.settings.settings import Language, ThemeChoice
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import inline_text

translate = QCoreApplication.translate  # lupdate recognises this name

_MAX_VALUE: Final = 40
"""The characters of the value of a fact that a message quotes."""
_TEMPLATE_LIMITS: Final = {
    TemplateFlaw.BAD_NAME: MAX_NAME,
    TemplateFlaw.TOO_MANY_FIELDS: MAX_FIELDS,
    TemplateFlaw.TOO_LONG: MAX_BODY,
}

# Each language is named in itself, so that an agent can find it in any language.
_LANGUAGES: Final[Mapping[Language, str]] = {
    Language.SIMPLIFIED: "简体中文",
    Language.TRADITIONAL: "繁體中文（台灣）",
    Language.ENGLISH: "English",
}


def outcome(value: Outcome, keys: str = "Ctrl+V") -> Notice:
    """Return a notice about how a paste ended; ``keys`` are the paste keys of the target, for display."""
    tone, headline, text = _outcomes()[value]
    return Notice(tone, headline, text.replace("{keys}", keys))


def hotkey_problem(problem: HotkeyProblem) -> str:
    """Return why a key combination cannot be a hotkey, and what to press instead."""
    return _hotkey_problems()[problem]


def hotkey_works(label: str) -> Notice:
    """Return a notice that a hotkey is registered; ``label`` is the hotkey for display."""
    return Notice(Tone.DONE, translate("words", "{keys} opens the palette").replace("{keys}", label))


def hotkey_works_again(label: str) -> Notice:
    """Return a notice that a hotkey works, which did not work before."""
    headline = translate("words", "{keys} works now and opens the palette").replace("{keys}", label)
    return Notice(Tone.DONE, headline)


def hotkey_taken(label: str, holder: str = "") -> Notice:
    """Return a notice that the hotkey is already registered; ``holder`` is empty for an unknown program."""
    if holder:
        headline = translate("words", "{keys} is already used by {holder}")
    else:
        headline = translate("words", "{keys} is already used by another program")
    text = translate(
        "words",
        "Choose other keys in Settings, or free these in the other program: quickdesk takes them by itself.",
    )
    return Notice(Tone.WARNING, headline.replace("{keys}", label).replace("{holder}", _holder(holder)), text)


def _holder(name: str) -> str:
    """Return what one of our own hotkeys does, by the name under which it is registered."""
    return {
        "palette": translate("words", "the palette", "what has a hotkey"),
        "customer": translate("words", "the choice of the customer", "what has a hotkey"),
        "note": translate("words", "the quick note", "what has a hotkey"),
    }.get(name, name)


def hotkey_not_on_layout(label: str) -> Notice:
    """Return a notice that the keyboard layout has no such key."""
    headline = translate("words", "{keys} is not on this keyboard layout").replace("{keys}", label)
    return Notice(Tone.WARNING, headline, translate("words", "Choose other keys in Settings."))


def hotkeys_missing(reason: str) -> Notice:
    """Return a notice explaining the lack of global hotkeys; ``reason`` is a value of UnsupportedReason."""
    text = _unsupported_reasons().get(reason, _unsupported_reasons()["no-answer"])
    return Notice(Tone.WARNING, translate("words", "Global hotkeys are not available here"), text)


def template_flaw(flaw: TemplateFlaw) -> str:
    """Return what is wrong in the body of a reply and how to fix it."""
    limit = _TEMPLATE_LIMITS.get(flaw)
    return _template_flaws()[flaw].replace("{limit}", "" if limit is None else f"{limit:,}")


def too_long(count: int) -> Notice:
    """Return a notice that a reply is too long, with ``count`` characters."""
    text = translate("words", "It has {count} characters. A reply can have up to {limit}.")
    text = text.replace("{count}", f"{count:,}").replace("{limit}", f"{MAX_BODY:,}")
    return Notice(Tone.WARNING, translate("words", "The reply is too long"), text)


def delivery_problem(problem: DeliveryProblem, missing: Iterable[str] = ()) -> str:
    """Return why a reply cannot be sent yet; ``missing`` are the names of the empty fields."""
    return _delivery_problems()[problem].replace("{names}", translate("words", ", ").join(missing))


def kept_days(days: int) -> str:
    """Return how long something is kept; 0 keeps it."""
    if days == 0:
        return translate("words", "Until you erase it")
    return translate("words", "{days} days").format(days=days)


def theme_name(theme: ThemeChoice) -> str:
    """Return the name of a theme in the settings."""
    return _themes()[theme]


def language_name(language: Language) -> str:
    """Return the name of a language in that language."""
    own_name = _LANGUAGES.get(language)
    return own_name or translate("words", "Same as system")


def hotkey_way(way: str) -> str:
    """Return a description of a hotkey backend, given the value of its HotkeyWay."""
    return {
        "x11": translate("words", "Hotkey: works"),
        "keyboard": translate("words", "Hotkey: the keyboard package, which listens to all keys"),
        "compositor": translate("words", "Hotkey: bind a key to quickdesk toggle in your desktop settings"),
        "none": translate("words", "Hotkey: not available"),
    }[way]


def paste_way(way: str) -> str:
    """Return a description of a paste backend, given the value of its PasteWay."""
    if way == "x11":
        return translate("words", "Replies: pasted into the window you came from")
    return translate("words", "Replies: copied; you paste them yourself")


def _outcomes() -> Mapping[Outcome, tuple[Tone, str, str]]:
    return {
        Outcome.PASTED: (Tone.DONE, translate("words", "Reply pasted"), ""),
        Outcome.UNSEEN: (
            Tone.WARNING,
            translate("words", "Perhaps pasted: look at the chat box first"),
            translate(
                "words",
                "A clipboard manager came in between. If the reply is not there, open the palette and choose "
                "it again.",
            ),
        ),
        Outcome.COPIED_ONLY: (
            Tone.INFO,
            translate("words", "Reply copied"),
            translate("words", "Click the chat box and press {keys} to paste."),
        ),
        Outcome.FOCUS_LOST: (
            Tone.WARNING,
            translate("words", "Not pasted: the chat window did not come back to the front"),
            translate("words", "The reply is on the clipboard. Click the chat box and press {keys}."),
        ),
        Outcome.NOT_READ: (
            Tone.WARNING,
            translate("words", "Not pasted: the chat window did not accept the reply"),
            translate("words", "The reply is on the clipboard. Click the chat box and press {keys}."),
        ),
        Outcome.TARGET_GONE: (
            Tone.WARNING,
            translate("words", "Not pasted: the chat window was closed"),
            translate("words", "The reply is on the clipboard. Open the chat again and press {keys}."),
        ),
    }


def _hotkey_problems() -> Mapping[HotkeyProblem, str]:
    return {
        HotkeyProblem.EMPTY: translate("words", "Press the keys you want to use."),
        HotkeyProblem.ONLY_MODIFIERS: translate("words", "Keep holding and press one more key."),
        HotkeyProblem.TWO_KEYS: translate(
            "words", "Combine one key with Ctrl, Alt, Shift or the system key."
        ),
        HotkeyProblem.UNKNOWN_KEY: translate("words", "This key cannot be used in a hotkey. Choose another."),
        HotkeyProblem.NEEDS_MODIFIER: translate(
            "words", "You need this key for typing. Add Ctrl, Alt or the system key."
        ),
        HotkeyProblem.RESERVED: translate(
            "words",
            "These keys are reserved for the system, the input method or other programs. Choose others.",
        ),
    }


def _unsupported_reasons() -> Mapping[str, str]:
    """Return the messages for the values of UnsupportedReason."""
    return {
        "no-backend": translate(
            "words",
            "This desktop does not allow global hotkeys. In its keyboard settings, "
            "bind a key to: quickdesk toggle",
        ),
        "no-answer": translate(
            "words",
            "The system does not let quickdesk watch the keyboard. In the "
            "desktop's keyboard settings, bind a key to: quickdesk toggle",
        ),
        "display-lost": translate(
            "words", "The connection to the display was lost. Restart quickdesk to get the hotkey back."
        ),
        "closed": translate("words", "The hotkey is off because quickdesk is quitting."),
    }


def fact_note(note: FactNote, fact: Fact | None) -> str:
    """Return what to say of a box of a form and the fact of its name, which may be gone."""
    words = {
        FactNote.EXPIRED: translate("words", "Expired: this fact of the shop was valid until {day}"),
        FactNote.SAVED: translate("words", "Saved: the shop's facts fill this in from now on"),
        FactNote.CHANGED: translate("words", "The shop's facts say: {value}"),
        FactNote.REMOVED: translate("words", "This fact of the shop was removed meanwhile"),
    }[note]
    if fact is None:
        return words
    until = "" if fact.until is None else fact.until.isoformat()
    return words.replace("{day}", until).replace("{value}", _shortened(inline_text(fact.value)))


def doubled_unit(unit: str) -> str:
    """Return that the words of a reply have the unit already that a value ends with."""
    return translate("words", "“{unit}” follows already, and would stand there twice").replace("{unit}", unit)


def _shortened(value: str) -> str:
    return value if len(value) <= _MAX_VALUE else f"{value[:_MAX_VALUE]}…"


def _template_flaws() -> Mapping[TemplateFlaw, str]:
    return {
        TemplateFlaw.UNCLOSED: translate(
            "words", "A field is not closed: add } on the same line, or write {{ for a plain brace."
        ),
        TemplateFlaw.UNMATCHED: translate(
            "words", "This } does not close a field: remove it, or write }} for a plain brace."
        ),
        TemplateFlaw.NESTED: translate(
            "words", "A field cannot contain another field: close the first with } before the next {."
        ),
        TemplateFlaw.EMPTY_NAME: translate("words", "A field has no name: write one between the braces."),
        TemplateFlaw.BAD_NAME: translate(
            "words",
            "This is not a valid field name: start with a letter or digit and use at most {limit} "
            "characters.",
        ),
        TemplateFlaw.EMPTY_CHOICE: translate("words", "A choice is empty: fill it in or remove its |."),
        TemplateFlaw.SPECIAL_WITH_VALUE: translate(
            "words", "quickdesk fills in this field: remove what follows its name."
        ),
        TemplateFlaw.TOO_MANY_FIELDS: translate("words", "Too many fields: a reply can have up to {limit}."),
        TemplateFlaw.TOO_LONG: translate("words", "Too long: a reply can have up to {limit} characters."),
    }


def _delivery_problems() -> Mapping[DeliveryProblem, str]:
    return {
        DeliveryProblem.MISSING: translate("words", "Still to fill in: {names}"),
        DeliveryProblem.TOO_LONG: translate(
            "words", "The finished reply is too long to send. Shorten a value."
        ),
        DeliveryProblem.EMPTY: translate("words", "Nothing to send: the reply is empty."),
    }


def _themes() -> Mapping[ThemeChoice, str]:
    return {
        ThemeChoice.SYSTEM: translate("words", "Same as system"),
        ThemeChoice.LIGHT: translate("words", "Light"),
        ThemeChoice.DARK: translate("words", "Dark"),
        ThemeChoice.HIGH_CONTRAST: translate("words", "High contrast"),
    }


def lock_minutes(minutes: int) -> str:
    """Return the name of a time after which customers are locked; 0 is never."""
    if not minutes:
        return translate("words", "Never")
    return translate("words", "After {minutes} min").replace("{minutes}", str(minutes))
