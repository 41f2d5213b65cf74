"""Checking a data folder: every file of every kind, and the backups; repairing what can be repaired.

Damaged files are set aside, never deleted, and written again from memory. See
:class:`quickdesk.commands.checker.Checker`.
"""

import logging
from collections.abc import Callable, Container, Sequence
from contextlib import suppress
from pathlib import Path

from quickdesk.commands.checker import CheckResult, Fault, Finding
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.backups.backup_files import BackupFiles
from quickdesk.storage.check.examine import BadFile, count_ignored, examine
from quickdesk.storage.check.set_aside import SetAsideFile, SetAsideFiles
from quickdesk.storage.format import Kind
from quickdesk.storage.history.record import HISTORY
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.files import FOREIGN
from quickdesk.storage.report import Copy, Flaw, ForeignFile, Loss, Recovery

_log = logging.getLogger(__name__)
_LOCKED = frozenset({StoreProblem.LOCKED, StoreProblem.WRONG_PASSPHRASE})
_READ_AGAIN = frozenset({Fault.DAMAGED, Fault.FOREIGN})

Opened = Callable[[], Sequence[Recovery | Loss | ForeignFile | Copy]]
"""Returns what was found when kinds were opened and not reported yet, and the copies beside them."""


class FolderChecker:
    """Checks the kinds that ``kinds`` returns, opened by ``engine``, and the backups."""

    def __init__(
        self,
        kinds: Callable[[], Sequence[Kind]],
        engine: Callable[[Kind], Engine],
        opened: Opened,
        backup_files: BackupFiles,
        set_aside: SetAsideFiles,
    ) -> None:
        self._kinds, self._engine, self._opened = kinds, engine, opened
        self._files, self._set_aside = backup_files, set_aside

    def check(self) -> CheckResult:
        """Read everything, and repair it if the data can be written. Raises StoreError MOVED."""
        documents: dict[str, int] = {}
        findings: list[Finding] = []
        can_mend = True
        for kind in self._kinds():
            try:
                engine = self._engine(kind)
                findings += _checked(engine)
            except StoreError as error:
                if error.problem is StoreProblem.MOVED:
                    raise
                findings.append(_refused(kind, error))
                continue
            can_mend = can_mend and engine.refusal is None
            documents[kind.name] = _count(engine, kind)
        asides = self._set_aside.unacknowledged()
        opened = [
            _found_at_opening(each, can_mend=can_mend)
            for each in self._opened()
            if not (can_mend and _is_acknowledged(each, asides))
        ]
        # What was not repaired is found again by reading it.
        left = {each.path for each in opened if not each.is_repaired}
        again = [each for each in findings if each.fault in _READ_AGAIN and each.path in left]
        findings = [*opened, *(each for each in findings if each not in again)]
        backups, bad = self._backups(can_mend=can_mend)
        findings += bad
        known = {path for each in findings for path in (each.path, *each.set_aside)}
        findings += [_earlier(each) for each in self._set_aside.without(known)]
        _log.info("check: %d findings", len(findings))
        return CheckResult(documents, backups, tuple(findings))

    def acknowledge(self, shown: Container[str] | None = None) -> tuple[str, ...]:
        """Stop reporting the files set aside until now, or only those shown."""
        return tuple(map(str, self._set_aside.acknowledge(shown)))

    def unacknowledged(self) -> tuple[str, ...]:
        """Return the files that were set aside until now."""
        return tuple(str(each.path) for each in self._set_aside.unacknowledged())

    def _backups(self, *, can_mend: bool) -> tuple[int, list[Finding]]:
        whole, findings = 0, []
        for name in self._files.names():
            path = str(self._files.path(name))
            try:
                is_whole = self._files.is_undamaged(name)
            except OSError:
                findings.append(Finding(Fault.BACKUP_UNREAD, "", path))
                continue
            if is_whole:
                whole += 1
                continue
            finding = Finding(Fault.BACKUP, "", path)
            if can_mend:
                with suppress(OSError):
                    finding = finding.repaired(str(self._files.set_aside(name)))
            findings.append(finding)
        return whole, findings


def _is_acknowledged(found: Recovery | Loss | ForeignFile | Copy, asides: Sequence[SetAsideFile]) -> bool:
    """Return whether nothing that was found at the opening is still unacknowledged."""
    if isinstance(found, Copy):
        return False
    if found.set_aside:
        return not any(each.path in found.set_aside for each in asides)
    return not any(each.was == found.path for each in asides)


def _earlier(aside: SetAsideFile) -> Finding:
    if aside.is_foreign:
        return Finding(Fault.COPY, aside.kind, str(aside.path))
    kept = (str(aside.path),) if aside.is_kept else ()
    return Finding(Fault.SET_ASIDE, aside.kind, str(aside.was), set_aside=kept)


def _checked(engine: Engine) -> list[Finding]:
    engine.check_folder()
    if engine.failure is not None and engine.failure.problem is StoreProblem.MOVED:
        raise engine.failure  # the files at this path are not those of the opened folder
    bad = examine(engine)
    findings = [_finding(engine, each) for each in bad]
    if bad and engine.refusal is None:
        findings = _mended(engine, bad, findings)
    elif engine.refusal is not None and not engine.is_read_only:
        findings.append(_refused(engine.kind, engine.refusal))
    number = count_ignored(engine)
    if number:
        findings.append(Finding(Fault.PASSED_OVER, engine.kind.name, str(engine.files.current), count=number))
    return findings


def _mended(engine: Engine, bad: Sequence[BadFile], findings: list[Finding]) -> list[Finding]:
    """Write everything again, twice, so that the previous snapshot does not need the bad files either."""
    try:
        aside = [_aside(engine, each) for each in bad]
        engine.compact()
        engine.compact()
        if examine(engine):
            return findings
    except (StoreError, OSError) as error:
        _log.warning("%s cannot be mended: %s", engine.kind.name, type(error).__name__)
        return findings
    return [finding.repaired(*paths) for finding, paths in zip(findings, aside, strict=True)]


def _aside(engine: Engine, bad: BadFile) -> list[str]:
    """Set a bad file aside: a journal that is still written as a copy, any other by renaming it."""
    files, path = engine.files, bad.path
    if bad.flaw is Flaw.MISSING or not files.disk.exists(path):
        return []
    if bad.flaw is Flaw.FOREIGN:
        return [str(files.set_aside(path, FOREIGN))]
    if path in (files.current, files.previous) or bad.flaw in (Flaw.NOT_A_FILE, Flaw.UNREADABLE):
        return [str(files.set_aside(path))]
    return [str(files.copy_aside(path))]


def _finding(engine: Engine, bad: BadFile) -> Finding:
    if bad.flaw is Flaw.FOREIGN:
        return Finding(Fault.FOREIGN, engine.kind.name, str(bad.path))
    fault = Fault.DIFFERENT if bad.flaw is None else Fault.DAMAGED
    detail = "" if bad.flaw is None else _name(bad.flaw.name)
    return Finding(fault, engine.kind.name, str(bad.path), detail, bad.count)


def _refused(kind: Kind, error: StoreError) -> Finding:
    fault = Fault.LOCKED if error.problem in _LOCKED else Fault.REFUSED
    return Finding(fault, kind.name, error.path, _name(error.problem.name))


def _found_at_opening(found: Recovery | Loss | ForeignFile | Copy, *, can_mend: bool) -> Finding:
    """Return a finding for what was found, and repaired as far as possible, at the opening."""
    if isinstance(found, Copy):
        return Finding(Fault.COPY, found.kind, str(found.path))
    aside = tuple(map(str, found.set_aside))
    if isinstance(found, ForeignFile):
        return Finding(Fault.FOREIGN, found.kind, str(found.path), is_repaired=bool(aside), set_aside=aside)
    detail = _name(found.flaw.name)
    if isinstance(found, Loss):
        return Finding(Fault.LOST, found.kind, str(found.path), detail, found.changes, set_aside=aside)
    kind = Path(found.path).name.partition(".")[0]
    return Finding(
        Fault.DAMAGED,
        kind,
        str(found.path),
        detail,
        is_repaired=found.lost_nothing and can_mend,
        set_aside=aside,
    )


def _count(engine: Engine, kind: Kind) -> int:
    """Return the number of documents in the tables that hold data of the user."""
    with engine.guard:
        return sum(len(engine.memory.documents(name)) for name in kind.tables if name != HISTORY)


def _name(member: str) -> str:
    return member.lower().replace("_", "-")
