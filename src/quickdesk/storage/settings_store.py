"""The settings and the values last typed into fields, in ``settings.json``."""

from collections.abc import Mapping

from quickdesk.settings.settings import Settings
from quickdesk.storage.database import Database, SnapshotStorage
from quickdesk.storage.format import Kind, Tables
from quickdesk.storage.settings_document import changed, from_document
from quickdesk.storage.snapshot import Snapshot

_SETTINGS = "settings"
_FIELDS = "fields"
_ONLY = "1"


class TinySettingsStore:
    """Keeps the settings; see :class:`quickdesk.settings.settings.SettingsStore` for what it promises."""

    def __init__(self, snapshot: Snapshot, tables: Tables, *, read_only: bool = False) -> None:
        self._db = Database(snapshot, tables, read_only=read_only, storage=SnapshotStorage)
        self._settings = self._db.ids_of(_SETTINGS)
        self._fields = self._db.ids_of(_FIELDS)

    def load(self) -> Settings:
        """Return what was saved last, with the default for each value that is not understood."""
        return from_document(self._settings.documents().get(_ONLY, {}))[0]

    def unread(self) -> tuple[str, ...]:
        """Return the names of the settings whose stored value is not understood."""
        return from_document(self._settings.documents().get(_ONLY, {}))[1]

    def save(self, settings: Settings) -> None:
        """Put the settings on the disk; raises StoreError and then nothing changed."""
        present = dict(self._settings.documents().get(_ONLY, {}))
        wanted = changed(present, settings)
        if wanted != present:
            self._settings.put({_ONLY: wanted})

    def field_values(self) -> Mapping[str, str]:
        """Return the value last used for each field name."""
        return {name: document["value"] for name, document in self._fields.documents().items()}

    def remember(self, values: Mapping[str, str]) -> None:
        """Keep values for the next form; raises StoreError and then nothing changed."""
        known = self.field_values()
        self._fields.put(
            {name: {"value": value} for name, value in values.items() if known.get(name) != value}
        )


def _is_well_shaped(tables: Tables) -> bool:
    return all(isinstance(document.get("value"), str) for document in tables[_FIELDS].values())


SETTINGS = Kind("settings", 1, (_SETTINGS, _FIELDS), _is_well_shaped)
