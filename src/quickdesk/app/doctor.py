"""The command ``doctor`` in the running program: what it uses, and what the machine offers."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Request, done
from quickdesk.commands.command import Deferred
from quickdesk.commands.machine_facts import Machine
from quickdesk.desktop.facts import examine_this_machine


class DoctorFlow:
    """Tells of the program at once and of the machine later: a session bus that hangs is waited for."""

    def __init__(self, services: Services, examine: Callable[[], Machine] = examine_this_machine) -> None:
        """``examine`` is called on another thread and may take seconds."""
        self._services, self._examine = services, examine

    def on_command(self, _request: Request) -> Deferred:
        """Answer ``doctor``."""
        services = self._services
        until = services.pause.until
        program = {
            "paused": services.pause.is_paused,
            "paused_until": None if until is None else until.isoformat(),
            "hotkey": services.hotkey.hotkey.label,
            "hotkey_works": services.hotkey.works,
            "paste": services.paste.choice.chosen.way,
        }
        return Deferred(partial(self._examined, program))

    def _examined(self, program: Mapping[str, Any]) -> Answer:
        self._services.stores.look_for_folder()
        refusal = self._services.stores.refusal()
        data = "" if refusal is None else refusal.problem.name.lower().replace("_", "-")
        machine = {
            **self._examine().to_json(),
            "hotkeys": self._services.hotkeys.choice.to_json(),
            "paste": self._services.paste.choice.to_json(),
        }
        return done(
            {"folder": str(self._services.folder), "machine": machine, "program": {**program, "data": data}}
        )
