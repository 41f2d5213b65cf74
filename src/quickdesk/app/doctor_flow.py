"""The command ``doctor`` in the running program: what it uses, and what the machine offers."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from quickdesk.app.command_flow import Later
from quickdesk.app.wiring import Engine
from quickdesk.commands.answer import Answer, Request, done
from quickdesk.commands.machine_facts import Machine
from quickdesk.desktop.facts import examine_this_machine


class DoctorFlow:
    """Tells of the program at once and of the machine later: a session bus that hangs is waited for."""

    def __init__(self, engine: Engine, examine: Callable[[], Machine] = examine_this_machine) -> None:
        """``examine`` is called on another thread and may take seconds."""
        self._engine, self._examine = engine, examine

    def on_command(self, _request: Request) -> Later:
        """Answer ``doctor``."""
        engine = self._engine
        until = engine.pause.until
        program = {
            "paused": engine.pause.is_paused,
            "paused_until": None if until is None else until.isoformat(),
            "hotkey": engine.hotkey.hotkey.label,
            "hotkey_works": engine.hotkey.works,
            "paste": engine.paste.choice.chosen.way,
        }
        return Later(partial(self._examined, program))

    def _examined(self, program: Mapping[str, Any]) -> Answer:
        self._engine.stores.look_for_folder()
        refusal = self._engine.stores.refusal()
        data = "" if refusal is None else refusal.problem.name.lower().replace("_", "-")
        machine = {
            **self._examine().to_json(),
            "hotkeys": self._engine.hotkeys.choice.to_json(),
            "paste": self._engine.paste.choice.to_json(),
        }
        return done(
            {"folder": str(self._engine.folder), "machine": machine, "program": {**program, "data": data}}
        )
