"""The settings and the values last typed into fields, in ``settings.json``."""

from collections.abc import Mapping

from quickdesk.settings.settings import Settings
from quickdesk.storage.collection import Collection
from quickdesk.storage.document import Document, Tables, stored_text
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import put
from quickdesk.storage.settings_document import changed, from_document

_SETTINGS = "settings"
_FIELDS = "fields"
_ONLY = "1"


class TinySettingsStore:
    """Keeps the settings; see :class:`quickdesk.settings.settings.SettingsStore` for what it promises."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._fields = Collection(engine, _FIELDS)

    def load(self) -> Settings:
        """Return what was saved last, with the default for each value that is not understood."""
        return from_document(self._present())[0]

    def unread(self) -> tuple[str, ...]:
        """Return the names of the settings whose stored value is not understood."""
        return from_document(self._present())[1]

    def save(self, settings: Settings) -> None:
        """Put the settings on the disk; raises StoreError and then nothing changed."""
        present = self._present()
        wanted = changed(present, settings)
        if wanted != present:
            self._engine.commit([put(_SETTINGS, _ONLY, wanted)])

    def field_values(self) -> Mapping[str, str]:
        """Return the value last used for each field name."""
        with self._engine.guard:
            return {name: document["value"] for name, document in self._fields.items()}

    def remember(self, values: Mapping[str, str]) -> None:
        """Keep values for the next form; raises StoreError and then nothing changed."""
        with self._engine.guard:
            known = self.field_values()
            news = {
                stored_text(name): {"value": value}
                for name, value in values.items()
                if known.get(name) != value
            }
            try:
                ticket = self._engine.stage_for_waiting(self._fields.putting(news))
            except BaseException:
                self._fields.forget()
                raise
            if ticket.error is not None:
                self._fields.forget()
        ticket.wait()

    def _present(self) -> Document:
        with self._engine.guard:
            return dict(self._engine.memory.documents(_SETTINGS).get(_ONLY, {}))


def unread_settings(tables: Tables) -> tuple[str, ...]:
    """Return the names of the settings whose stored value is not understood."""
    return from_document(tables[_SETTINGS].get(_ONLY, {}))[1]


def _accepts(table: str, document: Document) -> bool:
    return table != _FIELDS or isinstance(document.get("value"), str)


def _is_well_shaped(tables: Tables) -> bool:
    return all(_accepts(_FIELDS, document) for document in tables[_FIELDS].values())


SETTINGS = Kind("settings", 3, (_SETTINGS, _FIELDS), _is_well_shaped, _accepts)
