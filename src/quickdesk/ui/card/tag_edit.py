"""The tags of a card: chips, and a box where a tag is typed; Enter or a comma ends it."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from quickdesk.ui.controls import PushButton
from quickdesk.ui.flow_layout import FlowLayout
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import displayable, inline_text, without_mnemonic
from quickdesk.ui.theme import Theme, set_look

_ENDS: Final = re.compile("[,，、;；\n]")
_BOX_WIDTH: Final = 120


class TagEdit(QWidget):
    """Edits tags; Backspace in the empty box removes the last one, a click on a chip that one."""

    changed = Signal()
    """A tag was added or removed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._chips: list[QPushButton] = []
        self._box = _TagBox()
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_ended)
        self._box.setCompleter(completer)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self._box)
        self._box.textEdited.connect(self._on_edited)
        self._box.ended.connect(self._on_ended)
        self._box.erased.connect(self._on_erased)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags with what is typed at present."""
        typed = " ".join(self._box.text().split())
        return self._tags if not typed or typed in self._tags else (*self._tags, typed)

    @property
    def box(self) -> QLineEdit:
        """The box where a tag is typed."""
        return self._box

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show tags; the box is emptied."""
        self._tags = tuple(tags)
        self._box.clear()
        self._show_chips()

    def set_known(self, tags: Sequence[str]) -> None:
        """Set the tags that are offered while one is typed."""
        self._known.setStringList([displayable(tag) for tag in tags])

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._flow.setSpacing(theme.space(1))
        self._box.setFixedWidth(theme.px(_BOX_WIDTH))

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in self._tags]
        self._flow.removeWidget(self._box)
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._box)
        self._flow.activate()
        self.updateGeometry()

    def _chip(self, tag: str) -> QPushButton:
        chip = PushButton()
        set_look(chip, "tag")
        chip.setText(f"{without_mnemonic(inline_text(tag))}  ×")
        chip.setToolTip(self.tr("Remove the tag"))
        chip.setAccessibleName(self.tr("Remove the tag {tag}").replace("{tag}", inline_text(tag)))
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Backspace does the same
        chip.clicked.connect(lambda: self._remove(tag))
        return chip

    def _remove(self, tag: str) -> None:
        self._tags = tuple(each for each in self._tags if each != tag)
        self._show_chips()
        self.changed.emit()

    def _on_edited(self, text: str) -> None:
        if _ENDS.search(text):
            self._add(_ENDS.split(text))

    def _on_ended(self) -> None:
        self._add([self._box.text()])

    def _add(self, texts: Sequence[str]) -> None:
        wanted = (" ".join(text.split()) for text in texts)
        self._tags = tuple(dict.fromkeys((*self._tags, *filter(None, wanted))))
        self._box.clear()
        self._show_chips()
        self.changed.emit()

    def _on_erased(self) -> None:
        if self._tags:
            self._remove(self._tags[-1])

    def _translate(self) -> None:
        self._box.setPlaceholderText(self.tr("Add a tag"))
        self._box.setAccessibleName(self.tr("Add a tag"))


class _TagBox(QLineEdit):
    """Emits ``ended`` on Enter, ``erased`` on Backspace in the empty box."""

    ended = Signal()
    erased = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text() and not event.isAutoRepeat():
            self.erased.emit()
        else:
            super().keyPressEvent(event)
