"""The doctor of the running program examines the computer on a thread."""

from threading import Event
from typing import Any

from pytestqt.qtbot import QtBot

from quickdesk.app.features.doctor import DoctorFeature
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.commands.answer import Answer, Request
from quickdesk.commands.machine_examination import examine
from quickdesk.commands.machine_facts import Machine
from tests.app.rig import HOTKEY, Rig
from tests.commands.test_machine_examination import probes


def test_the_computer_is_examined_by_the_deferred_job_only(rig: Rig, qtbot: QtBot) -> None:
    asked = Event()

    def slow() -> Machine:
        asked.set()
        return examine(probes({}))

    later = DoctorFeature(rig.services, rig.feature(HotkeyFeature), rig.pause, slow).on_command(
        Request("doctor")
    )
    assert not asked.is_set()
    answer = later.job()
    assert asked.is_set()
    assert isinstance(answer, Answer)
    assert answer.data["machine"]["paste"]["chosen"] == "x11"
    assert answer.data["program"]["hotkey_works"]


def test_the_hotkey_is_asked_for_now(rig: Rig) -> None:
    rig.hotkeys.taken.add(HOTKEY)
    rig.hotkeys.apply_changes()
    doctor = rig.feature(DoctorFeature)
    assert _program(doctor)["hotkey_problem"] == "taken"
    rig.hotkeys.taken.clear()
    assert _program(doctor)["hotkey_works"]


def _program(doctor: DoctorFeature) -> dict[str, Any]:
    answer = doctor.on_command(Request("doctor")).job()
    assert isinstance(answer, Answer)
    program: dict[str, Any] = answer.data["program"]
    return program
