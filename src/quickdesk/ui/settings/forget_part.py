"""A button that forgets what was learnt, after a question in its own place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QWidget

from quickdesk.ui.controls import PushButton
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look


class ForgetPart(QWidget):
    """Emits ``confirmed`` when the question was answered; ``show_done`` says that it is done."""

    confirmed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._forget, self._really, self._keep = PushButton(), PushButton(), PushButton()
        self._question, self._done = QLabel(), QLabel()
        self._question.setWordWrap(True)  # else it is wider than a small window with large text
        set_look(self._done, "success")
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._rows = [
            self._page(self._forget, self._done),
            self._page(self._question, self._really, self._keep),
        ]
        self._forget.clicked.connect(self._ask)
        self._really.clicked.connect(self._on_confirmed)
        self._keep.clicked.connect(self.reset)
        self.setFocusProxy(self._forget)
        self.set_theme(theme)
        follow_language(self, self._translate)
        self.reset()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        for row in self._rows:
            row.setSpacing(theme.space(2))

    def reset(self) -> None:
        """Show the button, without a question and without a result."""
        self._pages.setCurrentIndex(0)
        self._done.setVisible(False)

    def show_done(self) -> None:
        """Say that what was learnt is forgotten."""
        self._done.setVisible(True)

    def _page(self, *widgets: QWidget) -> QHBoxLayout:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            row.addWidget(widget)
        if self._question in widgets:
            row.setStretchFactor(self._question, 1)
        else:
            row.addStretch(1)
        self._pages.addWidget(page)
        return row

    def _ask(self) -> None:
        self._pages.setCurrentIndex(1)
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self) -> None:
        self.reset()
        self._forget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.confirmed.emit()

    def _translate(self) -> None:
        self._question.setText(self.tr("This cannot be undone."))
        self._done.setText(self.tr("Forgotten"))
        for button, text in (
            (self._forget, self.tr("Forget what was learnt")),
            (self._really, self.tr("Forget for good")),
            (self._keep, self.tr("Keep")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
