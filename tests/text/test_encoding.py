import codecs
import os
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.text.encoding import ENCODINGS, EncodingError, EncodingFlaw, decode

SIMPLIFIED = "标题,内容\r\n退货说明,您好，请您在收到货后七天内申请退货。\r\n发票,已为您开具\r\n"
TRADITIONAL = "標題,內容\r\n退貨說明,您好，請您在收到貨後七天內申請退貨。\r\n發票,已為您開立\r\n"
ENGLISH = "title,body\nRefund,Your refund was sent\n"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, ENGLISH, "", "亲", "Café 😀"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(text: str, mark: bytes, encoding: str) -> None:
    found = decode(mark + text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (SIMPLIFIED, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
        (ENGLISH, "utf-16-le"),
        ("code,reply\nA1,退款\n", "gb18030"),
        ("退款", "gb18030"),
        ("谢谢", "gb18030"),
        ("• Unused, original packaging 📦", "gb18030"),
        ("Спасибо", "utf-8"),
        ("a · b", "utf-8"),
        ("夔龑,鼒\n", "gb18030"),
        ("code,reply\nA1,謝謝您\n", "big5hkscs"),
        ("你好😀，谢谢", "gb18030"),
        ("Café crème, l’été\n", "cp1252"),
    ],
)
def test_detects_an_encoding_without_a_byte_order_mark(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"").text == ""


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
        bytes(range(256)) * 8,
        b"text\x00text",
        b"\x01\x02\x03\x04\x05\x06" * 20,
        "亲".encode("utf-16-le") + b"\0",
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(content)
    assert caught.value.flaw is EncodingFlaw.BINARY


def test_random_bytes_never_pass() -> None:
    with pytest.raises(EncodingError):
        decode(os.urandom(5000))


def test_utf8_that_was_cut_is_damaged_and_not_another_encoding() -> None:
    content = SIMPLIFIED.encode()
    with pytest.raises(EncodingError) as caught:
        decode(content[: len(content) // 2 * 2 - 15])
    assert caught.value.flaw is EncodingFlaw.DAMAGED


def test_bytes_in_no_encoding_are_refused_with_their_position() -> None:
    with pytest.raises(EncodingError) as caught:
        decode(b"abc \xff\xff\xff\xff")
    assert (caught.value.flaw, caught.value.position) == (EncodingFlaw.UNKNOWN, 4)


def test_an_encoding_can_be_given() -> None:
    assert decode("谢".encode("gb18030"), "gb18030").text == "谢"
    with pytest.raises(EncodingError):
        decode("您好".encode("gb18030"), "utf-8")


@given(st.binary(max_size=64))
@settings(max_examples=100)
def test_any_bytes_give_a_text_or_the_rooms_own_error(content: bytes) -> None:
    try:
        found = decode(content)
    except EncodingError as error:
        flaw: EncodingFlaw | None = error.flaw
    else:
        flaw = None
        assert found.encoding in ENCODINGS
    assert flaw is None or flaw in EncodingFlaw


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40))
@settings(max_examples=100)
def test_what_was_written_as_utf8_is_read_back(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text


def test_a_long_text_takes_little_more_memory_than_it_has_characters() -> None:
    content = ("title,body\n" + "亲，您好" * 500_000).encode()
    for each in (content, b"a\x01" * 1_000_000):
        tracemalloc.start()
        with suppress(EncodingError):
            decode(each)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < 4 * len(each)
