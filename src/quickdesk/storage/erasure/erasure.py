"""Erasing customers from every file of the data folder; see :mod:`quickdesk.commands.customers.eraser`.

The order makes an interruption harmless: what is to go is listed as pending first. As long as the cards are
there, everything can be repeated; after they are deleted, only files are left to be written again.

1. Learnt values that mention the customers, and the values of unfinished forms, are deleted.
2. Backups are written again without them; damaged ones, and files that were set aside, are deleted.
3. Cards, notes, cases, events and their history are deleted.
4. Every kind of data that may have had something of them is written again twice, so that neither a journal
   nor the previous snapshot has it.
5. They are listed as erased. Backups are read without them from then on.
"""

import logging
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from quickdesk.commands.customers.eraser import Erased
from quickdesk.replies.drafts import Draft as TypedDraft
from quickdesk.replies.drafts import Drafts, FormDraft, ReplyDraft
from quickdesk.storage.backups.folder_backups import FolderBackups
from quickdesk.storage.customers.shape import CASES, CUSTOMERS_TABLE, EVENTS, NOTES, TRASH
from quickdesk.storage.drafts.draft_file import DraftFile
from quickdesk.storage.drafts.sealed_drafts import SealedDraftFile
from quickdesk.storage.erasure.erased_backup import LEARNT, changed_tables, documents_in
from quickdesk.storage.erasure.erased_list import ErasedList
from quickdesk.storage.erasure.left_files import LeftFiles
from quickdesk.storage.erasure.removal import Traces, erasing_ops, find_erased, mentions, texts_of
from quickdesk.storage.erasure.same_person import ids_of_person
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Op
from quickdesk.storage.kinds import CUSTOMERS, FOLLOWUPS, INSIGHTS
from quickdesk.storage.open_kinds import OpenKinds
from quickdesk.storage.rewriting import rewrite
from quickdesk.storage.settings_store import SETTINGS
from quickdesk.storage.snippets.shape import SNIPPETS
from quickdesk.storage.table import Draft

_log = logging.getLogger(__name__)

_OF_CUSTOMERS = (CUSTOMERS, FOLLOWUPS)
"""The kinds whose documents belong to customers."""
_ALL = (SNIPPETS, SETTINGS, INSIGHTS, *_OF_CUSTOMERS)
"""The kinds that are written again; the journal of the first has parts of transactions of all."""


class CustomerErasure:
    """Erases customers of one data folder."""

    def __init__(
        self,
        kinds: OpenKinds,
        folder: Path,
        backups: FolderBackups,
        drafts: DraftFile,
        sealed: SealedDraftFile,
    ) -> None:
        self._kinds, self._folder = kinds, folder
        self._backups, self._drafts, self._sealed = backups, drafts, sealed

    @cached_property
    def _erased(self) -> ErasedList:
        return ErasedList(self._kinds.disk, self._folder)

    def erase(self, ids: Collection[str]) -> Erased:
        """Erase customers, or single cases and events; raises StoreError."""
        engine = self._kinds.engine(CUSTOMERS)
        engine.begin()
        with engine.guard:
            everyone = ids_of_person(engine.memory.view()[0], ids)
        self._erased.begin(everyone)
        return self._run()

    def finish(self, *, is_thorough: bool) -> Erased | None:
        """Finish an erasure that was interrupted; if ``is_thorough``, repeat those that an old file undid."""
        if self._erased.is_pending:
            return self._run()
        is_back = is_thorough and bool(self._erased) and any(found for _, found in self._found())
        return self._run() if is_back else None

    def _run(self) -> Erased:
        found = list(self._found())
        texts = texts_of(document for _, gone in found for document in documents_in(gone))
        values = self._delete_learnt(texts)
        changed = partial(changed_tables, self._erased, texts)
        rewritten = self._backups.rewrite(changed)
        self._delete()
        for kind in self._kinds.existing(_ALL):
            rewrite(self._kinds.engine(kind))
        files = LeftFiles(self._kinds.disk, self._folder).delete(_OF_CUSTOMERS)
        # One may have been made meanwhile.
        again = self._backups.rewrite(changed)
        self._erased.settle()
        counted = _counted(found)
        _log.info("erased: %d customers, %d notes", counted.customers, counted.notes)
        backups = max(rewritten.written, again.written)
        return replace(
            counted, values=values, backups=backups, files=files + rewritten.deleted + again.deleted
        )

    def _found(self) -> Iterator[tuple[Engine, Traces]]:
        """Iterate over the kinds with what is to go of each; raises StoreError."""
        for kind in self._kinds.existing(_OF_CUSTOMERS):
            engine = self._kinds.engine(kind)
            with engine.guard:
                yield engine, find_erased(engine.memory.view()[0], self._erased.has)

    def _delete(self) -> None:
        for kind in self._kinds.existing(_OF_CUSTOMERS):
            engine = self._kinds.engine(kind)
            with engine.guard:
                gone = find_erased(engine.memory.view()[0], self._erased.has)
                write = engine.stage_for_waiting(erasing_ops(engine.memory, gone), are_stored=True)
            write.wait()

    def _delete_learnt(self, texts: Collection[str]) -> int:
        """Delete values that mention the customers, and those of unfinished forms; return their number."""
        drafts = self._drafts.load()
        if drafts.forms or drafts.customers:
            self._drafts.save(Drafts(drafts.replies))
        count = len(drafts.forms) + len(drafts.customers) + self._delete_sealed(texts)
        for kind in self._kinds.existing((SETTINGS, INSIGHTS)):
            engine = self._kinds.engine(kind)
            ops: list[Op] = []
            with engine.guard:
                for name in LEARNT[kind.name]:
                    draft = Draft(name, engine.memory)
                    draft.remove([key for key, each in draft.documents.items() if mentions(each, texts)])
                    ops += draft.ops
                write = engine.stage_for_waiting(ops, are_stored=True)
            write.wait()
            count += len(ops)
        return count

    def _delete_sealed(self, texts: Collection[str]) -> int:
        """Delete the drafts of the customers, and those of others that mention them."""

        def is_kept(draft: TypedDraft) -> bool:
            if isinstance(draft, ReplyDraft):
                return False
            if isinstance(draft, FormDraft):
                words, ids = draft.values, [draft.customer_id]
            else:  # a case may be erased on its own
                words, ids = draft.texts, [draft.customer_id, *draft.place.split(":")]
            return not any(map(self._erased.has, ids)) and not mentions(dict(words), texts)

        return self._sealed.keep(is_kept)


def _counted(found: Collection[tuple[Engine, Traces]]) -> Erased:
    counts = Counter(dict.fromkeys((CUSTOMERS_TABLE, TRASH, NOTES, CASES, EVENTS), 0))
    for _, gone in found:
        counts.update({name: len(table) for name, table in gone.documents.items()})
    customers = counts[CUSTOMERS_TABLE] + counts[TRASH]
    return Erased(customers, counts[NOTES], counts[CASES], counts[EVENTS])
