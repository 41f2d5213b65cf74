"""Choosing the language for a locale of the system."""

import re

from quickdesk.settings.settings import Language

_TRADITIONAL_PLACES = frozenset({"tw", "hk", "mo"})


def resolve(choice: Language, system_locale: str) -> Language:
    """Return the language to use: the one chosen in the settings, else the nearest to ``system_locale``.

    ``system_locale`` is a POSIX or BCP 47 name such as ``zh_TW.UTF-8`` or ``zh-Hant-HK``.
    """
    if choice is not Language.SYSTEM:
        return choice
    language, *rest = re.split("[_-]", re.split("[.@]", system_locale.lower())[0])
    if language != "zh":
        return Language.ENGLISH
    if "hans" in rest:
        return Language.SIMPLIFIED
    traditional = "hant" in rest or not _TRADITIONAL_PLACES.isdisjoint(rest)
    return Language.TRADITIONAL if traditional else Language.SIMPLIFIED
