"""Decides which transactions of a journal count: damage is told from a write that was never finished.

A record that is missing below what is known to have been on the disk was acknowledged: it is lost, what
follows it is kept, and the loss is counted. One that is missing above it is a write that was cut short:
there the journal ends, in silence, and what is left is a state that truly was.
"""

from dataclasses import dataclass

from quickdesk.storage.journal.record import Journal, Ops


@dataclass(frozen=True, slots=True)
class Replay:
    """The transactions that count, in order; the number of the last, lost or not; how many were lost."""

    transactions: tuple[Ops, ...]
    last: int
    lost: int


def replay(journal: Journal, before_next: int | None, marked: int = 0) -> Replay:
    """Decide. ``before_next`` is what the journal after it says of this one, None where it says nothing;
    ``marked`` is how many records the sync mark knows to have been on the disk.

    What stands beyond ``before_next`` was taken back by the program after a write that failed.
    """
    records = journal.records
    synced = max((each.synced for each in records), default=0)
    if before_next is not None and before_next < synced:
        # An earlier version said 0 of a journal that was in a snapshot when the next one was begun.
        before_next = records[-1].seq
    if before_next is not None:
        records = tuple(each for each in records if each.seq <= before_next)
    sure = max(marked, synced) if before_next is None else before_next
    kept: list[Ops] = []
    last = lost = 0
    for record in records:
        if record.seq <= last:
            continue
        missing = record.seq - 1
        if missing > last:
            lost += max(0, min(missing, sure) - last)
            last = max(last, min(missing, sure))
            if missing > sure:
                break
        kept.append(record.ops)
        last = record.seq
    if last < sure:
        lost += sure - last
        last = sure
    return Replay(tuple(kept), last, lost)
