"""A list of items of a card, one a line: nicknames, phones, addresses, free fields; the last is empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from quickdesk.ui.card.secret_edit import MaskedEdit
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES

_BUTTON = 30


@dataclass(frozen=True, slots=True)
class Column:
    """A box of each line: its words when it is empty, its share of the width, and how it is masked."""

    name: Callable[[], str]
    stretch: int = 1
    mask: Callable[[str], str] | None = None


class RowsEdit(QWidget):
    """Edits lines of boxes; an item is a tuple with the text of each box, and empty ones do not count."""

    changed = Signal()
    """A line was removed; what is typed is saved when it is left."""

    def __init__(self, columns: Sequence[Column], theme: Theme) -> None:
        super().__init__()
        self._columns, self._theme = columns, theme
        self._rows: list[_Row] = []
        self._is_masked, self._is_setting = True, False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.set_items(())
        self.set_theme(theme)

    @property
    def items(self) -> tuple[tuple[str, ...], ...]:
        """The items, without empty lines."""
        return tuple(row.texts for row in self._rows if any(row.texts))

    @property
    def first_box(self) -> QWidget:
        """The box that gets the focus: the last line, which is empty."""
        return self._rows[-1].boxes[0]

    def set_items(self, items: Sequence[Sequence[str]]) -> None:
        """Show items, and an empty line after them; widgets that stay keep the focus."""
        self._is_setting = True
        while len(self._rows) > len(items) + 1:
            self._drop(self._rows[-1])
        for number, item in enumerate(items):
            self._row(number).set_texts(item, is_masked=self._is_masked)
        self._row(len(items)).set_texts(("",) * len(self._columns), is_masked=False)
        self._is_setting = False

    def set_masked(self, *, is_masked: bool) -> None:
        """Mask what is secret, or show it."""
        self._is_masked = is_masked
        for row in self._rows:
            for box in row.boxes:
                box.set_masked(is_masked=is_masked)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setSpacing(theme.space(1))
        for row in self._rows:
            row.set_theme(theme)

    def _row(self, number: int) -> "_Row":
        while number >= len(self._rows):
            row = _Row(self._columns, self._theme)
            row.removed.connect(self._on_removed)
            row.edited.connect(self._on_edited)
            self._rows.append(row)
            self._column.addWidget(row)
            row.show()  # at once, else there is no room for it in the next picture
        return self._rows[number]

    def _drop(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_edited(self) -> None:
        if not self._is_setting and any(self._rows[-1].texts):
            self._row(len(self._rows))

    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, _Row) and len(self._rows) > 1:
            self._rows[min(self._rows.index(row) + 1, len(self._rows) - 1)].boxes[0].setFocus()
            self._drop(row)
            self.changed.emit()


class _Row(QWidget):
    """The boxes of one item, and the button that removes it."""

    edited = Signal()
    removed = Signal()

    def __init__(self, columns: Sequence[Column], theme: Theme) -> None:
        super().__init__()
        self._columns = columns
        self.boxes = [MaskedEdit(column.mask) for column in columns]
        self._remove = QToolButton()
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # emptying the boxes does the same
        policy = self._remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(policy)
        self._remove.clicked.connect(self.removed)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for box, column in zip(self.boxes, columns, strict=True):
            self._layout.addWidget(box, column.stretch)
            box.setMinimumWidth(0)
            box.textChanged.connect(self._on_text_changed)
        self._layout.addWidget(self._remove)
        self._show_button()
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(box.value for box in self.boxes)

    def set_texts(self, texts: Sequence[str], *, is_masked: bool) -> None:
        for box, text in zip(self.boxes, texts, strict=True):
            box.set_value(text, is_masked=is_masked)
        self._show_button()

    def set_theme(self, theme: Theme) -> None:
        self._layout.setSpacing(theme.space(1))
        size = theme.px(SIZES.icon)
        self._remove.setIcon(icon(Icon.REMOVE, theme))
        self._remove.setIconSize(QSize(size, size))
        self._remove.setFixedSize(theme.px(_BUTTON), theme.px(_BUTTON))

    def _on_text_changed(self) -> None:
        self._show_button()
        self.edited.emit()

    def _show_button(self) -> None:
        self._remove.setVisible(any(self.texts))

    def _translate(self) -> None:
        for box, column in zip(self.boxes, self._columns, strict=True):
            box.setPlaceholderText(column.name())
            box.setAccessibleName(column.name())
        self._remove.setToolTip(self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Remove"))
