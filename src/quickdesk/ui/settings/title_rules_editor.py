"""The editor of the rules that find the nickname in window titles, with a line to try one live."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from quickdesk.customers.title_rule import MAX_PATTERN, RuleError, nickname_in
from quickdesk.ui.controls import PushButton
from quickdesk.ui.current.texts import rule_problem
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES


class _Rule(QWidget):
    """A program and its expression in one row, a title to try below with what is found in it."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, program: str, pattern: str, theme: Theme) -> None:
        super().__init__()
        self._program, self._pattern, self._title = QLineEdit(program), QLineEdit(pattern), QLineEdit()
        self._pattern.setMaxLength(MAX_PATTERN)
        self._result, self._remove = QLabel(), PushButton()
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._result.setWordWrap(True)
        set_look(self._remove, "quiet")
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._top.addWidget(self._program, 1)
        self._top.addWidget(self._pattern, 2)
        self._top.addWidget(self._remove)
        self._column.addLayout(self._top)
        self._column.addWidget(self._title)
        self._column.addWidget(self._result)
        self._program.editingFinished.connect(self.edited)
        self._pattern.editingFinished.connect(self.edited)
        self._pattern.textChanged.connect(self._try)
        self._title.textChanged.connect(self._try)
        self._remove.clicked.connect(self._on_remove_clicked)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def program(self) -> str:
        """The window class of the program, in lower case."""
        return self._program.text().strip().lower()

    @property
    def pattern(self) -> str:
        """The regular expression."""
        return self._pattern.text()

    @property
    def result(self) -> str:
        """What is said about the rule and the title."""
        return self._result.text()

    def set_theme(self, theme: Theme) -> None:
        self._top.setSpacing(theme.space(2))
        self._column.setSpacing(theme.space())
        self._remove.setIcon(icon(Icon.REMOVE, theme))
        self._remove.setIconSize(QSize(theme.px(SIZES.icon), theme.px(SIZES.icon)))

    def focus(self) -> None:
        self._program.setFocus()

    def _translate(self) -> None:
        for line, name in (
            (self._program, self.tr("Program")),
            (self._pattern, self.tr("Regular expression")),
            (self._title, self.tr("Try a title")),
        ):
            line.setPlaceholderText(name)
            line.setAccessibleName(name)
        self._remove.setAccessibleName(self.tr("Remove the rule"))
        self._remove.setToolTip(self.tr("Remove the rule"))
        self._try()

    def _try(self) -> None:
        """Say what the rule finds in the title, or why it finds nothing."""
        title, text, look = self._title.text(), "", "secondary"
        if self.pattern:
            try:
                found = nickname_in(title, self.pattern)
            except RuleError as error:
                text, look = rule_problem(error.problem), "warning"
            else:
                if found:
                    text = self.tr("Nickname: {nickname}").replace("{nickname}", inline_text(found))
                    look = "success"
                elif title:
                    text = self.tr("No nickname in this title")
        set_look(self._result, look)
        self._result.setText(text)
        self._result.setVisible(bool(text))
        self._title.setAccessibleDescription(text)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)


class TitleRulesEditor(QWidget):
    """A control of the settings page; its value is a mapping of programs to regular expressions."""

    chosen = Signal(object)
    """Emitted with the new mapping; rows that are not complete are ignored."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._published: dict[str, str] = {}
        self._rows: list[_Rule] = []
        self._add = PushButton()
        self._add.clicked.connect(self._on_add_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def rules(self) -> Mapping[str, str]:
        """The current mapping; if a program is listed twice, its first row counts."""
        table: dict[str, str] = {}
        for row in self._rows:
            if row.program and row.pattern:
                table.setdefault(row.program, row.pattern)
        return table

    def set_value(self, value: Mapping[str, str]) -> None:
        """Replace all rows."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows.clear()
        self._published = dict(value)
        for program, pattern in value.items():
            self._append(program, pattern)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setSpacing(theme.space(3))
        self._add.setIcon(icon(Icon.NEW, theme))
        self._add.setIconSize(QSize(theme.px(SIZES.icon), theme.px(SIZES.icon)))
        for row in self._rows:
            row.set_theme(theme)

    def _translate(self) -> None:
        self._add.setText(self.tr("Add a rule"))
        self._add.setAccessibleName(self._add.text())

    def _append(self, program: str, pattern: str) -> _Rule:
        row = _Rule(program, pattern, self._theme)
        row.edited.connect(self._on_edited)
        row.removed.connect(self._on_removed)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _on_edited(self) -> None:
        table = dict(self.rules)
        if table != self._published:
            self._published = table
            self.chosen.emit(MappingProxyType(table))

    def _on_removed(self, row: _Rule) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.deleteLater()
        self._add.setFocus()
        self._on_edited()

    def _on_add_clicked(self) -> None:
        self._append("", "").focus()
