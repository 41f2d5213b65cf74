"""Check boxes for the pairs of pinyin sounds that a search treats as the same, four in a row."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from quickdesk.settings.settings import PinyinPair
from quickdesk.ui.settings.tick_box import TickBox
from quickdesk.ui.theme import Theme

_IN_A_ROW: Final = 4
_ORDER: Final = (
    PinyinPair.Z_ZH,
    PinyinPair.C_CH,
    PinyinPair.S_SH,
    PinyinPair.N_L,
    PinyinPair.AN_ANG,
    PinyinPair.EN_ENG,
    PinyinPair.IN_ING,
    PinyinPair.F_H,
)
"""Initials in the first row, mostly finals in the second."""


class PinyinPairBoxes(QWidget):
    """A control of the settings page; its value is the frozenset of the ticked PinyinPairs."""

    chosen = Signal(object)
    """Emitted with all ticked pairs when the user ticks or clears one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {pair: TickBox(theme, pair.value.replace("-", " / "), self) for pair in _ORDER}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for number, box in enumerate(self._boxes.values()):
            box.chosen.connect(self._on_chosen)
            self._grid.addWidget(box, number // _IN_A_ROW, number % _IN_A_ROW)
        for column in range(_IN_A_ROW):
            self._grid.setColumnStretch(column, 1)
        self.setFocusProxy(self._boxes[_ORDER[0]])
        self.set_theme(theme)

    @property
    def ticked(self) -> frozenset[PinyinPair]:
        """The ticked pairs."""
        return frozenset(pair for pair, box in self._boxes.items() if box.isChecked())

    def set_value(self, value: Collection[PinyinPair]) -> None:
        """Tick the given pairs and clear the others."""
        for pair, box in self._boxes.items():
            box.set_value(pair in value)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space(1))
        for box in self._boxes.values():
            box.set_theme(theme)

    def _on_chosen(self) -> None:
        self.chosen.emit(self.ticked)
