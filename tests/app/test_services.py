"""The services are built on any machine, whatever it lacks."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from quickdesk.app.appearance import Translations
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.services import build_services, real_platform
from quickdesk.app.session import Session
from quickdesk.app.tray_watcher import TrayWatcher
from quickdesk.desktop.own_windows import screen_of
from quickdesk.desktop.ports.target import Target
from quickdesk.storage.open import open_stores


@pytest.mark.usefixtures("qtbot")
def test_without_a_display_the_program_does_what_is_possible(qapp: QApplication, tmp_path: Path) -> None:
    stores = open_stores(tmp_path)
    services = build_services(tmp_path, stores, real_platform(tmp_path, stores, {}))
    session = Session(qapp, services, Translations(), TrayWatcher(lambda: False))
    session.start()
    (hotkey,) = [each for each in session.features if isinstance(each, HotkeyFeature)]
    assert not hotkey.works
    assert services.platform.paste.windows.capture() is None
    session.close()
    session.deleteLater()
    services.close()
    with open_stores(tmp_path):
        pass  # the folder is released


def test_every_target_has_a_screen(qapp: QApplication) -> None:
    assert screen_of(None) in qapp.screens()
    assert screen_of(Target(1, "chat", (9_000, 9_000, 10, 10))) in qapp.screens()
    assert screen_of(Target(1, "chat")) in qapp.screens()
