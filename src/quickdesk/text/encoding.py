"""Detecting the encoding of a text file written by another program.

The checks, in this order: a byte order mark; valid UTF-8; zero bytes as in UTF-16; and of GB 18030 and Big5
the encoding with the larger share of very common characters. Binary data and damaged UTF-8 raise an error
instead of being guessed, because a garbled reply could be sent to a buyer.
"""

import codecs
import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030", "big5hkscs", "cp1252")
"""The encodings that :func:`decode` detects and accepts by name."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is a prefix of it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
_GOOD_PER_BAD = 10
"""Valid UTF-8 characters per invalid one from which a text is damaged UTF-8, not another encoding."""
_KNOWN_AT_LEAST = 0.2
_CHANCE_LENGTH = 20
_MOSTLY = 0.5
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DAMAGED = re.compile("[\0\ud800-\udfff]")
_WIDE = re.compile(r"[^\x00-\x7f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")

# The most frequent characters of Chinese prose and of customer service, in both scripts, and punctuation.
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
    """Why bytes cannot be decoded."""

    BINARY = auto()
    """They are not text: an image, a spreadsheet, a program."""
    DAMAGED = auto()
    """They are invalid in the encoding; ``position`` is the first invalid byte."""
    UNKNOWN = auto()
    """No known encoding fits."""


class EncodingError(ValueError):
    """Bytes that cannot be decoded; ``position`` is a byte offset."""

    def __init__(self, flaw: EncodingFlaw, position: int = 0) -> None:
        super().__init__(f"{flaw.name.lower()} at byte {position}")
        self.flaw = flaw
        self.position = position


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, and its encoding (one of ENCODINGS)."""

    text: str
    encoding: str


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Decode bytes, detecting the encoding unless it is given; raise EncodingError if that fails.

    Line breaks are kept. Empty bytes are an empty text.
    """
    body, marked = _without_byte_order_mark(content)
    given = encoding or marked
    if given is not None:
        return Decoded(_checked_text(_strict(body, given)), given)
    if b"\0" in body:
        return _decode_utf16(body)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(body):
            raise EncodingError(EncodingFlaw.DAMAGED, error.start) from error
        return _decode_chinese(body, error.start)
    return _or_short_gb18030(Decoded(_checked_text(text), "utf-8"), body)


def decode_by_lines(content: bytes, encoding: str | None = None) -> Decoded:
    """Decode bytes of which some lines are damaged; raise EncodingError if more lines are damaged than not.

    Damaged lines contain NULs, or a lone surrogate for each byte that is invalid. Undamaged bytes are decoded
    as by :func:`decode`.
    """
    try:
        return decode(content, encoding)
    except EncodingError as error:
        body, marked = _without_byte_order_mark(content)
        wanted = encoding or marked
        for each in (wanted,) if wanted else ("utf-8", "gb18030", "big5hkscs"):
            text = None if each.startswith(("utf-16", "utf-32")) else _by_lines(body, each)
            if text is not None:
                return Decoded(text, each)
        raise error from None


def _by_lines(body: bytes, encoding: str) -> str | None:
    """Return the text if most of its lines are valid and certainly in this encoding."""
    lines = body.split(b"\n")
    decoded = [_with_surrogates(line, encoding) for line in lines]
    is_damaged = [_DAMAGED.search(text) is not None for text in decoded]
    damaged = sum(is_damaged)
    if damaged > sum(bool(line.strip()) for line in lines) - damaged:
        return None
    try:
        rest = decode(b"\n".join(line for line, bad in zip(lines, is_damaged, strict=True) if not bad))
    except EncodingError:
        return None
    text = "\n".join(decoded)
    if encoding == "utf-8":
        has_invalid_bytes = _SURROGATE.search(text) is not None
        is_certain = rest.encoding == encoding and not (has_invalid_bytes and rest.text.isascii())
    else:
        is_certain = rest.encoding == encoding and _share_of_common(rest.text) >= _MOSTLY
    return text if is_certain else None


def _with_surrogates(line: bytes, encoding: str) -> str:
    try:
        return line.decode(encoding, "surrogateescape")
    except UnicodeDecodeError:  # an invalid pair whose second byte is ASCII
        return line.decode("ascii", "surrogateescape")


def _without_byte_order_mark(content: bytes) -> tuple[bytes, str | None]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :], encoding
    return content, None


def _strict(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(EncodingFlaw.DAMAGED, error.start) from error


def _checked_text(text: str) -> str:
    """Return the text; raise EncodingError for NULs or more than 1 % control characters."""
    controls = islice(_CONTROLS.finditer(text), len(text) // 100 + 1)
    if "\0" in text or sum(1 for _ in controls) * 100 > len(text):
        raise EncodingError(EncodingFlaw.BINARY)
    return text


def _decode_utf16(body: bytes) -> Decoded:
    """Decode UTF-16 in the byte order with the larger share of known characters."""
    candidates = [decoded for name in ("utf-16-le", "utf-16-be") if (decoded := _try_decode(body, name))]
    known = [(_share_of_known(decoded.text), decoded) for decoded in candidates]
    share, best = max(known, key=lambda scored: scored[0], default=(0.0, None))
    if best is None or share < _KNOWN_AT_LEAST:
        raise EncodingError(EncodingFlaw.BINARY, body.index(0))
    return Decoded(_checked_text(best.text), best.encoding)


def _or_short_gb18030(read: Decoded, body: bytes) -> Decoded:
    """Handle short words such as 谢谢 and 联通, whose GB 18030 bytes happen to be valid UTF-8."""
    # A list of all of them would take thirty times the memory of the text.
    wide = [found[0] for found in islice(_WIDE.finditer(read.text), _CHANCE_LENGTH + 1)]
    if not wide or len(wide) > _CHANCE_LENGTH or not all("\u0100" <= char < "\u0800" for char in wide):
        return read
    chinese = _try_decode(body, "gb18030")
    return chinese if chinese and _share_of_common(chinese.text) >= _MOSTLY else read


def _is_damaged_utf8(body: bytes) -> bool:
    text = body[: 4 * _SAMPLE].decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(_WIDE.findall(text)) - bad
    return good >= _GOOD_PER_BAD * max(bad, 1)


def _decode_chinese(body: bytes, position: int) -> Decoded:
    candidates = [decoded for name in ("gb18030", "big5hkscs") if (decoded := _try_decode(body, name))]
    share, best = max(
        ((_share_of_common(decoded.text), decoded) for decoded in candidates),
        key=lambda scored: scored[0],  # on a tie the first: GB 18030 is likelier
        default=(0.0, None),
    )
    if share == 0 and _is_accented(body):
        best = _try_decode(body, "cp1252") or best
    if best is None:
        raise EncodingError(EncodingFlaw.UNKNOWN, position)
    return Decoded(_checked_text(best.text), best.encoding)


def _is_accented(body: bytes) -> bool:
    """Return whether the bytes look like single accented letters among ASCII ones."""
    runs = {len(run) for run in _HIGH_RUN.findall(body[:_SAMPLE])}
    return 1 in runs and max(runs) <= 2


def _try_decode(body: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(body.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _share_of_common(text: str) -> float:
    wide = _WIDE.findall(text[:_SAMPLE])
    return sum(char in _COMMON or _is_symbol(char) for char in wide) / len(wide) if wide else 0.0


def _share_of_known(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(char.isascii() or char in _COMMON for char in sample) / len(sample) if sample else 0.0


def _is_symbol(char: str) -> bool:
    """Return whether this is a bullet, a tick or an emoji, which no wrong encoding yields by chance."""
    return "\u2010" <= char <= "\u27bf" or "\U0001f100" <= char <= "\U0001faff"
