"""Check boxes for the pinyin sounds that the search treats as the same, four in a row."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from quickdesk.settings.settings import SoundPair
from quickdesk.ui.settings.tick_box import TickBox
from quickdesk.ui.theme import Theme

_IN_A_ROW: Final = 4
_ORDER: Final = (
    SoundPair.Z_ZH,
    SoundPair.C_CH,
    SoundPair.S_SH,
    SoundPair.N_L,
    SoundPair.AN_ANG,
    SoundPair.EN_ENG,
    SoundPair.IN_ING,
    SoundPair.F_H,
)
"""Initials in the first row, mostly finals in the second."""


class SoundBoxes(QWidget):
    """``changed`` carries all ticked pairs, whenever the agent ticks or clears one."""

    changed = Signal(object)

    def __init__(self, ticked: frozenset[SoundPair], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {pair: TickBox(pair.value.replace("-", " / "), theme, self) for pair in _ORDER}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for number, (pair, box) in enumerate(self._boxes.items()):
            box.setChecked(pair in ticked)
            box.clicked.connect(self._on_clicked)
            self._grid.addWidget(box, number // _IN_A_ROW, number % _IN_A_ROW)
        for column in range(_IN_A_ROW):
            self._grid.setColumnStretch(column, 1)
        self.setFocusProxy(self._boxes[_ORDER[0]])
        self.set_theme(theme)

    @property
    def ticked(self) -> frozenset[SoundPair]:
        """The ticked pairs."""
        return frozenset(pair for pair, box in self._boxes.items() if box.isChecked())

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space(1))
        for box in self._boxes.values():
            box.set_theme(theme)

    def _on_clicked(self) -> None:
        self.changed.emit(self.ticked)
