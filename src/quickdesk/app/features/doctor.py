"""The command ``doctor`` in the running program: what it uses, and what the computer offers."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from quickdesk.app.feature import Feature
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.features.pause import PauseFeature
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Request, done
from quickdesk.commands.command import BoundCommand, Deferred
from quickdesk.commands.data.protection import protection_to_json
from quickdesk.commands.machine_facts import Machine
from quickdesk.commands.program import program_command
from quickdesk.desktop.facts import examine_this_machine


class DoctorFeature(Feature):
    """Answers ``doctor``: the state of the program is read at once, the computer is examined on a thread."""

    def __init__(
        self,
        services: Services,
        hotkey: HotkeyFeature,
        pause: PauseFeature,
        examine: Callable[[], Machine] = examine_this_machine,
    ) -> None:
        """``examine`` is called on another thread; it takes seconds if the session bus hangs."""
        super().__init__()
        self._services, self._hotkey, self._pause, self._examine = services, hotkey, pause, examine

    @property
    def commands(self) -> Mapping[str, BoundCommand]:
        """The command ``doctor``."""
        return {"doctor": program_command(self.on_command)}

    def on_command(self, _request: Request) -> Deferred:
        """Return the answer to ``doctor``."""
        self._hotkey.check()
        until = self._pause.until
        program = {
            "paused": self._pause.is_paused,
            "paused_until": None if until is None else until.isoformat(),
            "hotkey": self._hotkey.hotkey.label,
            "hotkey_works": self._hotkey.works,
            "hotkey_problem": self._hotkey.problem,
            "keyboard_held": self._services.platform.paste.windows.keyboard_is_held(),
            "paste": self._services.platform.paste.choice.chosen.way,
        }
        return Deferred(partial(self._examined, program))

    def _examined(self, program: Mapping[str, Any]) -> Answer:
        self._services.stores.check_folder()
        refusal = self._services.stores.refusal()
        data = "" if refusal is None else refusal.problem.name.lower().replace("_", "-")
        machine = {
            **self._examine().to_json(),
            "hotkeys": self._services.platform.hotkeys.choice.to_json(),
            "paste": self._services.platform.paste.choice.to_json(),
        }
        return done(
            {
                "folder": str(self._services.folder),
                "machine": machine,
                "program": {**program, "data": data},
                "protection": protection_to_json(self._services.commands.protection.status()),
            }
        )
