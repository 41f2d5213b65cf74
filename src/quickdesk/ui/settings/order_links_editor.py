"""The editor of the links to orders: a platform, and the address of its page with a place for the number."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from quickdesk.customers.card.platforms import PLACES, is_link_template
from quickdesk.ui.controls import PushButton
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES


class _Row(QWidget):
    """A platform and its template."""

    edited = Signal()

    def __init__(self, platform: str, template: str, remove: Callable[["_Row"], None]) -> None:
        super().__init__()
        self.platform, self.template, self._remove = QLineEdit(platform), QLineEdit(template), PushButton()
        set_look(self._remove, "quiet")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.platform, 1)
        self._row.addWidget(self.template, 3)
        self._row.addWidget(self._remove)
        for line in (self.platform, self.template):
            line.editingFinished.connect(self.edited)
            line.setCursorPosition(0)
        self._remove.clicked.connect(lambda: remove(self))
        follow_language(self, self._translate)

    def set_theme(self, theme: Theme) -> None:
        self._row.setSpacing(theme.space(2))
        self._remove.setIcon(icon(Icon.REMOVE, theme))
        self._remove.setIconSize(QSize(theme.px(SIZES.icon), theme.px(SIZES.icon)))

    def _translate(self) -> None:
        self.platform.setPlaceholderText(self.tr("Platform"))
        self.platform.setAccessibleName(self.tr("Platform"))
        self.template.setPlaceholderText(f"https://…?id={PLACES[0]}")
        self.template.setAccessibleName(self.tr("Address of the page of an order"))
        self._remove.setAccessibleName(self.tr("Remove the link"))
        self._remove.setToolTip(self.tr("Remove the link"))


class OrderLinksEditor(QWidget):
    """A control of the settings page; its value is a mapping of platforms to templates."""

    chosen = Signal(object)
    """Emitted with the new mapping; rows that are not complete are left out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_Row] = []
        self._published: Mapping[str, str] = {}
        self._problem, self._add = QLabel(), PushButton()
        set_look(self._problem, "warning")
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        self._add.clicked.connect(self._on_add)
        self._column, foot = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._problem)
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        follow_language(self, self._translate)
        self.set_theme(theme)

    def set_value(self, value: object) -> None:
        """Show a mapping; rows that are being typed stay if it is the one emitted last."""
        if not isinstance(value, Mapping) or dict(value) == dict(self._published):
            return
        self._published = dict(value)
        for row in tuple(self._rows):
            self._drop(row)
        for platform, template in value.items():
            self._append(platform, template)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setSpacing(theme.space(2))
        for row in self._rows:
            row.set_theme(theme)

    def _append(self, platform: str, template: str) -> _Row:
        row = _Row(platform, template, self._on_remove)
        row.set_theme(self._theme)
        row.edited.connect(self._publish)
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)
        return row

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        row = self._append("", "")
        row.show()
        row.platform.setFocus()

    def _on_remove(self, row: _Row) -> None:
        self._drop(row)
        self._publish()

    def _publish(self) -> None:
        pairs = [(row.platform.text().strip(), row.template.text().strip()) for row in self._rows]
        is_wrong = any(template and not is_link_template(template) for _, template in pairs)
        self._problem.setVisible(is_wrong)
        links = {name: text for name, text in pairs if name and is_link_template(text)}
        if links != self._published:
            self._published = links
            self.chosen.emit(MappingProxyType(links))

    def _translate(self) -> None:
        self._add.setText(self.tr("Add a link"))
        self._add.setAccessibleName(self._add.text())
        text = self.tr("An address begins with https:// and has {place} where the order number stands.")
        self._problem.setText(text.replace("{place}", PLACES[0]))
