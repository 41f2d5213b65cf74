"""The command ``doctor``: what works on this machine, which backend was chosen and why, what to install."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from quickdesk.cli.context import Context
from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import Subcommand
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.protection import protection_lines
from quickdesk.commands.answer import Answer, Request, done

Translate = Callable[[str, str], str]


def _examine(_request: Request, context: Context) -> Answer:
    # Imported here because the running program answers for itself.
    from quickdesk.commands.data.protection import protection_to_json
    from quickdesk.storage.data_key.stored_protection import status_of

    machine = context.host.examine(context.host.environment)
    protection = protection_to_json(status_of(context.folder))
    return done(
        {"folder": str(context.folder), "machine": machine, "program": None, "protection": protection}
    )


def doctor_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the report in words, a line for each subject."""
    translate = catalog.translate
    machine = data["machine"]
    comma = translate("cli", ", ")
    rows = [
        (translate("cli", "Program"), _program(data.get("program"), translate)),
        (translate("cli", "Data folder"), str(data["folder"])),
        *[("", line) for line in _data_problem(data.get("program"), translate)],
        *_protection(data.get("protection"), catalog),
        *[("", line) for line in _idle_time(machine.get("idle_time"), translate)],
        (translate("cli", "Session"), _session(machine, translate)),
        (translate("cli", "Tray"), _trays(translate)[machine["tray"]]),
        (translate("cli", "Global hotkey"), _hotkey(data, translate)),
        *[("", line) for line in _held_keyboard(data.get("program"), translate)],
        *[("", line) for line in _rejected(machine["hotkeys"], translate)],
        (translate("cli", "Pasting"), _pasting(machine["paste"], translate)),
        *[("", line) for line in _rejected(machine["paste"], translate)],
        (translate("cli", "Clipboard tools"), comma.join(machine["clipboard_tools"]) or "-"),
        (translate("cli", "Notifications"), _yes_no(machine["notifications"], translate)),
    ]
    if machine["missing"]:
        missing = comma.join(library["soname"] for library in machine["missing"])
        rows.append((translate("cli", "Missing libraries"), missing))
    packages = _packages(machine)
    if packages:
        rows.append((translate("cli", "Recommended"), f"apt-get install {' '.join(packages)}"))
    return "\n".join(_row(label, text) for label, text in rows)


def _row(label: str, text: str) -> str:
    width = sum(2 if ord(character) > 0x2E80 else 1 for character in label)
    return f"{label}{' ' * (20 - width)}{text}"


def _program(program: Mapping[str, Any] | None, translate: Translate) -> str:
    if program is None:
        return translate("cli", "not running")
    if not program["paused"]:
        return translate("cli", "running")
    until = program.get("paused_until")
    return translate("cli", "paused") if until is None else _until(until, translate)


def _data_problem(program: Mapping[str, Any] | None, translate: Translate) -> list[str]:
    """Return a line if the folder is not the one that the running program opened."""
    if program is None or program.get("data") != "moved":
        return []
    return [translate("cli", "renamed, deleted or replaced: changes cannot be saved until it is back")]


def _protection(protection: Mapping[str, Any] | None, catalog: Catalog) -> list[tuple[str, str]]:
    if protection is None:  # an older version that still runs does not say it
        return []
    first, *others = protection_lines(protection, catalog)
    return [(catalog.translate("cli", "Customers"), first), *[("", line) for line in others]]


def _idle_time(known: str | None, translate: Translate) -> list[str]:
    """Return a line where minutes do not lock customers, or too early; an older version does not say it."""
    words = {
        "unknown": translate(
            "cli",
            "it is not known here how long nothing was typed: minutes do not lock customers; with a "
            "passphrase "
            "the lock of the session and sleep do",
        ),
        "x-windows-only": translate(
            "cli",
            "Wayland does not say what is typed in windows of its own: minutes may lock customers too early",
        ),
    }
    return [words[known]] if known in words else []


def _held_keyboard(program: Mapping[str, Any] | None, translate: Translate) -> list[str]:
    """Return a line if another program receives all keys now, the hotkey included."""
    if program is None or not program.get("keyboard_held"):
        return []
    return [translate("cli", "another program gets all keys now, the hotkey too: an open menu, for example")]


def _until(moment: str, translate: Translate) -> str:
    words = translate("cli", "paused until {time}")
    return fill(words, {"time": f"{datetime.fromisoformat(moment):%H:%M}"})


def _session(machine: Mapping[str, Any], translate: Translate) -> str:
    names = {
        "x11": "X11",
        "wayland": "Wayland",
        "windows": "Windows",
        "macos": "macOS",
        "none": translate("cli", "no display"),
    }
    details = [
        names[machine["session"]],
        machine["desktop"],
        (machine["display"] or {}).get("window_manager", ""),
    ]
    return ", ".join(dict.fromkeys(detail for detail in details if detail))


def _trays(translate: Translate) -> dict[str, str]:
    return {
        "native": translate("cli", "the system's own"),
        "status-notifier": translate("cli", "yes (StatusNotifierItem)"),
        "xembed": translate("cli", "yes (XEmbed)"),
        "none": translate("cli", "none found: quickdesk shows its window instead"),
        "unknown": translate("cli", "unknown: the session bus does not respond"),
    }


def _hotkey(data: Mapping[str, Any], translate: Translate) -> str:
    chosen = _ways(translate)[data["machine"]["hotkeys"]["chosen"]]
    program = data.get("program")
    if program is None:
        return chosen
    if program["hotkey_works"]:
        is_usual = data["machine"]["hotkeys"]["chosen"] == "x11"
        words = translate("cli", "{hotkey} works") if is_usual else translate("cli", "{hotkey} works: {way}")
        return fill(words, {"hotkey": program["hotkey"], "way": chosen})
    why = _hotkey_problems(translate).get(program.get("hotkey_problem", ""), chosen)
    return fill(translate("cli", "{hotkey} does not work: {why}"), {"hotkey": program["hotkey"], "why": why})


def _hotkey_problems(translate: Translate) -> dict[str, str]:
    return {
        "taken": translate("cli", "another program uses it; quickdesk takes it as soon as it is free"),
        "not-on-layout": translate("cli", "it is not on this keyboard layout"),
        "no-answer": translate("cli", "the display does not respond"),
        "display-lost": translate("cli", "the connection to the display was lost; restart quickdesk"),
    }


def _ways(translate: Translate) -> dict[str, str]:
    return {
        "x11": translate("cli", "available"),
        "keyboard": translate("cli", "the keyboard package, which listens to all keys"),
        "compositor": translate("cli", "bind a key to 'quickdesk toggle' in your desktop settings"),
        "none": translate("cli", "not available here; use the command line"),
    }


def _rejected(choice: Mapping[str, Any], translate: Translate) -> list[str]:
    """Return the better ways that were not chosen, and why, without those for another system."""
    lines = []
    for candidate in choice["candidates"]:
        if candidate["way"] == choice["chosen"]:
            break
        if "other-system" in candidate["obstacles"]:
            continue
        why = translate("cli", ", ").join(
            _obstacles(translate)[obstacle] for obstacle in candidate["obstacles"]
        )
        lines.append(fill(translate("cli", "not {way}: {why}"), {"way": candidate["way"], "why": why}))
    return lines


def _obstacles(translate: Translate) -> dict[str, str]:
    return {
        "other-system": translate("cli", "not made for this system"),
        "no-display": translate("cli", "there is no display"),
        "not-reachable": translate("cli", "the display cannot be reached"),
        "wayland": translate("cli", "Wayland does not let programs watch the keyboard"),
        "no-module": translate("cli", "it is not installed"),
        "needs-root": translate("cli", "it needs root"),
        "no-input-devices": translate("cli", "/dev/input shows no keyboard"),
        "no-dumpkeys": translate("cli", "dumpkeys is missing"),
        "needs-accessibility": translate("cli", "macOS has not granted the Accessibility permission"),
        "did-not-open": translate("cli", "it could not be opened"),
    }


def _pasting(choice: Mapping[str, Any], translate: Translate) -> str:
    return _paste_ways(translate)[choice["chosen"]]


def _paste_ways(translate: Translate) -> dict[str, str]:
    copied = translate("cli", "replies are copied; press the paste keys yourself")
    return {
        "x11": translate("cli", "straight into the window you came from"),
        "wl-copy": f"{copied} (wl-copy)",
        "qt": copied,
        "pyperclip": f"{copied} (pyperclip)",
    }


def _yes_no(known: object, translate: Translate) -> str:
    if known is None:
        return translate("cli", "unknown: the session bus does not respond")
    return translate("cli", "yes") if known else translate("cli", "none; quickdesk shows its own")


def _packages(machine: Mapping[str, Any]) -> list[str]:
    return [*dict.fromkeys([*machine["install"], *(library["package"] for library in machine["missing"])])]


SUBCOMMANDS: Final = (
    Subcommand(
        "doctor",
        lambda catalog: catalog.translate("cli", "show what works on this machine, and why"),
        without_program=_examine,
        print_result=printing(doctor_text),
    ),
)
