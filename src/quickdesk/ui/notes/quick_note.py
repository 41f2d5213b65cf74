"""The panel for a quick note: opens over the chat window with the selected text, for the current customer.

It knows neither store nor clipboard: it is given a text and a name, and emits what is to be done.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from quickdesk.text.folding import has_visible
from quickdesk.ui.keys.key_sheet import KeySheet
from quickdesk.ui.language import follow_language
from quickdesk.ui.notes.keys import NOTE_KEYS, NoteAction
from quickdesk.ui.notes.note_view import NoteView
from quickdesk.ui.notice import Notice
from quickdesk.ui.palette.floating_window import FloatingWindow, FocusWatch
from quickdesk.ui.theme import Theme

NOTE_SIZE: Final = QSize(640, 232)
"""The size of the panel, in design pixels."""


class QuickNote(FloatingWindow):
    """The panel; it stays open while the agent looks elsewhere, and closes with the answer.

    ``saved``, ``remark_requested``, ``reply_requested`` and ``case_requested`` carry the text; they are
    emitted after it was hidden. ``choose_requested`` is emitted while it is open.
    """

    saved = Signal(str, bool)
    """The text, and whether it is to be pinned."""
    remark_requested = Signal(str)
    reply_requested = Signal(str)
    case_requested = Signal(str)
    choose_requested = Signal()
    edited = Signal()
    """The text has changed."""
    dropped = Signal()
    leaving = Signal()
    """Emitted before it hides, while it still has the keyboard focus, if it had it."""

    def __init__(self, theme: Theme, *, is_composited: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, NOTE_SIZE, is_composited=is_composited, parent=parent)
        self._has_customer = False
        self._view = NoteView(theme, self)
        self._focus = FocusWatch(self)
        self._sheet = KeySheet(theme, self)
        self._actions: Mapping[NoteAction, Callable[[], None]] = {
            NoteAction.SAVE: self._save,
            NoteAction.SAVE_PINNED: self._save_pinned,
            NoteAction.REMARK: self._copy_remark,
            NoteAction.TO_REPLY: self._make_reply,
            NoteAction.CASE: self._open_case,
            NoteAction.CHOOSE: self.choose_requested.emit,
            NoteAction.HELP: self._open_sheet,
            NoteAction.DROP: self._drop,
        }
        self._view.edit.pressed.connect(self._on_pressed)
        self._view.edit.textChanged.connect(self.edited)
        self._sheet.closed.connect(self._close_sheet)
        self.set_content(self._view)
        follow_language(self, self._translate)
        self.winId()

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._view.text

    @property
    def is_edited(self) -> bool:
        """Whether the agent has changed the text."""
        return self._view.edit.document().isModified()

    @property
    def warning(self) -> str:
        """What is wrong with the text, or why it could not be saved; empty if nothing is."""
        return self._view.warning

    @property
    def who(self) -> str:
        """For whom the note is, or that no customer is chosen."""
        return self._view.who

    def show_customer(self, label: str | None, place: str = "") -> None:
        """Show for whom the note is; see :meth:`NoteView.show_customer`."""
        self._has_customer = label is not None
        self._view.show_customer(label, place)

    def open_at(self, work_area: QRect, text: str, *, is_typed: bool = False) -> None:
        """Show the panel in the upper third of this work area, with a text and the focus in it.

        ``is_typed`` says that the text was typed before and is not saved yet.
        """
        self._sheet.hide()
        self._view.show_problem(None)
        self._view.edit.begin(text)
        self._view.edit.document().setModified(is_typed)
        self.place_on(work_area)
        self.bring_to_front()

    def bring_to_front(self) -> None:
        """Show the panel as it is, with the focus."""
        self.show()
        self.raise_()
        self._view.edit.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._focus.request_focus()

    def show_problem(self, problem: Notice | None) -> None:
        """Say why the note could not be saved."""
        self._view.show_problem(problem)

    def set_aside(self) -> None:
        """Hide with the text, for the choice of a customer; :meth:`bring_to_front` shows it again."""
        if self.isVisible():
            self.leaving.emit()
            self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without saving."""
        event.ignore()
        self._drop()

    def _on_pressed(self, action: NoteAction) -> None:
        self._actions[action]()

    def _save(self) -> None:
        self._finish_with_note(is_pinned=False)

    def _save_pinned(self) -> None:
        self._finish_with_note(is_pinned=True)

    def _finish_with_note(self, *, is_pinned: bool) -> None:
        text = self.text
        if not self._has_customer:
            self.choose_requested.emit()
        elif has_visible(text):
            self.set_aside()
            self.saved.emit(text, is_pinned)

    def _copy_remark(self) -> None:
        self._finish_with(self.remark_requested)

    def _open_case(self) -> None:
        self._finish_with(self.case_requested)

    def _finish_with(self, requested: SignalInstance) -> None:
        text = self.text
        if not self._has_customer:
            self.choose_requested.emit()
        elif has_visible(text):
            self.set_aside()
            requested.emit(text)

    def _make_reply(self) -> None:
        text = self.text
        if has_visible(text):
            self.set_aside()
            self.reply_requested.emit(text)

    def _drop(self) -> None:
        if self.isVisible():
            self.set_aside()
            self.dropped.emit()

    def _open_sheet(self) -> None:
        self._sheet.setGeometry(self._view.geometry())
        self._sheet.show_bindings(NOTE_KEYS.bindings, self._theme)

    def _close_sheet(self) -> None:
        self._sheet.hide()
        self._view.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Quick note"))
        self.setAccessibleName(self.windowTitle())
