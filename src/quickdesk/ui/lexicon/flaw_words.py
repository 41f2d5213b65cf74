"""What the window says about lines of the shop's words that cannot be used."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from quickdesk.search.related.shop_lexicon import LexiconFlaw, LexiconFlawKind
from quickdesk.ui.qt_text import inline_text

translate = QCoreApplication.translate


def flaw_text(flaw: LexiconFlaw) -> str:
    """Return a line such as ``Line 3: at least two words are needed``."""
    words = _flaws()[flaw.kind].replace("{most}", f"{flaw.limit:,}" if flaw.limit else "")
    shown = words.replace("{word}", inline_text(flaw.word))
    if not flaw.line:
        return shown
    placed = translate("words", "Line {line}: {words}")
    return placed.replace("{line}", f"{flaw.line:,}").replace("{words}", shown)


def _flaws() -> Mapping[LexiconFlawKind, str]:
    kind = LexiconFlawKind
    return {
        kind.TEXT_TOO_LONG: translate("words", "too much text, at most {most} characters"),
        kind.TOO_MANY_GROUPS: translate("words", "too many lines with words, at most {most}"),
        kind.TOO_MANY_WORDS: translate("words", "too many words, at most {most}"),
        kind.UNUSABLE_CHARACTER: translate("words", "a character that cannot be saved"),
        kind.SEVERAL_ARROWS: translate("words", "only one > is possible in a line"),
        kind.ALONE: translate("words", "at least two words are needed, and words on both sides of >"),
        kind.TOO_MANY_IN_LINE: translate("words", "too many words in a line, at most {most}"),
        kind.WORD_TOO_LONG: translate("words", "longer than {most} characters: {word}"),
        kind.NO_WORD: translate("words", "this is no word: {word}"),
        kind.ONE_LETTER: translate("words", "a single letter or digit is in nearly every reply: {word}"),
        kind.TOO_MANY_MEANINGS: translate("words", "means more than {most} other words: {word}"),
    }
