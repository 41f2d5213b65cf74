"""The columns of a table of customers, by the words of its header in Chinese and English.

Every other header is the name of a free field of the card. A free field whose name is one of the known words
has a header with the prefix ``字段:`` in our own export, so that it is read as what it is.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quickdesk.exchange.customers.cells import bare
from quickdesk.exchange.customers.header_words import EITHER, FIELD_OF
from quickdesk.replies.template import MAX_NAME, can_name_field

HEADER = {
    "nicknames": "昵称",
    "platforms": "平台",
    "name": "姓名",
    "phones": "手机",
    "addresses": "地址",
    "orders": "订单号",
    "order_platforms": "订单平台",
    "order_states": "订单状态",
    "items": "商品",
    "tracking": "快递单号",
    "carriers": "快递公司",
    "tags": "标签",
    "remark": "备注",
    "birthday": "生日",
    "tone": "语气",
    "language": "语言",
    "do_not_contact": "勿联系",
    "reason": "勿联系原因",
    "notes": "笔记",
}
"""The header of our own export, before the free fields; new columns are added at the end."""
IDENTIFYING = ("nicknames", "name", "phones", "orders")
"""The columns of which a table needs one at least."""
_FREE = "字段:"
_IS_FREE = re.compile(r"(?:字段|欄位|field)[:：](.*)", re.IGNORECASE | re.DOTALL)

_NOTE = re.compile(r"[（(\[【].*?[）)\]】]|[*＊:：]")
_NUMBER = re.compile(r"_?[0-9]+$")
_NO_LETTERS = re.compile(r"\W+")
_BETWEEN_WORDS = re.compile(r"[\s_-]+")
_MAX_HEADER_CELL = 100


@dataclass(frozen=True, slots=True)
class CustomerColumns:
    """The columns of a table: the positions of each known field, and the name of each free field.

    ``names`` are the cells of the header, ``width`` is their number, ``is_own`` whether it is that of our own
    export.
    """

    positions: Mapping[str, tuple[int, ...]]
    free: Mapping[int, str]
    names: tuple[str, ...]
    width: int
    is_own: bool

    @property
    def is_known(self) -> bool:
        """Whether there is a column that says who a row is about."""
        return not self.positions.keys().isdisjoint(IDENTIFYING)


def read_header(cells: Sequence[str]) -> CustomerColumns:
    """Return the columns of a header."""
    header = list(map(bare, cells))
    words = list(map(_normalized, header))
    either = "name" if any(FIELD_OF.get(word) == "nicknames" for word in words) else "nicknames"
    positions: dict[str, tuple[int, ...]] = {}
    free: dict[int, str] = {}
    for at, (cell, word) in enumerate(zip(header, words, strict=True)):
        field = either if word in EITHER else FIELD_OF.get(word)
        if field is not None:
            positions[field] = (*positions.get(field, ()), at)
        elif name := _free_name(cell):
            free[at] = name
    width = max((at + 1 for at, cell in enumerate(header) if cell.strip()), default=0)
    is_own = tuple(header[: len(HEADER)]) == tuple(HEADER.values())
    return CustomerColumns(positions, free, tuple(map(_free_name, header)), width, is_own)


def header_of(free: Iterable[str]) -> list[str]:
    """Return the header of our own export, with these free fields."""
    return [*HEADER.values(), *map(_written_name, free)]


def _written_name(name: str) -> str:
    word = _normalized(name)
    is_known = word in EITHER or word in FIELD_OF or _IS_FREE.match(name) is not None
    return f"{_FREE}{name}" if is_known else name


def _free_name(cell: str) -> str:
    """Return the name of the free field for a header that is no known word: one that a reply can use."""
    stated = _IS_FREE.match(cell.strip())
    name = (stated[1] if stated else cell).strip()
    if not name or can_name_field(name):
        return name
    name = _NO_LETTERS.sub("_", _NOTE.sub("", name)).strip("_")[: MAX_NAME - 2]
    return next((each for each in (name, f"_{name}", f"{name}_") if can_name_field(each)), "")


def _normalized(cell: str) -> str:
    """Return a header cell in lower case without notes such as （必填） and numbers such as in 电话2."""
    if len(cell) > _MAX_HEADER_CELL or _IS_FREE.match(cell.strip()):
        return ""
    without_notes = _NOTE.sub("", unicodedata.normalize("NFKC", cell)).strip().lower()
    return _NUMBER.sub("", _BETWEEN_WORDS.sub("_", without_notes))
