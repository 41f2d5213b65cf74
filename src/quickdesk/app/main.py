"""The tray program from its start to its end."""

import logging
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtWidgets import QApplication

from quickdesk.app.appearance import Translations
from quickdesk.app.process.errors import install_exception_hooks
from quickdesk.app.process.garbage import GarbageCollection
from quickdesk.app.process.logs import logging_to
from quickdesk.app.process.signals import TerminationSignals
from quickdesk.app.services import Services, build_services, real_platform
from quickdesk.app.session import Session
from quickdesk.app.tray_watcher import QtTray, TrayWatcher
from quickdesk.commands.answer import Answer, Exit, done, problem
from quickdesk.commands.command import data_problem
from quickdesk.commands.machine_examination import session_of
from quickdesk.commands.machine_facts import DisplayServer
from quickdesk.commands.upkeep import add_starter_pack
from quickdesk.desktop.command_server import CommandServer, CommandServerError
from quickdesk.desktop.facts import real_probes
from quickdesk.desktop.x11.lost_display import leave_end_to_qt
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.shipped import STARTER, pack_texts
from quickdesk.ui.icons import app_icon
from quickdesk.ui.notices import in_one_line

_log = logging.getLogger(__name__)
_WAIT_FOR_DATA_SECONDS = 0.5
_SWITCH_INTERVAL_SECONDS = 0.001
"""How long another thread may keep the interpreter lock; Python's default is 5 ms."""


def run_program(folder: Path) -> Answer:
    """Run on a data folder until the agent quits; the answer says why the program could not start."""
    if not _has_display(os.environ):
        return problem(Exit.FAILED, "no-display")
    try:
        with _open(folder) as stores, logging_to(folder):
            return _run(folder, stores)
    except StoreError as error:
        return data_problem(error)


def _open(folder: Path) -> Stores:
    """Open the data; read-only if it cannot be written, so that replies can be used all the same."""
    try:
        return open_stores(folder, wait_seconds=_WAIT_FOR_DATA_SECONDS)
    except StoreError as error:
        if error.problem is not StoreProblem.NOT_WRITABLE:
            raise
        stores = open_stores(folder, read_only=True)
        if stores.report.is_first_start:  # there is nothing to read
            raise
        return stores


def _has_display(environment: Mapping[str, str]) -> bool:
    """Return whether the display can be reached; Qt would end the process if it cannot."""
    is_x11 = session_of(real_probes(environment)) is DisplayServer.X11
    if not is_x11 or environment.get("QT_QPA_PLATFORM", "") not in ("", "xcb"):
        return True
    return real_probes(environment).display() is not None


def _run(folder: Path, stores: Stores) -> Answer:
    sys.setswitchinterval(_SWITCH_INTERVAL_SECONDS)
    app = _application()
    collection = GarbageCollection()
    services = build_services(folder, stores, real_platform(folder, stores, os.environ))
    try:
        return _serve(app, services)
    finally:
        services.close()
        collection.close()
        app.shutdown()  # passes the content of the clipboard to the clipboard manager


def _serve(app: QApplication, services: Services) -> Answer:
    has_replies = _add_first_replies(services)
    tray = QtTray()
    session = Session(app, services, Translations(), TrayWatcher(tray.is_there, tray.probe))
    install_exception_hooks(session.show_bug)
    server = _listening(services.folder, session)
    beside = CommandServer(services.folder, session.handle)
    if os.name != "nt":  # Windows does not let an open folder be renamed, and its pipe has no place in one
        session.folder_moved.connect(partial(_follow_folder, beside))
    session.quitting.begun.connect(server.stop_listening)
    session.quitting.ended.connect(app.quit)
    session.start()
    _print_location(session, sys.stdout)
    if not has_replies:
        session.show_bug()
    elif services.stores.report.is_first_start:
        session.greet()
    signals = TerminationSignals(app)  # until the process ends: nothing interrupts what is saved at the end
    # No feature is asked: at log-out the agent could not answer.
    signals.received.connect(lambda: session.quitting.settle(app.exit))
    app.exec()
    session.close()  # before the command server: waiting clients get their answers
    server.close()
    beside.close()
    return done()


def _add_first_replies(services: Services) -> bool:
    """Add the starter pack to a new data folder; return False if that is missing or broken."""
    report = services.stores.report
    if report.unread_settings:
        _log.warning("settings not understood: %s", ", ".join(report.unread_settings))
    if not report.is_first_start:
        return True
    return add_starter_pack(
        services.commands.library, services.commands.shop_words, partial(pack_texts, STARTER)
    )


def _listening(folder: Path, session: Session) -> CommandServer:
    server = CommandServer(folder, session.handle)
    try:
        _log.info("listening at %s", server.listen())
    except CommandServerError:
        _log.warning("commands cannot reach this program: no address to listen at")
    return server


def _follow_folder(server: CommandServer, is_gone: bool) -> None:  # noqa: FBT001 - a signal's own argument
    """Listen at another place for the old path while the folder, and the socket in it, are gone."""
    if is_gone:
        with suppress(CommandServerError):
            server.listen(in_folder=False)
    else:
        server.stop_listening()


def _print_location(session: Session, terminal: TextIO | None) -> None:
    """Print where the program is, if it was started from a terminal."""
    with suppress(OSError):  # the terminal may have been closed meanwhile
        if terminal is not None and terminal.isatty():
            terminal.write(f"{in_one_line(session.location_notice)}\n")
            terminal.flush()


def _application() -> QApplication:
    app = QApplication(["quickdesk"])
    app.setApplicationName("quickdesk")
    app.setDesktopFileName("quickdesk")
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    if sys.platform == "linux":
        leave_end_to_qt(app)
    return app
