"""The tray program with three customers and replies whose fields their cards fill."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.customers.case import Case, CaseType
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from tests.app.rig import Rig
from tests.fakes.clock import StillClock

WANG = Customer(
    "w",
    (Nickname("小王", "淘宝"),),
    fields={"尺码": "M"},
    tags=("老客",),
    orders=(Order("A1001", tracking_number="SF123456789", carrier="顺丰"),),
)
LI = Customer("l", (Nickname("李四", "京东"),), orders=(Order("B1"), Order("B2", tracking_number="YT9")))
ZHAO = Customer("z", (Nickname("赵六"),), is_do_not_contact=True, do_not_contact_reason="投诉中")
NOTE = Note("n1", "w", "喜欢晚上联系 13800000006", StillClock().now(), is_pinned=True)
SIZE = Snippet("s1", "尺码", "{买家昵称}您好，建议{尺码}码", "cm")
CASE = Case("c", "w", CaseType.INQUIRY, StillClock().now(), order_number="A1001")
PARCEL = Snippet("s2", "物流", "订单{订单号}：{快递公司}{快递单号}", "wl")


@pytest.fixture
def shop(rig: Rig) -> Rig:
    """The program with customers, none of them open."""
    rig.library.apply(Change(put=(SIZE, PARCEL)))
    rig.services.commands.customers.apply(CustomerChange(customers=(WANG, LI, ZHAO), notes=(NOTE,)))
    return rig


@pytest.fixture
def restarted(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], Rig]]:
    """A function that ends the program, as SIGTERM does, and starts it again."""
    running: list[Rig] = []

    def restart() -> Rig:
        if running:
            running.pop().close()
        rig = Rig(qtbot, qapp, tmp_path)
        running.append(rig)
        rig.library.apply(Change(put=(SIZE, PARCEL)))
        if not rig.stores.customers().customers():
            rig.stores.customers().apply(CustomerChange(customers=(WANG, LI), cases=(CASE,)))
        rig.session.start()
        return rig

    yield restart
    for rig in running:
        rig.close()
