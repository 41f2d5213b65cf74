"""The settings, as one frozen value: a change is a new value that is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

DEFAULT_HOTKEY = "ctrl+alt+space"
DEFAULT_NOTE_HOTKEY = "ctrl+alt+n"
DEFAULT_ORDER_REMARK = "{日期} {工号} {事由}"
DEFAULT_CUSTOMER_HOTKEY = "ctrl+alt+c"
DEFAULT_DOCK_HOTKEY = "ctrl+alt+k"
SWITCH_KEYS = ("alt+shift", "ctrl+alt", "ctrl+shift", "")
"""The keys to choose from that are held with a digit to switch to an open customer; empty for none."""
TEXT_SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""The text sizes to choose from, in per cent."""
LOCK_MINUTES = (0, 5, 15, 30, 60)
"""The times to choose from after which customers are locked."""

RETENTION_DAYS = (0, 30, 90, 180, 365, 730, 1825)
"""The days to choose from for customers, cases and events; 0 keeps them."""


class ThemeChoice(StrEnum):
    """The theme of the windows."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Language(StrEnum):
    """The language of the windows and of the command line."""

    SYSTEM = "system"
    SIMPLIFIED = "zh_CN"
    TRADITIONAL = "zh_TW"
    ENGLISH = "en"


class PinyinPair(StrEnum):
    """Two initials or finals of pinyin that many people pronounce alike; a search can treat them as one."""

    Z_ZH = "z-zh"
    C_CH = "c-ch"
    S_SH = "s-sh"
    N_L = "n-l"
    F_H = "f-h"
    AN_ANG = "an-ang"
    EN_ENG = "en-eng"
    IN_ING = "in-ing"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with their defaults.

    ``text_scale`` is the text size in per cent, one of ``TEXT_SCALES``. ``paste_keys`` maps programs (the
    window class in lower case, as ``quickdesk doctor`` prints it) to the keys that paste in them, for example
    ``{"putty": "shift+insert"}``. A search treats the two sounds of each of ``similar_sounds`` as the same.
    Without ``learning`` nothing is recorded of use: no habits, messages, searches, days and values of fields.
    ``customer_hotkey`` chooses the current customer, and ``switch_keys`` with a digit, one of
    ``SWITCH_KEYS``, switches among those that are open. ``title_rules`` maps programs to the regular
    expression that finds the nickname in their titles. With ``keep_pasted_texts`` the timeline of a customer
    has the texts of replies. ``customer_days``, ``case_days`` and ``event_days`` are how long customers
    without a new entry, closed cases and events are kept before they are offered for erasure; 0 keeps them.
    ``note_hotkey`` opens the quick note. ``agent`` is the code or name of the agent; if it is empty, a fact
    of the shop says it. ``order_remark_format`` is described in :mod:`quickdesk.customers.order_remark`.
    ``auto_lock`` is after how many minutes without a key customers with a passphrase are locked, one of
    ``LOCK_MINUTES``; 0 for never. ``order_links`` maps platforms to the template of the address of an order
    there, see :mod:`quickdesk.customers.card.platforms`. ``dock_hotkey`` shows and closes the dock, and
    ``dock_place`` is where it was moved to: left, top and width, all in pixels; empty for beside the chat.
    """

    hotkey: str = DEFAULT_HOTKEY
    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: Language = Language.SYSTEM
    text_scale: int = 100
    paste_keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    similar_sounds: frozenset[PinyinPair] = frozenset()
    learning: bool = True
    customer_hotkey: str = DEFAULT_CUSTOMER_HOTKEY
    switch_keys: str = SWITCH_KEYS[0]
    title_rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    order_links: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    keep_pasted_texts: bool = False
    customer_days: int = 365
    case_days: int = 365
    event_days: int = 365
    note_hotkey: str = DEFAULT_NOTE_HOTKEY
    agent: str = ""
    order_remark_format: str = DEFAULT_ORDER_REMARK
    auto_lock: int = 15
    dock_hotkey: str = DEFAULT_DOCK_HOTKEY
    dock_place: tuple[int, ...] = ()


class SettingsStore(Protocol):
    """Stores the settings, and the value last entered for each field of a reply."""

    def load(self) -> Settings:
        """Return the saved settings, or the defaults."""
        ...

    def save(self, settings: Settings) -> None:
        """Save the settings. Raises StoreError; nothing has changed then, unless its problem is UNCERTAIN."""
        ...

    def field_values(self) -> Mapping[str, str]:
        """Return the value last entered for each field, by name."""
        ...

    def remember(self, values: Mapping[str, str]) -> None:
        """Save values for the next form. Raises StoreError."""
        ...

    def forget_values(self) -> None:
        """Delete the values of all fields. Raises StoreError."""
        ...
