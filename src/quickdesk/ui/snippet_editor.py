"""The window in which a reply is written or changed; what is saved leaves it as one value.

It knows no store: whoever opened it saves, and answers with ``finish`` or ``show_problem``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quickdesk.replies.snippet import folder_of
from quickdesk.replies.template import TemplateError, TemplateFlaw
from quickdesk.ui import words
from quickdesk.ui.fields.body_edit import BodyEdit
from quickdesk.ui.fields.field_menu import FieldMenu
from quickdesk.ui.icons import Icon, app_icon, icon
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.notice_bar import NoticeBar
from quickdesk.ui.palette.placement import place_framed, rescale
from quickdesk.ui.theme import Theme, mark
from quickdesk.ui.tokens import SIZES
from quickdesk.ui.unsaved_bar import UnsavedBar

_WIDTH = 640
_HEIGHT = 480
_MOST_FLAWS_TOLD = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BETWEEN_TAGS = re.compile(r"[\s,，、;；#]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply as it is being written; without ``snippet_id`` it is a new one."""

    title: str = ""
    body: str = ""
    code: str = ""
    folder: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    snippet_id: str | None = None


class SnippetEditor(QWidget):
    """Edits one draft. ``saved`` carries the new one and leaves the window open until ``finish``."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, draft: Draft, folders: Sequence[str], theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._draft = draft
        self._theme = theme
        self._is_finished = False
        self._title = QLineEdit(draft.title)
        self._title.setObjectName("title")
        self._body = BodyEdit(draft.body, theme)
        self._code = QLineEdit(draft.code)
        self._folder = QLineEdit("/".join(draft.folder))
        self._tags = QLineEdit(" ".join(draft.tags))
        self._insert = QPushButton(self.tr("Insert field"))
        self._notice = NoticeBar(theme)
        self._unsaved = UnsavedBar(theme)
        self._save = QPushButton(self.tr("Save reply"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self.setWindowTitle(self.tr("Edit reply") if draft.snippet_id else self.tr("New reply"))
        self.setWindowIcon(app_icon())
        self.setAccessibleName(self.windowTitle())
        self._folder.setCompleter(self._folder_completer(folders))
        self._start = self.draft
        self._build()
        self._name()
        self._connect()
        self.set_theme(theme)
        self._on_flaws_changed()

    @property
    def draft(self) -> Draft:
        """What stands in the window now."""
        tags = tuple(dict.fromkeys(tag for tag in _BETWEEN_TAGS.split(self._tags.text()) if tag))
        return Draft(
            self._title.text().strip(),
            self._body.toPlainText(),
            self._code.text().strip(),
            folder_of(self._folder.text()),
            tags,
            self._draft.snippet_id,
        )

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor, ready to be typed in where something is missing."""
        size = QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)).expandedTo(self.minimumSizeHint())
        self.setScreen(screen)
        self.setGeometry(place_framed(screen.availableGeometry(), size))
        self.show()
        self.raise_()
        self.activateWindow()
        first = self._body if self._title.text() and not self._draft.snippet_id else self._title
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Close without a question: the draft was saved, or nobody needs it any more."""
        self._is_finished = True
        self.close()

    def go_on_from(self, draft: Draft) -> None:
        """``draft`` was saved while more was typed: that is what is left to be saved."""
        self._draft = self._start = draft

    def show_problem(self, notice: Notice) -> None:
        """Tell why saving failed; what was written stays in the window."""
        self._notice.show_notice(notice)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(4)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme.space())
        self._foot_row.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._foot_row.setSpacing(theme.space(2))
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space())
        self._insert.setIcon(icon(Icon.CHEVRON_DOWN, theme))
        self._insert.setIconSize(QSize(theme.px(SIZES.icon), theme.px(SIZES.icon)))
        for gap in self._gaps:
            gap.setFixedHeight(theme.space())
        for part in (self._body, self._notice, self._unsaved):
            part.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc leaves or takes the question back."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self._on_save_clicked()
        elif event.key() == Qt.Key.Key_Escape and not held:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost, in the window itself."""
        if not self._is_finished and self.draft != self._start:
            event.ignore()
            self._unsaved.ask()
            return
        super().closeEvent(event)
        if not self._is_finished:
            self._is_finished = True
            self.cancelled.emit()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._column = QVBoxLayout()
        self._gaps = [QWidget() for _ in range(3)]
        self._column.addWidget(self._label(self.tr("Title"), self._title))
        self._column.addWidget(self._title)
        self._column.addWidget(self._gaps[0])
        self._column.addLayout(self._body_head())
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self._notice)
        self._column.addWidget(self._gaps[1])
        self._column.addLayout(self._details())
        self._column.addWidget(self._gaps[2])
        self._column.addWidget(self._unsaved)
        outer.addLayout(self._column, 1)
        outer.addWidget(self._foot())

    def _body_head(self) -> QHBoxLayout:
        menu = FieldMenu(self)
        menu.chosen.connect(self._body.insert_field)
        menu.aboutToHide.connect(self._on_menu_left)
        self._insert.setMenu(menu)
        self._insert.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        head = QHBoxLayout()
        head.addWidget(self._label(self.tr("Reply"), self._body), 1)
        head.addWidget(self._insert)
        return head

    def _details(self) -> QGridLayout:
        self._grid = QGridLayout()
        details = (
            (self.tr("Code"), self._code),
            (self.tr("Folder"), self._folder),
            (self.tr("Tags"), self._tags),
        )
        for column, (name, line) in enumerate(details):
            self._grid.addWidget(self._label(name, line), 0, column)
            self._grid.addWidget(line, 1, column)
            self._grid.setColumnStretch(column, 1 if column == 0 else 2)
        return self._grid

    def _foot(self) -> QFrame:
        foot = QFrame()
        mark(foot, "raised")
        keys = QLabel(self.tr("Ctrl+Enter: save    Esc: cancel"))
        mark(keys, "secondary")
        mark(self._save, "primary")
        self._foot_row = QHBoxLayout(foot)
        self._foot_row.addWidget(keys, 1)
        self._foot_row.addWidget(self._cancel)
        self._foot_row.addWidget(self._save)
        return foot

    def _label(self, name: str, buddy: QWidget) -> QLabel:
        label = QLabel(name)
        label.setBuddy(buddy)
        buddy.setAccessibleName(name)
        return label

    def _name(self) -> None:
        self._code.setPlaceholderText(self.tr("e.g. tk"))
        self._folder.setPlaceholderText(self.tr("After-sales/Returns"))
        self._tags.setPlaceholderText(self.tr("Separate with spaces"))
        for button in (self._insert, self._save, self._cancel):
            button.setAutoDefault(True)
            button.setAccessibleName(button.text())

    def _connect(self) -> None:
        self._title.textChanged.connect(self._on_edited)
        self._body.flaws_changed.connect(self._on_flaws_changed)
        self._save.clicked.connect(self._on_save_clicked)
        self._cancel.clicked.connect(self.close)
        self._unsaved.discarded.connect(self._on_discarded)
        self._unsaved.kept.connect(self._on_kept)

    def _folder_completer(self, folders: Sequence[str]) -> QCompleter:
        completer = QCompleter(sorted(set(folders)), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def _obstacle(self) -> tuple[Notice, QWidget] | None:
        """Return why the draft cannot be saved, and where to mend it."""
        if not self._title.text().strip():
            return Notice(Tone.WARNING, self.tr("Add a title before saving.")), self._title
        if not self._body.toPlainText().strip():
            return Notice(Tone.WARNING, self.tr("Write the reply before saving.")), self._body
        flaw = self._flaw_notice()
        return None if flaw is None else (flaw, self._body)

    def _flaw_notice(self) -> Notice | None:
        """Tell every flaw of the body with its line; of very many the first."""
        flaws = self._body.flaws
        if not flaws:
            return None
        if flaws[0].flaw is TemplateFlaw.TOO_LONG:  # it is alone then, and on no line
            return words.too_long(flaws[0].position + flaws[0].length)
        if len(flaws) == 1:
            return Notice(Tone.WARNING, self._line_of(flaws[0]), words.template_flaw(flaws[0].flaw))
        headline = self.tr("{count} places to fix").replace("{count}", str(len(flaws)))
        told = [self._told(flaw) for flaw in flaws[:_MOST_FLAWS_TOLD]]
        if len(flaws) > _MOST_FLAWS_TOLD:
            more = self.tr("And {count} more.")
            told.append(more.replace("{count}", str(len(flaws) - _MOST_FLAWS_TOLD)))
        return Notice(Tone.WARNING, headline, "\n".join(told))

    def _told(self, flaw: TemplateError) -> str:
        told = self.tr("{line}: {flaw}").replace("{line}", self._line_of(flaw))
        return told.replace("{flaw}", words.template_flaw(flaw.flaw))

    def _line_of(self, flaw: TemplateError) -> str:
        return self.tr("Line {number}").replace("{number}", str(self._body.line_of(flaw)))

    def _on_edited(self) -> None:
        if self._notice.notice is not None:
            self._notice.show_notice(self._flaw_notice())

    def _on_flaws_changed(self) -> None:
        self._notice.show_notice(self._flaw_notice())

    def _on_save_clicked(self) -> None:
        obstacle = self._obstacle()
        if obstacle is None:
            self._unsaved.hide()
            self.saved.emit(self.draft)
            return
        notice, where = obstacle
        self._notice.show_notice(notice)
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_escape(self) -> None:
        if self._unsaved.isVisible():
            self._unsaved.keep()
        else:
            self.close()

    def _on_menu_left(self) -> None:
        """Go on writing where the agent was, whether a field was chosen or not."""
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self) -> None:
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_discarded(self) -> None:
        self._is_finished = True
        self.close()
        self.cancelled.emit()
