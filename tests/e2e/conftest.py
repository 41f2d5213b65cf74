"""Fixtures of most end-to-end tests: a desktop, the program on it, and chat boxes to paste into."""

from collections.abc import Iterator

import pytest

from tests.desktop_rig import Rig, require
from tests.e2e.program import Program
from tests.e2e.targets import ChatTarget, ChromiumTarget, EditorTarget, XtermTarget


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    """A desktop with a tray."""
    require("xclip", "tint2")
    with Rig(tray=True) as rig:
        yield rig


@pytest.fixture(scope="module")
def bare() -> Iterator[Rig]:
    """A desktop without a tray."""
    require()
    with Rig() as rig:
        yield rig


@pytest.fixture(scope="module")
def program(rig: Rig) -> Iterator[Program]:
    """One program for all tests of a module; its log is checked at the end."""
    with Program(rig) as program:
        yield program


@pytest.fixture(scope="module", params=[XtermTarget, EditorTarget, ChromiumTarget])
def chat(rig: Rig, request: pytest.FixtureRequest) -> Iterator[ChatTarget]:
    """Each kind of chat box in turn."""
    require(*request.param.programs)
    with request.param(rig) as chat:
        yield chat


@pytest.fixture(scope="module")
def one_xterm(rig: Rig) -> Iterator[XtermTarget]:
    require(*XtermTarget.programs)
    with XtermTarget(rig) as chat:
        yield chat
