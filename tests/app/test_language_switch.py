"""The language is switched while a form is open, while a reply is being pasted, and while a command runs."""

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.replies.delivery import Outcome
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.ui.form.field_form import FieldForm
from tests.app.rig import GREETING, Rig

CHINESE = "简体中文"


@pytest.fixture
def threaded(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Rig]:
    """The program with threads of its own, as it is outside of tests."""
    made = Rig(qtbot, qapp, tmp_path, make_worker=lambda: ThreadWorker("work"))
    made.session.start()
    yield made
    made.close()


def switch(rig: Rig) -> None:
    rig.settings.open()
    rig.choose_language(CHINESE)


def texts(form: FieldForm) -> str:
    widgets = [*form.findChildren(QLabel), *form.findChildren(QPushButton)]
    return " ".join(each.text() for each in widgets if not each.isHidden())


def test_an_open_form_keeps_its_values_and_shows_the_new_language(rig: Rig) -> None:
    rig.reply("tk")
    form = rig.the(FieldForm)
    rig.lines(FieldForm)[1].insert("支付宝")
    english = texts(form)
    switch(rig)
    assert rig.the(FieldForm) is form
    assert form.values["账户"] == "支付宝"
    assert texts(form) != english
    assert "粘贴" in texts(form)
    rig.submit_form()
    assert rig.paster.texts == ["您的退款3天内到支付宝。"]


def test_a_reply_that_is_being_pasted_ends_with_a_notice_in_the_new_language(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.paster.outcome = Outcome.NOT_READ
    rig.reply("nh")
    switch(rig)
    assert rig.paster.texts == [GREETING.body]
    rig.paster.finish()
    assert "没有" in rig.notification()
    assert rig.services.stores.settings.load().language.value == "zh_CN"


def test_a_command_that_runs_is_answered_and_its_notice_is_in_the_new_language(threaded: Rig) -> None:
    rig, gate = threaded, SimpleQueue[None]()
    rig.services.work.changes.submit(lambda: gate.get(timeout=20), lambda _: None)
    answers: list[dict[str, Any]] = []
    rig.session.handle({"command": "remove", "arguments": {"id": GREETING.id}}, answers.append)
    switch(rig)
    assert answers == []
    gate.put(None)
    rig.qtbot.waitUntil(lambda: bool(answers))
    assert answers[0]["exit"] == 0
    rig.qtbot.waitUntil(lambda: "已移到回收站" in rig.notification())
    menu = rig.home.icon.contextMenu().actions()
    rig.qtbot.waitUntil(lambda: any(each.text().startswith("撤销：") for each in menu))
