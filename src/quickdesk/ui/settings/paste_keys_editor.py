"""The editor of the paste keys of programs that do not paste with the usual keys."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from quickdesk.ui.controls import PushButton
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.key_names import label
from quickdesk.ui.language import follow_language
from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES

_USUAL_KEYS = ("ctrl+v", "ctrl+shift+v", "shift+insert")


class _ProgramBox(DropDown):
    """An editable list of programs that replies were sent to."""

    edited = Signal()

    def __init__(self, program: str, programs: Sequence[str], theme: Theme) -> None:
        super().__init__(programs, str, theme)
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setEditText(program)
        self._line.editingFinished.connect(self.edited)
        self.activated.connect(self.edited)
        follow_language(self, self._name)

    def _name(self) -> None:
        self._line.setPlaceholderText(self.tr("Program, e.g. putty"))
        for part in (self, self._line):
            part.setAccessibleName(self.tr("Program"))


class _Row(QWidget):
    """A program and its paste keys."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, program: str, keys: str, programs: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._program = _ProgramBox(program, programs, theme)
        self._keys = DropDown(dict.fromkeys((*_USUAL_KEYS, keys)), label, theme)
        self._remove = PushButton()
        self._keys.set_value(keys)
        set_look(self._remove, "quiet")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._program, 1)
        self._row.addWidget(self._keys)
        self._row.addWidget(self._remove)
        self._program.edited.connect(self.edited)
        self._keys.currentIndexChanged.connect(self._on_index_changed)
        self._remove.clicked.connect(self._on_remove_clicked)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def program(self) -> str:
        """The window class of the program, in lower case."""
        return self._program.currentText().strip().lower()

    @property
    def keys(self) -> str:
        """The selected keys."""
        return str(self._keys.currentData())

    def set_theme(self, theme: Theme) -> None:
        self._row.setSpacing(theme.space(2))
        self._program.set_theme(theme)
        self._keys.set_theme(theme)
        self._remove.setIcon(icon(Icon.REMOVE, theme))
        self._remove.setIconSize(QSize(theme.px(SIZES.icon), theme.px(SIZES.icon)))

    def focus(self) -> None:
        self._program.setFocus()

    def _translate(self) -> None:
        self._keys.setAccessibleName(self.tr("Paste keys"))
        self._remove.setAccessibleName(self.tr("Remove program"))
        self._remove.setToolTip(self.tr("Remove program"))

    def _on_index_changed(self) -> None:
        self.edited.emit()

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)


class PasteKeysEditor(QWidget):
    """A control of the settings page; its value is a mapping of programs to paste keys."""

    chosen = Signal(object)
    """Emitted with the new mapping; rows without a program, or with one listed before, are ignored."""

    def __init__(self, theme: Theme, programs: Callable[[], Sequence[str]]) -> None:
        """``programs`` returns the programs to suggest."""
        super().__init__()
        self._theme, self._programs = theme, programs
        self._published: dict[str, str] = {}
        self._rows: list[_Row] = []
        self._duplicate_label = QLabel()
        self._duplicate_label.setWordWrap(True)
        self._duplicate_label.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._duplicate_label, "warning")
        self._add = PushButton()
        self._add.clicked.connect(self._on_add_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._duplicate_label)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def paste_keys(self) -> Mapping[str, str]:
        """The current mapping; if a program is listed twice, its first row counts."""
        table: dict[str, str] = {}
        for row in self._rows:
            if row.program:
                table.setdefault(row.program, row.keys)
        return table

    def set_value(self, value: Mapping[str, str]) -> None:
        """Replace all rows."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows.clear()
        self._published = dict(value)
        for program, keys in value.items():
            self._append(program, keys)
        self._check()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setSpacing(theme.space(2))
        self._add.setIcon(icon(Icon.NEW, theme))
        self._add.setIconSize(QSize(theme.px(SIZES.icon), theme.px(SIZES.icon)))
        for row in self._rows:
            row.set_theme(theme)

    def _translate(self) -> None:
        self._add.setText(self.tr("Add program"))
        self._add.setAccessibleName(self._add.text())
        self._check()

    def _append(self, program: str, keys: str) -> _Row:
        row = _Row(program, keys, self._programs(), self._theme)
        row.edited.connect(self._on_edited)
        row.removed.connect(self._on_removed)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _check(self) -> None:
        programs = [row.program for row in self._rows if row.program]
        duplicates = sorted({program for program in programs if programs.count(program) > 1})
        self._duplicate_label.setVisible(bool(duplicates))
        if duplicates:
            text = self.tr("{program} is listed twice. The first row is used.")
            self._duplicate_label.setText(text.replace("{program}", duplicates[0]))

    def _on_edited(self) -> None:
        self._check()
        table = dict(self.paste_keys)
        if table != self._published:
            self._published = table
            self.chosen.emit(MappingProxyType(table))

    def _on_removed(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.deleteLater()
        self._add.setFocus()
        self._on_edited()

    def _on_add_clicked(self) -> None:
        self._append("", _USUAL_KEYS[0]).focus()
