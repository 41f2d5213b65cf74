"""From the bytes of a foreign file to its text, whatever program in whatever country wrote it.

The ladder: a byte order mark says it; text that is strictly UTF-8 is UTF-8; a regular pattern of
zero bytes is UTF-16; between GB 18030 and Big5 the one wins whose reading holds the larger share of
very common characters. Nothing is guessed past that: bytes that are no text, and UTF-8 that was
damaged on its way, are refused, because a garbled reply would be found by a buyer.
"""

import codecs
import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030", "big5hkscs", "cp1252")
"""What :func:`decode` can find, and what may be asked for by name."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
_GOOD_PER_BAD = 10
"""Whole UTF-8 characters for each broken one from which on a text is damaged UTF-8, not another encoding."""
_KNOWN_AT_LEAST = 0.2
_CHANCE_LENGTH = 20
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_WIDE = re.compile(r"[^\x00-\x7f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")

# The most frequent characters of Chinese prose and of shop talk, both scripts, and the punctuation.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    "种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机"
    "十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加"
    "西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更"
    "别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马"
    "科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确"
    "亲您请谢客服货款退换单订快递店铺买卖家优惠券付收件邮费包修质量好评价差商品尺码颜色号发票库存预售尽核实抱歉麻烦"
    "稍等帮查询联系申诉投理解释感支持满减活动折扣赠送仓储物流签破损少漏错补偿默认填写标题内容分组编码快捷短语话术"
    "這個們來為國說時會對過發後裡還進無與長機業間問並戰頭體東聲員話門義條氣題爾別變總電數報結場計資許統區隊決馬書"
    "則聽卻達強難權設記類據邊張該規萬覺術領確親請謝貨換單訂遞鋪買賣優費郵質評價號顏碼發庫預盡實煩幫查詢聯繫訴解釋"
    "滿減動贈倉儲簽補償認標題內組編語話術兩從現學種樣點關當開間將應請讓給歡迎您好嗎呢吧啊哦哈喔謝謝"
    "，。！？、：；（）【】《》“”‘’「」『』…—～·　￥％"
)


class EncodingFlaw(Enum):
    """Why bytes cannot be read as text."""

    BINARY = auto()
    """They are no text: a picture, a spreadsheet, a program."""
    DAMAGED = auto()
    """They were text once; ``position`` is the first byte that does not fit."""
    UNKNOWN = auto()
    """No encoding of the ladder fits."""


class EncodingError(ValueError):
    """Bytes that cannot be read as text; ``position`` counts bytes."""

    def __init__(self, flaw: EncodingFlaw, position: int = 0) -> None:
        super().__init__(f"{flaw.name.lower()} at byte {position}")
        self.flaw = flaw
        self.position = position


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, and the encoding it was written in (one of ENCODINGS)."""

    text: str
    encoding: str


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Read bytes as text, by the ladder or by the encoding asked for; raises EncodingError.

    Line breaks stay as they are. Empty bytes are an empty text.
    """
    body, marked = _without_mark(content)
    wanted = encoding or marked
    if wanted is not None:
        return Decoded(_text(_strict(body, wanted)), wanted)
    if b"\0" in body:
        return _by_zeros(body)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(body):
            raise EncodingError(EncodingFlaw.DAMAGED, error.start) from error
        return _by_common_characters(body, error.start)
    return _unless_chinese_by_chance(Decoded(_text(text), "utf-8"), body)


def _without_mark(content: bytes) -> tuple[bytes, str | None]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :], encoding
    return content, None


def _strict(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(EncodingFlaw.DAMAGED, error.start) from error


def _text(text: str) -> str:
    """Return the text if it is one: no zeros, and next to no control characters."""
    controls = islice(_CONTROLS.finditer(text), len(text) // 100 + 1)
    if "\0" in text or sum(1 for _ in controls) * 100 > len(text):
        raise EncodingError(EncodingFlaw.BINARY)
    return text


def _by_zeros(body: bytes) -> Decoded:
    """Tell the two byte orders of UTF-16 apart: in the wrong one hardly a character is a known one."""
    readings = [reading for name in ("utf-16-le", "utf-16-be") if (reading := _reading(body, name))]
    known = [(_share_of_known(reading.text), reading) for reading in readings]
    share, best = max(known, key=lambda scored: scored[0], default=(0.0, None))
    if best is None or share < _KNOWN_AT_LEAST:
        raise EncodingError(EncodingFlaw.BINARY, body.index(0))
    return Decoded(_text(best.text), best.encoding)


def _unless_chinese_by_chance(read: Decoded, body: bytes) -> Decoded:
    """Catch the few short words, as 谢谢 and 联通, whose GB 18030 bytes happen to be valid UTF-8."""
    # A list of all of them would take thirty times the memory of the text.
    wide = [found[0] for found in islice(_WIDE.finditer(read.text), _CHANCE_LENGTH + 1)]
    if not wide or len(wide) > _CHANCE_LENGTH or not all("\u0100" <= here < "\u0800" for here in wide):
        return read
    chinese = _reading(body, "gb18030")
    return chinese if chinese and _share_of_common(chinese.text) >= 0.5 else read


def _is_damaged_utf8(body: bytes) -> bool:
    text = body[: 4 * _SAMPLE].decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(_WIDE.findall(text)) - bad
    return good >= _GOOD_PER_BAD * max(bad, 1)


def _by_common_characters(body: bytes, place: int) -> Decoded:
    readings = [reading for name in ("gb18030", "big5hkscs") if (reading := _reading(body, name))]
    share, best = max(
        ((_share_of_common(reading.text), reading) for reading in readings),
        key=lambda scored: scored[0],  # of equals the first: GB 18030 is the likelier one
        default=(0.0, None),
    )
    if share == 0 and _is_accented(body):
        best = _reading(body, "cp1252") or best
    if best is None:
        raise EncodingError(EncodingFlaw.UNKNOWN, place)
    return Decoded(_text(best.text), best.encoding)


def _is_accented(body: bytes) -> bool:
    """Say whether the bytes look like single accented letters among plain ones."""
    runs = {len(run) for run in _HIGH_RUN.findall(body[:_SAMPLE])}
    return 1 in runs and max(runs) <= 2


def _reading(body: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(body.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _share_of_common(text: str) -> float:
    wide = _WIDE.findall(text[:_SAMPLE])
    return sum(here in _COMMON or _is_symbol(here) for here in wide) / len(wide) if wide else 0.0


def _share_of_known(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(here.isascii() or here in _COMMON for here in sample) / len(sample) if sample else 0.0


def _is_symbol(here: str) -> bool:
    """Say whether this is a bullet, a tick or an emoji: no other encoding reads as one by chance."""
    return "\u2010" <= here <= "\u27bf" or "\U0001f100" <= here <= "\U0001faff"
