"""What the agent has chosen: one frozen value; changing it means making a new one and saving it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

DEFAULT_HOTKEY = "ctrl+alt+space"
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes on offer, in per cent."""


class ThemeChoice(StrEnum):
    """How the windows look."""

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


class SoundPair(StrEnum):
    """Two sounds of pinyin that an agent may not tell apart when typing."""

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
    """All choices, with the values a new agent starts with.

    ``paste_keys`` gives programs (window class in lower case, as ``quickdesk doctor`` prints it)
    paste keys of their own, for example ``{"putty": "shift+insert"}``. ``sounds`` count as one in a search.
    """

    hotkey: str = DEFAULT_HOTKEY
    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: Language = Language.SYSTEM
    scale: int = 100
    paste_keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sounds: frozenset[SoundPair] = frozenset()


class SettingsStore(Protocol):
    """Keeps the settings and the values last typed into fields."""

    def load(self) -> Settings:
        """Return what was saved last, or the defaults."""
        ...

    def save(self, settings: Settings) -> None:
        """Put the settings on the disk; raises StoreError and then nothing changed."""
        ...

    def field_values(self) -> Mapping[str, str]:
        """Return the value last used for each field name."""
        ...

    def remember(self, values: Mapping[str, str]) -> None:
        """Keep values for the next form; raises StoreError."""
        ...
