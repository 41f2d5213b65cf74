"""Folding: the form in which texts are compared, so that 退貨, ＶＩＰ and vip find what they should.

Width and compatibility forms, case, and Traditional to Simplified Chinese are evened out, always
one character for one and never across the border of the Basic Multilingual Plane: a position in
the folded text, counted in UTF-16 units (as QString does), is the same position in the original.
"""

from quickdesk.text.tables import folds


def fold(text: str) -> str:
    """Return the text in the form to compare it by: same length, and fold(fold(x)) == fold(x)."""
    return text.translate(folds())


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, the unit of QString and of every span."""
    return len(text) + sum(char > "\uffff" for char in text)
