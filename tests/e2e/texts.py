"""The texts of the end-to-end tests, and the content of the clipboard before a paste."""

from itertools import cycle, islice

from tests.desktop_rig import Rig, until
from tests.e2e.targets import copied_text

LONG = "".join(islice(cycle("您好亲，这边帮您查询一下订单物流信息 abc123。😀👍🏽"), 9_990)) + "\n末尾结束"
TEXTS = {
    "chinese": "亲，您好！请问有什么可以帮您？",
    "emoji": "好的😊 👨‍👩‍👧 👍🏽 naïve “q” <b>&amp;",
    "lines": "第一行\n第二行\t制表\n\n第四行 end",
    "long": LONG,
}
BEFORE = "原始剪贴板 before"


def clipboard_is(rig: Rig, text: str) -> None:
    """Wait until another program would paste this text."""
    until(lambda: copied_text(rig) == text, "the clipboard as it should be")
