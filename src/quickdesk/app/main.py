"""The tray program from its start to its end."""

import logging
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from quickdesk.app.barriers import raise_barriers
from quickdesk.app.language import Translations
from quickdesk.app.logs import start_log
from quickdesk.app.session import Session
from quickdesk.app.wiring import build_engine
from quickdesk.commands.answer import Answer, done
from quickdesk.commands.first_start import welcome
from quickdesk.commands.run import data_problem
from quickdesk.desktop.instance import InstanceError, InstanceServer
from quickdesk.replies.store import StoreError
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.shipped import STARTER, pack_texts
from quickdesk.ui.icons import app_icon

_log = logging.getLogger(__name__)
_WAIT_FOR_DATA_SECONDS = 0.5
_LOOK_FOR_SIGNALS_MS = 500


def run_program(folder: Path) -> Answer:
    """Run on a data folder until the agent quits; the answer says why it could not start."""
    try:
        stores = open_stores(folder, wait_seconds=_WAIT_FOR_DATA_SECONDS)
    except StoreError as error:
        return data_problem(error)
    start_log(folder)
    try:
        return _run(folder, stores)
    except StoreError as error:
        return data_problem(error)
    finally:
        stores.close()


def _run(folder: Path, stores: Stores) -> Answer:
    app = _application()
    engine = build_engine(folder, stores, os.environ)
    if stores.report.is_first_start:
        _log.info("first start: %d replies", welcome(engine.desk, pack_texts(STARTER)))
    session = Session(app, engine, Translations())
    raise_barriers(session.show_bug)
    server = InstanceServer(folder, session.commands.handle)
    try:
        _log.info("listening at %s", server.listen())
    except InstanceError:
        _log.warning("commands cannot reach this program: no place to listen")
    session.ended.connect(app.quit)
    session.start()
    _quit_on_signals(app)
    app.exec()
    server.close()
    session.close()
    engine.close()
    return done()


def _application() -> QApplication:
    app = QApplication(["quickdesk"])
    app.setApplicationName("quickdesk")
    app.setDesktopFileName("quickdesk")
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    return app


def _quit_on_signals(app: QApplication) -> None:
    """End in order on SIGTERM and SIGINT (log-out, Ctrl+C).

    Python runs signal handlers between its own instructions only; while Qt waits there are none, so a
    timer lets it have a look.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.quit())
    if sys.platform != "win32":
        timer = QTimer(app, interval=_LOOK_FOR_SIGNALS_MS)
        timer.timeout.connect(lambda: None)
        timer.start()
