"""Writing everything of one kind again, so that nothing that was deleted or encrypted before is left."""

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.snapshot import YieldControl


def rewrite(engine: Engine, yield_control: YieldControl = lambda: None) -> None:
    """Write two snapshots, with the present key if the kind is encrypted.

    Afterwards the snapshots and the journals contain nothing that was deleted before, and need no earlier
    key; files that were set aside, and backups, are as they were. Raises StoreError, and then it has to be
    repeated.
    """
    if engine.files.cipher is not None:
        engine.files.cipher.use_new_key()
        engine.files.require_key()
    for _ in range(2):
        engine.compact(yield_control)
    left = engine.superseded_journals()
    if left:  # another program has it open
        raise StoreError(StoreProblem.NOT_WRITABLE, str(left[0]), "an old journal is still there")
