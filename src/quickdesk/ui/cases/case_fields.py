"""The boxes of the form of a case, each below its name."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLabel, QWidget

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.case_rules import ANGRIEST, CaseField, required_fields
from quickdesk.ui.cases.case_text import CaseText
from quickdesk.ui.cases.words import field_name, state_name, translate, type_name
from quickdesk.ui.form.inputs import FieldLine
from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.theme import Theme, set_look

_LONG: Final = ("request", "offered", "solution")
"""Fields that may have several lines."""
_ORDER: Final = (
    "type",
    "order_number",
    "request",
    "promise",
    "next_date",
    "emotion",
    "evidence_asked",
    "evidence_received",
    "offered",
    "solution",
    "basis",
    "state",
)
_FIRST: Final = ("order_number", "request", "promise", "next_date")
"""What is filled in first when a case is opened."""
_NAMES: Final = 150
"""The width of the names, in design pixels."""


class CaseFields(QObject):
    """Boxes by the name of the attribute of the case."""

    edited = Signal()

    def __init__(self, case: Case, orders: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._boxes: dict[str, FieldLine | CaseText | DropDown] = {}
        self._labels: dict[str, QLabel] = {}
        self._readings = {name: QLabel() for name in ("promise", "next_date")}
        self._lines: list[QHBoxLayout] = []
        self.layout_of_rows = QGridLayout()
        for name in _ORDER:
            self._add(name, case, theme)
        line = self._boxes["order_number"]
        if isinstance(line, FieldLine) and orders:
            completer = QCompleter([*orders], line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        self.layout_of_rows.setColumnStretch(1, 1)
        self.layout_of_rows.setRowStretch(self.layout_of_rows.rowCount(), 1)
        self.translate()

    @property
    def texts(self) -> Mapping[str, str]:
        """What is typed."""
        return {
            name: box.value if isinstance(box, CaseText) else box.text()
            for name, box in self._boxes.items()
            if not isinstance(box, DropDown)
        }

    @property
    def choices(self) -> Mapping[str, Any]:
        """What is chosen: ``type``, ``emotion`` and ``state``."""
        return {
            name: _VALUES[name][max(box.currentIndex(), 0)]
            for name, box in self._boxes.items()
            if isinstance(box, DropDown)
        }

    @property
    def values(self) -> Mapping[str, Any]:
        """Everything that is typed and chosen."""
        return {**self.texts, **self.choices}

    @property
    def stored(self) -> Mapping[str, str]:
        """Everything as texts, for :meth:`fill`."""
        return {**self.texts, **{name: _stored(value) for name, value in self.choices.items()}}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Set what was typed and chosen before; names and choices that are unknown are left out."""
        for name, text in texts.items():
            box = self._boxes.get(name)
            if isinstance(box, CaseText | FieldLine):
                box.set_value(text)
            elif box is not None and text in (known := [*map(_stored, _VALUES[name])]):
                box.setCurrentIndex(known.index(text))

    def box(self, name: str) -> QWidget:
        """Return the box of an attribute."""
        return self._boxes[name]

    def start(self) -> None:
        """Focus the first empty box of those that matter, else what the customer wants."""
        texts = self.texts
        first = next((name for name in _FIRST if not texts[name].strip()), "request")
        self._boxes[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, field: CaseField) -> None:
        """Focus the box of a field."""
        self._boxes[field.value].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_state(self, state: CaseState) -> None:
        """Choose a state."""
        box = self._boxes["state"]
        if isinstance(box, DropDown):
            box.setCurrentIndex(_VALUES["state"].index(state))

    def show_readings(self, promise: str, next_date: str) -> None:
        """Say how what was typed is understood."""
        for label, text in zip(self._readings.values(), (promise, next_date), strict=True):
            label.setText(f"→ {text}" if text else "")
            label.setVisible(bool(text))  # else the box would be narrower than the others

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self.layout_of_rows.setHorizontalSpacing(theme.space(3))
        self.layout_of_rows.setVerticalSpacing(theme.space(2))
        for line in self._lines:
            line.setSpacing(theme.space(3))
        for label in self._labels.values():
            label.setFixedWidth(theme.px(_NAMES))
        for box in self._boxes.values():
            if isinstance(box, DropDown):
                box.set_theme(theme)
            elif isinstance(box, CaseText):
                box.set_least_height(theme.px(30))

    def translate(self) -> None:
        """Set the names, with a sign at those that are needed before the case can be closed."""
        needed = {field.value for field in required_fields(self.choices["type"])}
        for name, label in self._labels.items():
            text = _name(name)
            self._boxes[name].setAccessibleName(text)
            label.setText(f"{text} *" if name in needed else text)
        hint = translate("words", "18, 18:30 or tomorrow 10", "hint of a field")
        self._hint("promise", hint)
        self._hint("next_date", translate("words", "+3, tomorrow or 12-31", "hint of a field"))
        parts = translate("words", "photos, video, delivery note", "hint of a field")
        self._hint("evidence_asked", parts)
        self._hint("evidence_received", parts)

    def _hint(self, name: str, text: str) -> None:
        box = self._boxes[name]
        if isinstance(box, FieldLine):
            box.setPlaceholderText(text)

    def _add(self, name: str, case: Case, theme: Theme) -> None:
        label, row = QLabel(), self.layout_of_rows.rowCount()
        set_look(label, "secondary")
        box = self._made(name, case, theme)
        self._boxes[name], self._labels[name] = box, label
        self.layout_of_rows.addWidget(label, row, 0)
        if name in self._readings:
            self._readings[name].setTextFormat(Qt.TextFormat.PlainText)
            set_look(self._readings[name], "secondary")
            self._readings[name].hide()
            line = QHBoxLayout()
            line.addWidget(box, 1)
            line.addWidget(self._readings[name])
            self._lines.append(line)
            self.layout_of_rows.addLayout(line, row, 1)
        else:
            self.layout_of_rows.addWidget(box, row, 1)

    def _made(self, name: str, case: Case, theme: Theme) -> FieldLine | CaseText | DropDown:
        if name in _VALUES:
            choice = DropDown(_VALUES[name], _CHOICE_NAMES[name], theme)
            choice.setCurrentIndex(_VALUES[name].index(getattr(case, name)))
            choice.currentIndexChanged.connect(self._on_chosen)
            return choice
        if name in _LONG:
            text = CaseText()
            text.set_value(getattr(case, name))
            text.textChanged.connect(self.edited)
            return text
        line = FieldLine(_shown(getattr(case, name)))
        line.value_changed.connect(self.edited)
        return line

    def _on_chosen(self) -> None:
        self.translate()  # another type needs other fields
        self.edited.emit()


def _stored(choice: object) -> str:
    return str(choice.value if isinstance(choice, Enum) else choice)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return QCoreApplication.translate("words", ", ", "between the parts of a list").join(value)
    return "" if value is None else str(value)


def _name(name: str) -> str:
    field = next((each for each in CaseField if each.value == name), None)
    if field is not None:
        return field_name(field)
    return {
        "type": translate("words", "Type", "field of case"),
        "evidence_asked": translate("words", "Evidence asked for", "field of case"),
        "state": translate("words", "State", "field of case"),
    }[name]


def _emotion_name(emotion: int) -> str:
    names = {
        0: translate("words", "not noted", "emotion"),
        1: translate("words", "calm", "emotion"),
        2: translate("words", "impatient", "emotion"),
        3: translate("words", "annoyed", "emotion"),
        4: translate("words", "angry", "emotion"),
        5: translate("words", "furious", "emotion"),
    }
    return f"{emotion} {names[emotion]}" if emotion else names[0]


_VALUES: Final[Mapping[str, Sequence[Any]]] = {
    "type": tuple(CaseType),
    "emotion": tuple(range(ANGRIEST + 1)),
    "state": tuple(CaseState),
}
_CHOICE_NAMES: Final[Mapping[str, Callable[[Any], str]]] = {
    "type": type_name,
    "emotion": _emotion_name,
    "state": state_name,
}
