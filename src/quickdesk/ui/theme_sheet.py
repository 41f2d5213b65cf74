"""The style sheet of the application, generated from the tokens at one scale.

``theme.set_look(widget, look)`` selects a look:
labels ``secondary`` (12 px, secondary colour), ``heading`` (16 px), ``group`` (14 px, semibold), ``warning``,
``danger``, ``success``, ``chip`` (a short word on a tint), ``key`` (a key cap);
buttons ``primary`` (the main action of a window), ``quiet`` (no frame unless hovered), ``link`` (only words),
``tag`` (a chip that a click removes or chooses), ``small`` (a tool button of any size);
line edits ``bare`` (only the text), ``quiet`` (what is filled in already);
trees ``board`` (a list in groups);
frames ``raised`` (strip or pane in the raised colour), ``card`` (raised with an outline),
``line`` and ``upright line`` (separators one pixel thick), ``notice`` (a message beside the content),
``menu`` (a list above other content), ``sheet`` (what covers the content).
"""

from collections.abc import Callable
from string import Template

from quickdesk.ui.tokens import Tokens

TEXT_MARGIN = 2
"""The pixels beside the text of a line edit at every scale; other boxes have them too, to be aligned."""

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: ${p4} ${p8}; }
QLabel { background: transparent; }
QLabel[look="secondary"] { color: $secondary; font-size: ${p12}; }
QLabel[look="heading"] { font-size: ${p16}; font-weight: 600; }
QLabel[look="group"] { font-size: ${p14}; font-weight: 600; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="danger"] { color: $danger; }
QLabel[look="success"] { color: $success; }
QLabel[look="chip"] {
    background: $tint; color: $accent; font-size: ${p12};
    border-radius: ${p4}; padding: 0 ${p8}; min-height: ${p20};
}
QLabel[look="key"] {
    background: $window; color: $secondary; font-size: ${p12};
    border: 1px solid $line; border-radius: ${p4}; padding: 0 ${p4};
}

QFrame[look="raised"] { background: $raised; border: none; }
QFrame[look="card"] { background: $raised; border: 1px solid $line; border-radius: ${p8}; }
QFrame[look="line"] { background: $line; border: none; min-height: 1px; max-height: 1px; }
QFrame[look="upright line"] { background: $line; border: none; min-width: 1px; max-width: 1px; }
QFrame[look="menu"] { background: $window; border: 1px solid $border; border-radius: ${p8}; }
QFrame[look="sheet"] { background: $window; border: none; }
QFrame[look="notice"] { background: $tint; border: none; border-radius: ${p8}; }

QPushButton {
    background: $raised; color: $text; border: 1px solid $border; border-radius: ${p4};
    padding: 0 ${p16}; min-height: ${p28};
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $tint; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${q15}; min-height: ${q26}; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton:disabled { color: $disabled; border-color: $line; }
QPushButton[look="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { border-color: $text; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $raised; color: $disabled; border-color: $line; }
QPushButton[look="quiet"], QToolButton {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: ${p4};
    padding: 0 ${p8}; min-height: ${p28};
}
QPushButton[look="link"] {
    background: transparent; color: $accent; border: none; padding: 0; min-height: 0; font-size: ${p12};
}
QPushButton[look="tag"] {
    background: $tint; color: $accent; border: 1px solid $tint; border-radius: ${p4};
    padding: 0 ${p8}; font-size: ${p12}; min-height: ${p28};
}
QPushButton[look="tag"]:hover { border-color: $accent; }
QPushButton[look="quiet"]:hover, QToolButton:hover { background: $hover; }
QPushButton[look="quiet"]:focus, QToolButton:focus { border: 2px solid $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton:checked { background: $tint; color: $accent; }
QToolButton[look="small"] { padding: 0; min-height: 0; }
QToolButton[look="choice"] { border: 1px solid $border; }
QToolButton[look="choice"]:checked { border: 1px solid $accent; }
QToolButton[look="choice"]:focus { border: 2px solid $accent; padding: 0 ${q7}; min-height: ${q26}; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QKeySequenceEdit {
    background: $window; color: $text; border: 1px solid $border; border-radius: ${p4};
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $hint; }
QLineEdit, QComboBox, QSpinBox { padding: 0 ${p8}; min-height: ${p28}; }
QPlainTextEdit, QTextEdit { padding: ${p4} ${p8}; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent;
}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { padding: 0 ${q7}; min-height: ${q26}; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${q3} ${q7}; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $raised; color: $disabled; }
QLineEdit[look="bare"], QTextEdit[look="bare"] { border: none; background: transparent; padding: 0; }
QLineEdit[look="bare"] { font-size: ${p18}; min-height: ${p28}; }
QLineEdit[look="quiet"] { border-color: $line; background: $raised; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; background: transparent; padding: 0; min-height: 0;
}
QComboBox:!editable { padding-left: ${q10}; }
QComboBox:!editable:focus { padding-left: ${q9}; }
QComboBox::drop-down { border: none; width: ${p24}; }
QComboBox QAbstractItemView {
    background: $window; border: 1px solid $border; outline: none;
    selection-background-color: $tint; selection-color: $text;
}

QListView, QTreeView, QTableView {
    background: $window; alternate-background-color: $raised; border: 1px solid $line; outline: none;
    selection-background-color: $tint; selection-color: $text;
}
QListView[look="bare"] { border: none; background: transparent; }
QListWidget[look="bare"]::item { border-radius: ${p4}; }
QListView[look="completions"]::item { padding: 0 ${p8}; }
QListView::item, QTreeView::item { min-height: ${p28}; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $tint; color: $text;
}
QTreeView[look="board"]::item { padding: 0 ${p4}; }
QHeaderView::section {
    background: $raised; color: $secondary; border: none; border-bottom: 1px solid $line;
    padding: 0 ${p8}; min-height: ${p28};
}

QMenu { background: $window; border: 1px solid $line; padding: ${p4} 0; icon-size: ${p16}; }
QMenu::item { padding: ${p4} ${p24} ${p4} ${p16}; min-height: ${p20}; }
QMenu::icon { padding-left: ${p12}; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: ${p4} 0; }
QToolBar {
    background: $raised; border: none; border-bottom: 1px solid $line; spacing: ${p4}; padding: ${p4};
}
QStatusBar { background: $raised; color: $secondary; font-size: ${p12}; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab {
    color: $secondary; padding: 0 ${p12}; min-height: ${p28}; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QSplitter::handle { background: $line; }
QProgressBar {
    background: $raised; border: 1px solid $line; border-radius: ${p4};
    text-align: center; min-height: ${p16};
}
QProgressBar::chunk { background: $accent; border-radius: ${q3}; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${p8}; }
QScrollBar:horizontal { height: ${p8}; }
QScrollBar::handle { background: $line; border-radius: ${p4}; }
QScrollBar::handle:hover { background: $border; }
QScrollBar::handle:vertical { min-height: ${p24}; }
QScrollBar::handle:horizontal { min-width: ${p24}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")

_LENGTHS = (3, 4, 7, 8, 12, 14, 15, 16, 18, 20, 24, 26, 28)


def style_sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """Return the style sheet; ``px`` converts a length of the design to pixels.

    A frame that is one pixel wider when focused has less padding and height (``q…``), so that nothing moves.
    A combo box that is not editable lacks the margin of a line edit beside the text.
    """
    colours = {role.value: colour for role, colour in tokens.colours.items()}
    lengths = {f"p{length}": f"{px(length)}px" for length in _LENGTHS}
    focused = {"q3": px(4) - 1, "q7": px(8) - 1, "q15": px(16) - 1, "q26": px(28) - 2}
    beside_text = {"q9": px(8) - 1 + TEXT_MARGIN, "q10": px(8) + TEXT_MARGIN}
    lengths |= {name: f"{length}px" for name, length in (focused | beside_text).items()}
    return _SHEET.substitute(colours, **lengths)
