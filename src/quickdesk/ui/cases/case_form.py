"""The form of one case: everything that is known of it, and what is missing before it can be closed.

It knows neither store nor clock: ``saved`` carries what is typed, and the caller answers with ``finish`` or
``show_problem``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.customers.case import Case, CaseState
from quickdesk.customers.case_input import listed, next_day, promised
from quickdesk.customers.case_rules import CaseField
from quickdesk.ui.cases import notices
from quickdesk.ui.cases.case_fields import CaseFields
from quickdesk.ui.cases.keys import CASE_FORM_KEYS, CaseFormAction
from quickdesk.ui.controls import MarginScrollArea, PushButton
from quickdesk.ui.drafts.draft_bar import DraftBar
from quickdesk.ui.drafts.unsaved_bar import UnsavedBar
from quickdesk.ui.icons import app_icon
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.keys.key_sheet import CoveringSheet
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, NoticeBar, Tone
from quickdesk.ui.placement import place_framed, rescale
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, set_look

_WIDTH, _HEIGHT = 640, 680
_RANKS: Final = {CaseFormAction.SAVE: 0, CaseFormAction.CLOSE: 1, CaseFormAction.HELP: 2}


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What was typed: the case as the form was opened on, as it is typed, and the state that was chosen."""

    base: Case
    case: Case
    state: CaseState


class CaseForm(QWidget):
    """Edits one case; stays open until ``finish``. ``saved`` carries a CaseDraft."""

    saved = Signal(object)
    cancelled = Signal()
    edited = Signal()
    """Something was typed or chosen."""
    discarded = Signal()
    """What was typed is given up; ``cancelled`` follows."""
    put_off = Signal()
    """What was typed is to be kept as a draft; ``cancelled`` follows."""

    def __init__(self, case: Case, customer: str, orders: Sequence[str], now: datetime, theme: Theme) -> None:
        """``orders`` are the numbers of the customer's orders, offered to choose from."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme, self._case, self._customer, self._now = theme, case, customer, now
        self._is_finished = False
        self._who, self._notice = QLabel(), NoticeBar(theme)
        self._fields = CaseFields(case, orders, theme)
        self._area = MarginScrollArea(self._fields.layout_of_rows)
        self._unsaved, self.draft_bar = UnsavedBar(theme), DraftBar(theme)
        self._keys, self._save_button = KeyHints(theme), PushButton()
        self._sheet, self._key_names = CoveringSheet(self), KeyNames(QGuiApplication.platformName())
        self.setWindowIcon(app_icon())
        self._build()
        self._start = self._fields.values
        self._save_button.clicked.connect(self.save)
        for answered, kept in (
            (self._unsaved.discarded, self.discarded),
            (self._unsaved.put_off, self.put_off),
        ):
            answered.connect(kept)
            answered.connect(self.finish)
            answered.connect(self.cancelled)
        self._fields.edited.connect(self._on_edited)
        self._fields.edited.connect(self.edited)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def fields(self) -> CaseFields:
        """The boxes."""
        return self._fields

    @property
    def notice(self) -> Notice | None:
        """What is wrong, None if nothing is."""
        return self._notice.notice

    @property
    def is_changed(self) -> bool:
        """Whether anything was changed that is neither saved nor discarded."""
        return not self._is_finished and self._fields.values != self._start

    def open_on(self, screen: QScreen) -> None:
        """Show the form on a monitor, with the focus in the first empty box that matters."""
        self.setScreen(screen)
        size = QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
        self.setGeometry(place_framed(screen.availableGeometry(), size))
        self.bring_to_front()
        self._fields.start()

    def bring_to_front(self) -> None:
        """Show the form above other windows."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def show_missing(self, missing: Sequence[CaseField]) -> None:
        """Say what has to be filled in before the case can be closed, and go there."""
        self.show_problem(notices.missing(missing))
        self._fields.choose_state(CaseState.CLOSED)
        self._fields.focus(missing[0])

    def show_problem(self, problem: Notice) -> None:
        """Show why it was not saved."""
        self._notice.show_notice(problem)

    def save(self) -> None:
        """Emit what is typed, unless a day cannot be read."""
        QGuiApplication.inputMethod().commit()
        try:
            draft = self._draft()
        except ValueError:
            headline = self.tr("This is no date")
            text = self.tr("Write it as 12-31 or +3, or leave it empty.")
            self.show_problem(Notice(Tone.WARNING, headline, text))
            self._fields.focus(CaseField.NEXT_DATE)
            return
        self._notice.show_notice(None)
        self.saved.emit(draft)

    def finish(self) -> None:
        """Close without a question."""
        self._is_finished = True
        self.close()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(5)
        self._area.set_margins(QMargins(edge, theme.space(2), edge, edge))
        self._head.setContentsMargins(edge, theme.space(4), edge, theme.space(2))
        self._head.setSpacing(theme.space(2))
        self._foot.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._who.setFont(theme.font(TextSize.HEADING, semibold=True))
        for part in (self._fields, self._notice, self._unsaved, self.draft_bar, self._keys):
            part.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the form."""
        pressed = CASE_FORM_KEYS.find(event, self._key_names)
        action = pressed.binding.action if pressed else None
        if action is None:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            pass
        elif action is CaseFormAction.SAVE:
            self.save()
        elif action is CaseFormAction.RESTORE:
            self.draft_bar.restore()
        elif action is CaseFormAction.HELP:
            self._sheet.open(self._theme, CASE_FORM_KEYS)
        elif self._unsaved.isVisible():
            self._unsaved.keep()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what to do with changes."""
        if self.is_changed and not self._is_finished:
            event.ignore()
            self._unsaved.ask()
            return
        if not self._is_finished:
            self._is_finished = True
            self.cancelled.emit()
        super().closeEvent(event)

    def _draft(self) -> CaseDraft:
        """Return what is typed; a promise such as ``18`` becomes its time. Raises ValueError."""
        texts, choices = self._fields.texts, self._fields.choices
        at = promised(texts["promise"], self._now)
        promise = f"{at:%Y-%m-%d %H:%M}" if at is not None else texts["promise"].strip()
        next_date = next_day(texts["next_date"], self._now.date())
        if next_date is None and at is not None:
            next_date = at.date()
        case = replace(
            self._case,
            type=choices["type"],
            order_number=texts["order_number"].strip(),
            request=texts["request"].strip(),
            evidence_asked=listed(texts["evidence_asked"]),
            evidence_received=listed(texts["evidence_received"]),
            offered=texts["offered"].strip(),
            solution=texts["solution"].strip(),
            basis=texts["basis"].strip(),
            promise=promise,
            emotion=choices["emotion"],
            next_date=next_date,
        )
        return CaseDraft(self._case, case, choices["state"])

    def _on_edited(self) -> None:
        self._fields.show_readings(*self._readings())

    def _readings(self) -> Iterator[str]:
        """Return how the promise and the next date are understood, empty for what says it itself."""
        at = promised(self._fields.texts["promise"], self._now)
        yield f"{at:%m-%d %H:%M}" if at is not None else ""
        try:
            day: date | None = next_day(self._fields.texts["next_date"], self._now.date())
        except ValueError:
            day = None
        yield day.isoformat() if day is not None else ""

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QVBoxLayout()
        self._who.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self._who, self._notice, self._unsaved):
            self._head.addWidget(widget)
        band = QFrame()
        set_look(band, "raised")
        set_look(self._save_button, "primary")
        self._foot = QHBoxLayout(band)
        self._foot.addWidget(self._keys, 1)
        self._foot.addWidget(self._save_button)
        column.addWidget(self.draft_bar)
        column.addLayout(self._head)
        column.addWidget(self._area, 1)
        column.addWidget(band)

    def _translate(self) -> None:
        name = inline_text(self._customer)
        self.setWindowTitle(self.tr("Case: {customer}").replace("{customer}", name))
        self.setAccessibleName(self.windowTitle())
        self._who.setText(name)
        self._save_button.setText(self.tr("Save case"))
        self._save_button.setAccessibleName(self._save_button.text())
        self._keys.show_hints(
            [
                KeyHint(CASE_FORM_KEYS.of(action).keys[0], CASE_FORM_KEYS.of(action).short_text, rank)
                for action, rank in _RANKS.items()
            ]
        )
        self._fields.translate()
        self._on_edited()
