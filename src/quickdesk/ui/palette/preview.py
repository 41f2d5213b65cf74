"""The right side of the palette: the whole reply, its fields as tinted chips, with its remark and asks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.replies.card import NO_CARD, Card
from quickdesk.replies.facts import FactsOfDay
from quickdesk.replies.form import NO_FACTS, filled_values, needs_form
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import TemplateError, parse
from quickdesk.ui import messages
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.palette.preview_text import MAX_SHOWN, PreviewText
from quickdesk.ui.qt_text import displayable, inline_text, to_index
from quickdesk.ui.theme import TextSize, Theme, elided, set_look
from quickdesk.ui.tokens import SIZES, Role

_TITLE_LINES, _DETAIL_LINES = 2.7, 1.8
"""The space for a title, and for folder or tags, in lines: slightly less than whole lines, because lines wrap
before they are full."""
_CONTINUES = "…"
_BETWEEN_ASKS = " · "
_MAX_ASKS = 20
"""More than there is space for."""
_REMARK_LINES = 3
"""The lines of a remark above the reply; a longer remark also follows the reply, as a whole."""


class Preview(QWidget):
    """Shows one snippet, filled in as far as facts and the card do that, or is blank."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snippet: Snippet | None = None
        self._facts, self._card = NO_FACTS, NO_CARD
        self.needs_form = False
        """Whether the reply has to be filled in; an empty clipboard, which may need it too, is not known."""
        self._title = QLabel(self)
        self._folder = _IconLine(Icon.FOLDER, Role.SECONDARY, self, is_path=True)
        self._remark = _IconLine(Icon.FILE, Role.SECONDARY, self)
        self._asks = _IconLine(Icon.SEARCH, Role.SECONDARY, self)
        self._tags = _IconLine(Icon.TAG, Role.SECONDARY, self)
        self._flaw = _IconLine(Icon.WARNING, Role.WARNING, self)
        self._truncation = QLabel(self)
        self._text = PreviewText(theme, self)
        self._build()
        self.set_theme(theme)
        follow_language(self, self._translate)

    def _build(self) -> None:
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setMinimumWidth(1)  # one long word must not push the pane wider
        set_look(self._truncation, "secondary")
        self._column = QVBoxLayout(self)
        for widget in (self._title, self._folder, self._remark, self._flaw):
            self._column.addWidget(widget)
        self._column.addWidget(self._text, 1)
        self._column.addWidget(self._truncation)
        self._column.addWidget(self._asks)
        self._column.addWidget(self._tags)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setContentsMargins(theme.space(4), theme.space(3), theme.space(2), theme.space(3))
        self._column.setSpacing(theme.space(1))
        self._text.set_theme(theme)
        self.set_width(theme.px(SIZES.palette_width - SIZES.results_width))

    def set_width(self, width: int) -> None:
        """Set the width in pixels, for which long texts are shortened."""
        self._text_width = width - self._theme.space(10)
        for line in (self._folder, self._remark, self._asks, self._tags, self._flaw):
            line.set_theme(self._theme, self._text_width * _DETAIL_LINES)
        self._show(self._snippet)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Preview"))
        self._title.setAccessibleName(self.tr("Title"))
        self._folder.setAccessibleName(self.tr("Folder"))
        self._remark.setAccessibleName(self.tr("Remark"))
        self._asks.setAccessibleName(self.tr("Other ways to ask"))
        self._tags.setAccessibleName(self.tr("Tags"))
        self._text.setAccessibleName(self.tr("Reply text"))
        self._truncation.setAccessibleName(self.tr("Length of the reply"))
        self._flaw.setAccessibleName(self.tr("Error in the reply"))
        self._truncation.setText(self.tr("Showing only the beginning"))
        self._show(self._snippet)

    def set_facts(self, facts: FactsOfDay) -> None:
        """Set the facts that fill the fields."""
        if facts != self._facts:
            self._facts = facts
            self._show(self._snippet)

    def set_card(self, card: Card) -> None:
        """Set the card of the current customer, which fills fields as well."""
        if card != self._card:
            self._card = card
            self._show(self._snippet)

    def show_snippet(self, snippet: Snippet | None) -> None:
        """Show a snippet from its beginning, None for a blank preview."""
        if snippet is self._snippet:
            self._text.verticalScrollBar().setValue(0)
            return
        self._snippet = snippet
        self._show(snippet)

    def _show(self, snippet: Snippet | None) -> None:
        self._title.setVisible(snippet is not None)
        self.needs_form = False
        if snippet is None:
            self._text.show_parts(())
            details = (self._folder, self._remark, self._asks, self._tags)
            for widget in (*details, self._flaw, self._truncation):
                widget.hide()
            return
        self._title.setFont(self._theme.font_of(snippet.title, TextSize.ROW, semibold=True))
        self._title.setText(
            elided(displayable(snippet.title), self._title.font(), self._text_width * _TITLE_LINES)
        )
        self._folder.set_text(displayable(" / ".join(snippet.folder)))
        self._folder.setVisible(bool(snippet.folder))
        self._asks.set_text(inline_text(_BETWEEN_ASKS.join(snippet.asks[:_MAX_ASKS])))
        self._asks.setVisible(bool(snippet.asks))
        self._tags.set_text(displayable("   ".join(snippet.tags)))
        self._tags.setVisible(bool(snippet.tags))
        self._truncation.setVisible(len(snippet.body) > MAX_SHOWN)
        self._show_body(snippet.body)
        self._show_remark("\n".join(inline_text(line) for line in snippet.remark.splitlines()))

    def scroll(self, pages: int) -> None:  # type: ignore[override]  # QWidget.scroll moves pixels
        """Scroll the text by ``pages``, up if negative."""
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _show_body(self, body: str) -> None:
        try:
            template = parse(body)
        except TemplateError as error:
            self._flaw.set_text(messages.template_flaw(error.flaw))
            self._flaw.show()
            self._text.show_flawed(body, error.position, error.position + error.length)
        else:
            self._flaw.hide()
            self.needs_form = needs_form(template, facts=self._facts, card=self._card)
            self._text.show_parts(template.parts, filled_values(template, self._facts, self._card))

    def _show_remark(self, remark: str) -> None:
        font = self._theme.font_of(remark, TextSize.SMALL)
        width = self._text_width - self._theme.space(2)  # beside the icon
        lines = wrapped(remark, font, width)
        if len(lines) > _REMARK_LINES:
            self._text.append_note(self.tr("Remark"), remark)
            lines[_REMARK_LINES - 1] = elided(lines[_REMARK_LINES - 1] + _CONTINUES, font, width)
        self._remark.set_lines(lines[:_REMARK_LINES])
        self._remark.setVisible(bool(remark))


class _IconLine(QWidget):
    """A small icon and a secondary text; the icon shows what the text is."""

    def __init__(self, icon: Icon, role: Role, parent: QWidget, *, is_path: bool = False) -> None:
        super().__init__(parent)
        self._icon, self._role, self._is_path = icon, role, is_path
        self._picture, self._label = QLabel(self), QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(1)  # as above
        set_look(self._label, "secondary" if role is Role.SECONDARY else role.value)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._label, 1)

    def set_theme(self, theme: Theme, text_width: float) -> None:
        """Set the theme and the space for the text: ``text_width`` pixels in all lines together."""
        self._text_width = text_width
        self._font = theme.font(TextSize.SMALL)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(1.5))
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._icon, theme, self._role, ratio=ratio))

    def set_text(self, text: str) -> None:
        """Show a text, elided to the space for it."""
        self._label.setText(elided(text, self._font, self._text_width, keep_end=self._is_path))

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show lines that fit the width."""
        self._label.setText("\n".join(lines))


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """Return the lines of a text at a width in pixels; a word that is wider is broken."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, end = line.textStart(), line.textStart() + line.textLength()
            lines.append(paragraph[to_index(paragraph, start) : to_index(paragraph, end)].rstrip())
        layout.endLayout()
    return lines
