"""The data of a folder on any disk, without threads: a waiting caller writes its change."""

from collections.abc import Callable

from quickdesk.replies.store import StoreError
from quickdesk.storage.backups.folder_backups import FolderBackups
from quickdesk.storage.backups.restore import Restorer
from quickdesk.storage.disk import Disk
from quickdesk.storage.format import Kind
from quickdesk.storage.history.history import History
from quickdesk.storage.journal.background import NoWorker, Workers
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.kinds import KINDS
from quickdesk.storage.open_kinds import OpenKinds
from quickdesk.storage.protection.keys import KeyRing
from quickdesk.storage.running_days import StoredDays
from quickdesk.storage.settings_store import SETTINGS
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.engine import FOLDER, numbered_ids
from tests.fakes.key_ring import FakeKeyRing, key_number

_NEXT_ID = numbered_ids()


class DataFolder:
    def __init__(
        self,
        disk: Disk,
        refusal: StoreError | None = None,
        day: Callable[[], int] | None = None,
        keys: KeyRing | None = None,
    ) -> None:
        workers = Workers(NoWorker(), NoWorker())
        self.kinds = OpenKinds(disk, FOLDER, workers, refusal, _NEXT_ID, keys or FakeKeyRing(key_number(1)))
        self.kinds.open((SNIPPETS, SETTINGS))
        self.history = History(self.kinds, KINDS)
        self.kinds.on_unlocked(self.history.open_again)
        self.snippets = TinySnippetStore(self.kinds.engine(SNIPPETS), self.history)
        self.days = StoredDays(self.kinds.engine(SETTINGS))
        self.backups = FolderBackups(
            FOLDER,
            self.kinds,
            Restorer(self.snippets, self.history, self.kinds.engine),
            disk,
            day or (lambda: self.days.days().number),
        )

    def engine(self, kind: Kind) -> Engine:
        return self.kinds.engine(kind)
