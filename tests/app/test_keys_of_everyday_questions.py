"""The keys from the hotkey to the sent reply, for everyday questions over the starter pack.

Each key is a real key event to the widget with the focus; a 汉字, which an input method commits, counts as
one, like in the statistics (insights/daily_use.py). The agent types what is the shop's only where no fact
fills it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from quickdesk.packs.source import read_pack
from quickdesk.replies.shop.uses import LibraryFields
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.replies.template import parse
from quickdesk.storage.shipped import STARTER, pack_texts
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.results.result_list import ResultList
from tests.app.rig import Rig

MEDIAN, WORST = 6, 16
MEDIAN_WITH_TEN = 7
_ANYTHING = "明天"
"""Typed into a field that the starter pack did not have when this was written."""


@dataclass(frozen=True)
class Question:
    """What a buyer asks, what the agent types for it, the code of the reply, and what the buyer's fields say.

    A number is the choice of that place.
    """

    asked: str
    typed: str
    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


QUESTIONS = (
    Question("在吗", "zm", "zm"),
    Question("你好", "hy", "hy"),
    Question("什么时候发货", "fhsj", "fhsj"),
    Question("怎么还没发货", "cfh", "cfh", {"发货进度": 2, "预计发货": "明天"}),
    Question("发什么快递", "kd", "kd"),
    Question("几天能到", "jtd", "jtd"),
    Question("包邮吗", "by", "by"),
    Question("能开发票吗", "fp", "fp"),
    Question("是正品吗", "zp", "zp", {"进货渠道": 1, "正品凭证": 1}),
    Question("我穿什么码", "cm", "cmtj"),
    Question("这个有货吗", "kc", "kc"),
    Question("能便宜点吗", "yj", "yj"),
    Question("有优惠券吗", "yhq", "yhq", {"优惠券": "满99减10", "优惠券截止": "周日"}),
    Question("地址写错了", "gdz", "gdz"),
    Question("不想要了", "qxdd", "qxdd"),
    Question("快递到哪了", "wl", "wl", {"最后节点": "杭州中转", "预计到货": "明天"}),
    Question("物流好几天不动", "wltz", "wltz"),
    Question("签收了没收到", "qsw", "qswsd"),
    Question("怎么退款", "tk", "tk"),
    Question("退款到哪一步了", "tkjd", "tkjd", {"退款进度": 1, "退款金额": "58元"}),
    Question("退款怎么还没到账", "tkdz", "tkdz"),
    Question("7天无理由能退吗", "wly", "thwly"),
    Question("退到哪里", "thdz", "thdz"),
    Question("退货运费谁出", "thyf", "thyf", {"本次运费": 1}),
    Question("收到是坏的", "zl", "zl"),
)

OF_THE_SHOP = {
    "店铺名": "好好小店", "客服名": "小王", "答复时限": "24小时", "发货时限": "48小时", "无理由天数": "7",
    "退款到账时限": "3天", "退款审核时限": "24小时", "送达时限": "3天", "预售发货时间": "15天",
    "人工时间": "9点到21点", "发货地": "杭州", "快递公司": "中通", "发货快递": "中通",
    "运费规则": "满59元包邮",
    "发票类型": "电子普通发票", "开票时限": "3天", "退货地址": "浙江省杭州市余杭区文一西路1号售后部",
}  # fmt: skip


class Agent:
    """Presses keys and counts them; what no key types is committed as an input method does."""

    def __init__(self, rig: Rig, starter: Mapping[str, Snippet]) -> None:
        self.rig, self.starter = rig, starter
        self.keys = 0

    def answer(self, question: Question) -> int:
        """Send the reply to a question; return the number of keys."""
        self.keys = 1
        self.rig.hotkey()
        self._type(question.typed)
        self._choose(self.starter[question.code].id)
        for form in self.rig.shown(FieldForm):
            self._fill(form, self._values(question))
        return self.keys

    def _values(self, question: Question) -> Mapping[str, str | int]:
        """Return what is typed or chosen for each field; a suggested choice stays."""
        values: dict[str, str | int] = {**OF_THE_SHOP, **question.values}
        for each in parse(self.starter[question.code].body).fields:
            value = values.get(each.name)
            if isinstance(value, str) and value in each.choices:
                values[each.name] = each.choices.index(value) + 1
        return values

    def _choose(self, snippet_id: str) -> None:
        results = self.rig.palette.findChild(ResultList)
        assert results is not None
        for _ in range(results.row_count):
            hit = results.current_hit
            if hit is not None and hit.snippet.id == snippet_id:
                self._press(Qt.Key.Key_Return)
                return
            self._press(Qt.Key.Key_Down)
        pytest.fail(f"not listed for {self.rig.palette.query}")

    def _fill(self, form: FieldForm, values: Mapping[str, str | int]) -> None:
        for _ in form.values:
            focused = form.focusWidget()
            assert focused is not None
            names = (focused.accessibleName(), focused.parentWidget().accessibleName())
            value = next((values[name] for name in names if name in values), _ANYTHING)
            if value == _ANYTHING and not isinstance(focused, QLineEdit):
                pass  # what is suggested stays
            elif isinstance(value, int):
                self._press(Qt.Key(Qt.Key.Key_0 + value))
            else:
                self._type(value)
            self._press(Qt.Key.Key_Return)
            if not form.isVisible():
                return
        pytest.fail(f"not filled in: {form.windowTitle()}")

    def _type(self, text: str) -> None:
        for char in text:
            if char.isascii():
                self.rig.qtbot.keyClicks(self._focused(), char)
            else:
                event = QInputMethodEvent()
                event.setCommitString(char)
                QCoreApplication.sendEvent(self._focused(), event)
            self.keys += 1

    def _press(self, key: Qt.Key) -> None:
        self.rig.qtbot.keyClick(self._focused(), key)
        self.keys += 1

    def _focused(self) -> QWidget:
        """Return where keys go: until the form has the keyboard, the palette keeps it and passes them on."""
        form = next((each for each in self.rig.shown(FieldForm) if each.isActiveWindow()), None)
        focused = self.rig.palette.findChild(SearchBox) if form is None else form.focusWidget()
        assert focused is not None
        return focused


def _agent(rig: Rig) -> Agent:
    snippets = read_pack(pack_texts(STARTER)).snippets
    rig.library.apply(Change(remove=tuple(each.id for each in rig.stores.snippets.snippets())))
    rig.library.apply(Change(put=snippets))
    return Agent(rig, {each.code: each for each in snippets})


def _counted(agent: Agent, what: str) -> list[int]:
    counts = {question.asked: agent.answer(question) for question in QUESTIONS}
    assert len(agent.rig.paster.pasted) == len(QUESTIONS)
    assert not any("{" in each.text for _, each in agent.rig.paster.pasted)
    agent.rig.paster.pasted.clear()
    worst = max(counts, key=counts.__getitem__)
    print(f"{what}: median {median(counts.values())}, worst {counts[worst]} ({worst})")
    return [*counts.values()]


def test_with_the_facts_set_a_reply_is_sent_with_a_few_keys(rig: Rig) -> None:
    agent = _agent(rig)
    without = _counted(agent, "no facts")
    proposed = LibraryFields.of(agent.starter.values()).proposals(())
    for each in proposed:
        rig.ask("facts set", name=each.name, value=OF_THE_SHOP.get(each.name, "以店铺页面为准"))
    with_ten = _counted(agent, "the ten facts that are proposed first")
    for name, value in OF_THE_SHOP.items():
        rig.ask("facts set", name=name, value=value)
    with_all = _counted(agent, "all facts of these questions")
    QApplication.processEvents()
    assert median(with_all) <= MEDIAN
    assert max(with_all) <= WORST
    assert median(with_ten) <= MEDIAN_WITH_TEN
    assert sum(with_all) < sum(with_ten) < sum(without)
