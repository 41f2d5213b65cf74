"""The window that creates or edits a reply.

It does not save: the caller saves and then calls ``finish`` or ``show_problem``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMargins, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from quickdesk.replies.snippet import Snippet
from quickdesk.ui.controls import MarginScrollArea, PushButton
from quickdesk.ui.drafts.draft_bar import DraftBar
from quickdesk.ui.drafts.unsaved_bar import UnsavedBar
from quickdesk.ui.editor.body_edit import BodyEdit, FieldMenu
from quickdesk.ui.editor.details import Details
from quickdesk.ui.editor.editor_foot import EditorFoot
from quickdesk.ui.editor.keys import EDITOR_KEYS, EditorAction
from quickdesk.ui.icons import Icon, app_icon, icon
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_sheet import CoveringSheet
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, NoticeBar, Tone
from quickdesk.ui.placement import place_framed, rescale
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES

_WIDTH = 640
_HEIGHT = 488
"""The height without what is below the code, which is added."""
_MIN_FIELDS_HEIGHT = 100


class SnippetEditor(QWidget):
    """Edits a snippet; its id is empty if it is new.

    ``saved`` carries the snippet as it is to be stored, ``saved_to_paste`` too, which needs ``can_paste``:
    there is a window to paste it into. The window stays open until ``finish``.
    """

    saved = Signal(object)
    saved_to_paste = Signal(object)
    cancelled = Signal()
    """It was closed without saving; a draft may be kept, unless ``discarded`` was emitted before."""
    discarded = Signal()
    edited = Signal()
    """Something was typed."""
    code_edited = Signal(str)
    """The new code; answer it with ``show_code_holders``."""

    def __init__(self, snippet: Snippet, theme: Theme, *, can_paste: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._snippet = snippet
        self._theme = theme
        self._is_finished = False
        self._title = QLineEdit(snippet.title)
        self._title.setObjectName("title")
        self._body = BodyEdit(snippet.body, theme)
        self._details = Details(snippet)
        self._insert = PushButton()
        self._title_name, self._body_name = QLabel(), QLabel()
        self._can_paste = can_paste
        self._foot = EditorFoot(theme, can_paste=can_paste)
        self._key_names = KeyNames(QGuiApplication.platformName())
        self._key_sheet = CoveringSheet(self)
        self.draft_bar = DraftBar(theme)
        self._actions: Mapping[EditorAction | None, Callable[[], object]] = {
            EditorAction.SAVE: self._on_save_clicked,
            EditorAction.SAVE_AND_PASTE: self._on_paste_clicked,
            EditorAction.RESTORE: self.draft_bar.restore,
            EditorAction.CLOSE: self._on_escape,
            EditorAction.HELP: self._show_key_sheet,
        }
        self._notice = NoticeBar(theme)
        self._unsaved = UnsavedBar(theme)
        self.setWindowIcon(app_icon())
        self._start = self.content
        self._build()
        self._connect()
        self.set_theme(theme)
        self._on_flaws_changed()
        follow_language(self, self._translate)

    @property
    def content(self) -> Snippet:
        """The current content."""
        title, body = self._title.text().strip(), self._body.toPlainText()
        return replace(self._snippet, title=title, body=body, **self._details.values)

    @property
    def is_changed(self) -> bool:
        """Whether the content differs from what is stored."""
        return self.content != self._start

    def fill(self, content: Snippet) -> None:
        """Replace the content, which is not saved yet."""
        self._snippet = content
        self._title.setText(content.title)
        self._body.setPlainText(content.body)
        self._details.fill(content)

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor, with the focus on the first field to fill in."""
        self.setScreen(screen)
        self.setGeometry(place_framed(screen.availableGeometry(), self.opening_size()))
        self.show()
        self.raise_()
        self.activateWindow()
        first = self._body if self._title.text() and not self._snippet.id else self._title
        self._go_to(first)

    def opening_size(self) -> QSize:
        """Return the size at which the body has the same height with any remark and asks."""
        width = max(self._theme.px(_WIDTH), self.minimumSizeHint().width())
        self.resize(width, self._theme.px(_HEIGHT))
        self.grab(QRect(0, 0, 1, 1))  # lays out the hidden window, to know where the remark wraps
        height = self._theme.px(_HEIGHT) + self._details.further_height
        if self.draft_bar.isVisibleTo(self):
            height += self.draft_bar.sizeHint().height()
        return QSize(width, height)

    def finish(self) -> None:
        """Close without asking: the content was saved or is no longer needed."""
        self._is_finished = True
        self.close()

    def mark_saved(self, snippet: Snippet) -> None:
        """Set the saved content; later edits remain unsaved."""
        self._snippet = self._start = snippet

    def show_problem(self, notice: Notice) -> None:
        """Show why saving failed; the content stays."""
        self._notice.show_notice(notice)

    def set_known(self, folders: Sequence[str], tags: Sequence[str]) -> None:
        """Set the folders and tags in use, the most important ones first."""
        self._details.set_known(folders, tags)

    def show_code_holders(self, titles: Sequence[str]) -> None:
        """Show the titles of other replies that have this code."""
        self._details.show_code_holders(titles)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(4)
        self._scroll_area.set_margins(QMargins(edge, edge, edge, 0))
        self._column.setSpacing(theme.space())
        self._bars.setContentsMargins(edge, theme.space(3), edge, theme.space(2))
        self._bars.setSpacing(theme.space(2))
        self._insert.setIcon(icon(Icon.CHEVRON_DOWN, theme))
        self._insert.setIconSize(QSize(theme.px(SIZES.icon), theme.px(SIZES.icon)))
        for gap in self._gaps:
            gap.setFixedHeight(theme.space())
        self._scroll_area.setMinimumHeight(theme.px(_MIN_FIELDS_HEIGHT))
        for part in (self._body, self._details, self.draft_bar, self._notice, self._unsaved, self._foot):
            part.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the editor; see EDITOR_KEYS."""
        pressed = EDITOR_KEYS.find(event, self._key_names)
        action = pressed.binding.action if pressed else None
        if action not in self._actions:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._actions[action]()

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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._bars = QVBoxLayout()
        self._bars.addWidget(self._notice)
        self._bars.addWidget(self._unsaved)
        self._scroll_area = MarginScrollArea(self._fields())
        outer.addWidget(self.draft_bar)
        outer.addWidget(self._scroll_area, 1)
        outer.addLayout(self._bars)
        outer.addWidget(self._foot)
        self._details.follow_in_tab_order(self._body, self._insert)

    def _fields(self) -> QVBoxLayout:
        """Return what is scrolled where the screen is low: all but the bars and the buttons."""
        self._column = QVBoxLayout()
        self._gaps = [QWidget() for _ in range(2)]
        self._title_name.setBuddy(self._title)
        self._column.addWidget(self._title_name)
        self._column.addWidget(self._title)
        self._column.addWidget(self._gaps[0])
        self._column.addLayout(self._body_head())
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self._gaps[1])
        self._column.addWidget(self._details)
        return self._column

    def _body_head(self) -> QHBoxLayout:
        menu = FieldMenu(self)
        menu.chosen.connect(self._body.insert_field)
        menu.aboutToHide.connect(self._on_menu_closed)
        self._insert.setMenu(menu)
        self._insert.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the text
        head = QHBoxLayout()
        self._body_name.setBuddy(self._body)
        head.addWidget(self._body_name, 1)
        head.addWidget(self._insert)
        return head

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Edit reply") if self._snippet.id else self.tr("New reply"))
        self.setAccessibleName(self.windowTitle())
        for label, name in ((self._title_name, self.tr("Title")), (self._body_name, self.tr("Reply"))):
            label.setText(name)
            label.buddy().setAccessibleName(name)
        self._insert.setText(self.tr("Insert field"))
        self._insert.setAccessibleName(self._insert.text())
        flaw = self._body.flaw_notice()
        if flaw is not None:
            self._notice.show_notice(flaw)

    def _connect(self) -> None:
        self._title.textChanged.connect(self._on_edited)
        for signal in (self._title.textChanged, self._body.textChanged, self._details.edited):
            signal.connect(self.edited)
        self._body.flaws_changed.connect(self._on_flaws_changed)
        for edit in self._scroll_area.findChildren(QPlainTextEdit):
            edit.cursorPositionChanged.connect(partial(self._scroll_area.show_cursor, edit))
        self._details.code_edited.connect(self.code_edited)
        self._foot.save_clicked.connect(self._on_save_clicked)
        self._foot.paste_clicked.connect(self._on_paste_clicked)
        self._foot.cancel_clicked.connect(self.close)
        self._unsaved.discarded.connect(self._on_discarded)
        self._unsaved.put_off.connect(self._on_put_off)
        self._unsaved.kept.connect(self._on_kept)
        self.draft_bar.restored.connect(self._on_kept)
        self.draft_bar.discarded.connect(self._on_kept)

    def _obstacle(self) -> tuple[Notice, QWidget] | None:
        """Return why the content cannot be saved and the widget to fix it in, None if it can."""
        if not self._title.text().strip():
            return Notice(Tone.WARNING, self.tr("Add a title before saving.")), self._title
        if not self._body.toPlainText().strip():
            return Notice(Tone.WARNING, self.tr("Write the reply before saving.")), self._body
        flaw = self._body.flaw_notice()
        return None if flaw is None else (flaw, self._body)

    def _on_edited(self) -> None:
        if self._notice.notice is not None:
            self._notice.show_notice(self._body.flaw_notice())

    def _on_flaws_changed(self) -> None:
        self._notice.show_notice(self._body.flaw_notice())

    def _on_save_clicked(self) -> None:
        if self._can_be_saved():
            self.saved.emit(self.content)

    def _on_paste_clicked(self) -> None:
        if self._can_paste and self._can_be_saved():
            self.saved_to_paste.emit(self.content)

    def _can_be_saved(self) -> bool:
        """Return whether the content can be saved, else show why not."""
        obstacle = self._obstacle()
        if obstacle is None:
            self._unsaved.hide()
            return True
        notice, where = obstacle
        self._notice.show_notice(notice)
        self._go_to(where)
        return False

    def _show_key_sheet(self) -> None:
        self._key_sheet.open(self._theme, EDITOR_KEYS)

    def _on_escape(self) -> None:
        if self._unsaved.isVisible():
            self._unsaved.keep()
        else:
            self.close()

    def _on_menu_closed(self) -> None:
        """Return the focus to the body, whether a field was chosen or not."""
        self._go_to(self._body)

    def _on_kept(self) -> None:
        self._go_to(self._body)

    def _go_to(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll_area.ensureWidgetVisible(field)

    def _on_discarded(self) -> None:
        self.discarded.emit()
        self._on_put_off()

    def _on_put_off(self) -> None:
        self._is_finished = True
        self.close()
        self.cancelled.emit()
