"""The commands that take over replies from files and write them out."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import ArgumentError, flag, optional_text
from quickdesk.commands.desk import Desk
from quickdesk.commands.replies.snippets import flaw_shape
from quickdesk.exchange.formats import WRITABLE, read, write
from quickdesk.exchange.plan import ImportPlan, Noted, plan, still_holds
from quickdesk.exchange.record import LIMITS, ExchangeError, Format, Place, Reading, Refused
from quickdesk.replies.history import Deed
from quickdesk.replies.snippet import Snippet


@dataclass(frozen=True, slots=True)
class PlannedImport:
    """An import that is read and compared, which takes long, and not yet carried out, which does not.

    ``before`` are the replies that it was compared with.
    """

    readings: Sequence[Reading]
    failed: Sequence[ExchangeError]
    before: Sequence[Snippet]
    plan: ImportPlan

    def planned_again(self, desk: Desk) -> "PlannedImport":
        """Return the same for the replies there are now."""
        return _planned(self.readings, self.failed, desk)

    def carry_out(self, desk: Desk) -> Answer | None:
        """Make the change; None, and nothing changed, where the replies that the plan speaks of did.

        Raises StoreError.
        """
        if not still_holds(self.plan, self.readings, self.before, desk.store.snippets()):
            return None
        if self.plan.new or self.plan.changed:
            desk.apply(self.plan.change, Deed.IMPORT)
        return self.answer(dry_run=False)

    def carry_out_anyway(self, desk: Desk) -> Answer:
        """Make the change, planned again as often as it takes; raises StoreError."""
        planned = self
        while (answer := planned.carry_out(desk)) is None:
            planned = planned.planned_again(desk)
        return answer

    def answer(self, *, dry_run: bool) -> Answer:
        """Return the counts and what was refused and why; where everything was refused the answer is."""
        told = _shape(self.plan, self.failed, dry_run=dry_run)
        if told["refused"] and not (self.plan.new or self.plan.changed or self.plan.same):
            return Answer(Exit.REFUSED, told, "nothing-imported")
        return done(told)


def plan_import(request: Request, desk: Desk) -> PlannedImport | Answer:
    """Read the replies of ``files`` and compare them with those that are there; nothing is changed.

    The answer, where there is nothing to carry out: what it would be (``dry_run``), or why no file can be
    read. A file that cannot be read among others is refused like an entry.
    """
    dry_run = flag(request, "dry_run")
    readings, failed = _read_all(request)
    if failed and not readings:
        return _unreadable(failed[0])
    planned = _planned(readings, failed, desk)
    return planned.answer(dry_run=True) if dry_run else planned


def _planned(readings: Sequence[Reading], failed: Sequence[ExchangeError], desk: Desk) -> PlannedImport:
    before = desk.store.snippets()
    return PlannedImport(readings, failed, before, plan(readings, before, desk.new_id))


def export(request: Request, desk: Desk) -> Answer:
    """Return all snippets as the content of a file, in base64, and how many they are."""
    wanted = _format(request) or Format.JSON
    if wanted not in WRITABLE:
        raise ArgumentError(request, "format")
    snippets = tuple(desk.store.snippets())
    content = base64.b64encode(write(snippets, wanted)).decode("ascii")
    return done({"content": content, "format": wanted.value, "count": len(snippets)})


def _read_all(request: Request) -> tuple[list[Reading], list[ExchangeError]]:
    wanted = _format(request)
    readings, failed = [], []
    for name, content in _files(request):
        try:
            readings.append(read(name, content, wanted))
        except ExchangeError as error:
            failed.append(error)
    return readings, failed


def _files(request: Request) -> list[tuple[str, bytes]]:
    given = request.arguments.get("files")
    if not isinstance(given, list) or not given:
        raise ArgumentError(request, "files")
    try:
        return [(_name_of(file), base64.b64decode(file["content"], validate=True)) for file in given]
    except (KeyError, TypeError, ValueError) as error:  # ValueError: the content is no base64
        raise ArgumentError(request, "files") from error


def _name_of(file: Mapping[str, Any]) -> str:
    if not isinstance(file["name"], str):
        raise TypeError(file["name"])
    return file["name"]


def _format(request: Request) -> Format | None:
    wanted = optional_text(request, "format")
    try:
        return Format(wanted) if wanted else None
    except ValueError as error:
        raise ArgumentError(request, "format") from error


def _unreadable(error: ExchangeError) -> Answer:
    place = {"path": error.place.file, "line": error.place.line, "row": error.place.row}
    facts = {**place, "detail": error.detail, **_most(error)}
    return problem(Exit.FAILED, f"import-{_name(error.reason.name)}", **facts)


def _shape(planned: ImportPlan, failed: Sequence[ExchangeError], *, dry_run: bool) -> Mapping[str, Any]:
    return {
        "new": len(planned.new),
        "changed": len(planned.changed),
        "same": len(planned.same),
        "refused": [*(_failed_shape(error) for error in failed), *map(_refused_shape, planned.refused)],
        "notes": [shape for noted in planned.notes for shape in _noted_shapes(noted)],
        "dry_run": dry_run,
    }


def _failed_shape(error: ExchangeError) -> Mapping[str, Any]:
    return {**_place_shape(error.place), "title": "", "reason": _name(error.reason.name), **_most(error)}


def _most(error: ExchangeError) -> Mapping[str, int]:
    """Return the limit that was passed, where it was one."""
    most = LIMITS.get(error.reason)
    return {} if most is None else {"most": most}


def _refused_shape(refused: Refused) -> Mapping[str, Any]:
    flaw = {"flaw": flaw_shape(refused.flaw)} if refused.flaw else {}
    return {
        **_place_shape(refused.place), "title": refused.title, "reason": _name(refused.reason.name), **flaw,
    }  # fmt: skip


def _noted_shapes(noted: Noted) -> Iterable[Mapping[str, Any]]:
    for note in noted.notes:
        yield {**_place_shape(noted.place), "title": noted.title, "note": _name(note.name)}


def _place_shape(place: Place) -> Mapping[str, Any]:
    return {"file": place.file, "line": place.line, "row": place.row}


def _name(member: str) -> str:
    return member.lower().replace("_", "-")
