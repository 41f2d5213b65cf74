"""Opening a data folder with a key that is the same in every test."""

from pathlib import Path
from typing import Any

from quickdesk.storage.open import Stores
from quickdesk.storage.open import open_stores as _open_stores
from quickdesk.storage.protection.keys import KeyRing
from tests.fakes.key_ring import FakeKeyRing, key_number


def open_stores(folder: Path, *, keys: KeyRing | None = None, **options: Any) -> Stores:
    return _open_stores(folder, keys=keys or FakeKeyRing(key_number(1)), **options)
