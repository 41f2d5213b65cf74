from PySide6.QtGui import QTextCharFormat, QTextDocument

from quickdesk.ui.editor.body_edit import TemplateHighlighter
from quickdesk.ui.theme import Theme


def marked(theme: Theme, body: str) -> list[tuple[str, bool]]:
    """Return the highlighted parts of a body, and whether each is a flaw."""
    document = QTextDocument(body)
    highlighter = TemplateHighlighter(document, theme)
    highlighter.rehighlight()
    found = []
    block = document.begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for span in block.layout().formats():
            text = units[2 * span.start : 2 * (span.start + span.length)].decode("utf-16-le")
            wave = QTextCharFormat.UnderlineStyle.WaveUnderline
            found.append((text, span.format.underlineStyle() == wave))
        block = block.next()
    return found


def test_fields_are_tinted_at_their_positions_even_after_emoji(qapp: object, theme: Theme) -> None:
    assert marked(theme, "😀{甲} {{x}}\n👍🏽 {乙|1|2}") == [("{甲}", False), ("{乙|1|2}", False)]


def test_a_flaw_is_underlined_and_the_fields_before_it_stay_tinted(qapp: object, theme: Theme) -> None:
    assert marked(theme, "{甲} 和 {乙") == [("{甲}", False), ("{乙", True)]
    assert marked(theme, "}") == [("}", True)]
