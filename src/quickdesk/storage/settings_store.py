"""The settings, and the values last used for fields, in ``settings.json``."""

from collections.abc import Mapping

from quickdesk.settings.settings import Settings
from quickdesk.storage.document import ID, Document, Tables, stored_text
from quickdesk.storage.format import VERSION, Kind
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.settings_document import changed, from_document
from quickdesk.storage.table import Draft, Table

_SETTINGS = "settings"
_FIELDS = "fields"
_ONLY = "1"


class TinySettingsStore:
    """Stores the settings; see :class:`quickdesk.settings.settings.SettingsStore`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._settings = Table(lambda: engine, _SETTINGS)
        self._fields = Table(lambda: engine, _FIELDS)

    def load(self) -> Settings:
        """Return the stored settings, with the default for each value that is not understood."""
        return from_document(self._present())[0]

    def unread(self) -> tuple[str, ...]:
        """Return the names of the settings whose stored value is not understood."""
        return from_document(self._present())[1]

    def save(self, settings: Settings) -> None:
        """Store the settings; raises StoreError, and then nothing changed."""
        present = self._present()
        wanted = changed(present, settings)
        if wanted != present:
            self._settings.change(lambda draft: draft.put(_ONLY, wanted))

    def field_values(self) -> Mapping[str, str]:
        """Return the value last used for each field name."""
        return {name: document["value"] for name, document in self._fields.documents().items()}

    def remember(self, values: Mapping[str, str]) -> None:
        """Store values for the next form; raises StoreError, and then nothing changed."""
        self._fields.change(lambda draft: _put_values(draft, values))

    def forget_values(self) -> None:
        """Delete the values of all fields; raises StoreError, and then nothing changed."""
        self._fields.change(lambda draft: draft.remove([*draft.documents]))

    def _present(self) -> Document:
        with self._engine.guard:
            return dict(self._settings.get(_ONLY) or {})


def _put_values(draft: Draft, values: Mapping[str, str]) -> None:
    known = draft.documents
    for name, value in values.items():
        text = stored_text(name)
        if text not in known or known[text]["value"] != value:
            draft.put(text, {ID: text, "value": value})


def unread_settings(tables: Tables) -> tuple[str, ...]:
    """Return the names of the settings whose stored value is not understood."""
    return from_document(tables[_SETTINGS].get(_ONLY, {}))[1]


def _accepts(table: str, document: Document) -> bool:
    return table != _FIELDS or isinstance(document.get("value"), str)


def _is_well_shaped(tables: Tables) -> bool:
    return all(_accepts(_FIELDS, document) for document in tables[_FIELDS].values())


SETTINGS = Kind("settings", VERSION, (_SETTINGS, _FIELDS), _is_well_shaped, _accepts)
