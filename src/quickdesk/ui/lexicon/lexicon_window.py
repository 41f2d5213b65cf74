"""The window in which the shop's own words for search are edited, as plain text.

It checks the lines while they are typed. It does not save: the caller saves what ``saved`` carries and then
calls ``finish`` or ``show_problem``.
"""

from PySide6.QtCore import QMargins, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from quickdesk.search.related.shop_lexicon import LexiconFlaw, check_lexicon, groups_of, normalized_lexicon
from quickdesk.ui.controls import PushButton
from quickdesk.ui.drafts.unsaved_bar import UnsavedBar
from quickdesk.ui.icons import app_icon
from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.language import follow_language
from quickdesk.ui.lexicon.flaw_words import flaw_text
from quickdesk.ui.notice import Notice, NoticeBar
from quickdesk.ui.placement import place_framed, rescale
from quickdesk.ui.theme import Theme, set_look

_WIDTH, _HEIGHT = 600, 560
_MAX_SHOWN = 4
"""Flaws that are shown at once."""
_CHECK_MS = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LexiconWindow(QWidget):
    """Edits the text; the window stays open until ``finish``."""

    saved = Signal(str)
    """The normalized text, which has no flaws."""
    cancelled = Signal()

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme, self._start, self._is_finished = theme, text, False
        self._flaws: tuple[LexiconFlaw, ...] = ()
        self._about, self._state, self._keys = QLabel(), QLabel(), KeyHints(theme)
        self._text = QPlainTextEdit(text)
        self._text.setTabChangesFocus(True)
        self._notice, self._unsaved = NoticeBar(theme), UnsavedBar(theme, has_drafts=False)
        self._cancel, self._save = PushButton(), PushButton()
        self._check_timer = QTimer(self, singleShot=True, interval=_CHECK_MS)
        self.setWindowIcon(app_icon())
        self._build()
        self._connect()
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def text(self) -> str:
        """The text as it is typed."""
        return self._text.toPlainText()

    @property
    def is_changed(self) -> bool:
        """Whether there is something that was not saved."""
        return self.text != self._start

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor, with the focus at the end of the text."""
        size = QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
        self.setScreen(screen)
        self.setGeometry(place_framed(screen.availableGeometry(), size))
        self.show()
        self.raise_()
        self.activateWindow()
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_text(self, text: str) -> None:
        """Show what was changed elsewhere; what is typed and not saved stays."""
        if not self.is_changed and text != self._start:
            self._start = text
            self._text.setPlainText(text)

    def mark_saved(self, text: str) -> None:
        """Set the saved text; later edits remain unsaved."""
        self._start = text

    def finish(self) -> None:
        """Close without asking."""
        self._is_finished = True
        self.close()

    def show_problem(self, notice: Notice) -> None:
        """Show why saving failed; the text stays."""
        self._notice.show_notice(notice)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(4)
        self._column.setContentsMargins(QMargins(edge, edge, edge, theme.space(2)))
        self._column.setSpacing(theme.space(2))
        self._foot_row.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._foot_row.setSpacing(theme.space(2))
        for part in (self._notice, self._unsaved, self._keys):
            part.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter; on Esc close, or hide the question about unsaved changes."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self._on_save()
        elif event.key() == Qt.Key.Key_Escape and not held:
            self._unsaved.keep() if self._unsaved.isVisible() else self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes before closing, in the window itself."""
        if not self._is_finished and self.is_changed:
            event.ignore()
            self._unsaved.ask()
            return
        super().closeEvent(event)
        if not self._is_finished:
            self._is_finished = True
            self.cancelled.emit()

    def _build(self) -> None:
        self._about.setWordWrap(True)
        self._state.setWordWrap(True)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setBuddy(self._text)
        self._column = QVBoxLayout()
        for part in (self._about, self._text, self._state, self._notice, self._unsaved):
            self._column.addWidget(part, 1 if part is self._text else 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._column, 1)
        outer.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        set_look(foot, "raised")
        set_look(self._save, "primary")
        self._foot_row = QHBoxLayout(foot)
        self._foot_row.addWidget(self._keys, 1)
        self._foot_row.addWidget(self._cancel)
        self._foot_row.addWidget(self._save)
        return foot

    def _connect(self) -> None:
        self._text.textChanged.connect(self._check_timer.start)
        self._check_timer.timeout.connect(self._check)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.close)
        self._unsaved.discarded.connect(self._on_discarded)
        self._unsaved.kept.connect(self._text.setFocus)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Words of the shop"))
        self.setAccessibleName(self.windowTitle())
        self._about.setText(
            self.tr(
                "Write words that mean the same in one line, with spaces between them: "
                "who types one of them finds replies with the others too. "
                "With > the words before it also find those after it, but not the other way round."
            )
        )
        self._text.setPlaceholderText(self.tr("鞋 鞋子 球鞋\n小白 > 帆布鞋 白色"))
        self._text.setAccessibleName(self.windowTitle())
        hints = (("Ctrl+Enter", self.tr("Save")), ("Esc", self.tr("Cancel")))
        self._keys.show_hints([KeyHint(keys, text) for keys, text in hints])
        self._cancel.setText(self.tr("Cancel"))
        self._save.setText(self.tr("Save"))
        for button in (self._cancel, self._save):
            button.setAccessibleName(button.text())
        self._check()

    def _check(self) -> None:
        """Show what is wrong, or how much there is."""
        self._check_timer.stop()
        self._flaws = check_lexicon(self.text)
        set_look(self._state, "danger" if self._flaws else "secondary")
        self._state.setText(self._flaws_text() if self._flaws else self._count_text())

    def _flaws_text(self) -> str:
        lines = [flaw_text(flaw) for flaw in self._flaws[:_MAX_SHOWN]]
        more = len(self._flaws) - _MAX_SHOWN
        if more > 0:
            lines.append(self.tr("and {count} more").replace("{count}", str(more)))
        return "\n".join(lines)

    def _count_text(self) -> str:
        count = len(groups_of(normalized_lexicon(self.text)))
        return self.tr("Lines with words: {count}").replace("{count}", f"{count:,}")

    def _on_save(self) -> None:
        self._check()
        if not self._flaws:
            self._unsaved.hide()
            self._notice.show_notice(None)
            self.saved.emit(normalized_lexicon(self.text))
        elif self._flaws[0].line:
            self._go_to(self._flaws[0].line)

    def _go_to(self, line: int) -> None:
        cursor = QTextCursor(self._text.document().findBlockByNumber(line - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_discarded(self) -> None:
        self._is_finished = True
        self.close()
        self.cancelled.emit()
