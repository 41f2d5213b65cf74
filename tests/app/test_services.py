"""The construction site builds a whole services on this machine, whatever it lacks."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from quickdesk.app.services import build_services, build_theme, build_windows, screen_of
from quickdesk.desktop.ports.target import Target
from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.open import open_stores
from quickdesk.ui.tray.home_window import TrayPresence


def test_an_engine_without_a_display_works_as_far_as_it_can(qapp: QApplication, tmp_path: Path) -> None:
    services = build_services(tmp_path, open_stores(tmp_path), {})
    services.hotkey.start()
    assert not services.hotkey.works
    assert services.paste.windows.capture() is None
    theme = build_theme(qapp, Settings(), Language.TRADITIONAL)
    windows = build_windows(services, theme, TrayPresence.ABSENT)
    windows.set_theme(theme)
    windows.close()
    services.close()
    with open_stores(tmp_path):
        pass  # the folder is free again


def test_every_target_has_a_screen(qapp: QApplication) -> None:
    assert screen_of(None) in qapp.screens()
    assert screen_of(Target(1, "chat", (9_000, 9_000, 10, 10))) in qapp.screens()
    assert screen_of(Target(1, "chat")) in qapp.screens()
