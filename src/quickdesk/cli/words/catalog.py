"""The words of the command line in the user's language, from the same Qt Linguist files as the windows.

The command line must start without Qt, so the ``.ts`` files are read here directly. A sentence that is not in
a file is shown in English, the language of the sources.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # most commands that the running program answers print no words
    from quickdesk.settings.settings import Language

Sentences: TypeAlias = Mapping[tuple[str, str], str]
"""Translations by context and English source text."""


class Catalog:
    """Translates sentences; English unless ``load`` returns translations, when the first is needed."""

    def __init__(self, load: Callable[[], Sentences] = dict) -> None:
        self._load = load
        self._sentences: Sentences | None = None

    def translate(self, context: str, source: str) -> str:
        """Return the sentence in the user's language, or ``source`` itself."""
        if self._sentences is None:
            self._sentences = self._load()
        return self._sentences.get((context, source)) or source


def catalog_for(language: "Language") -> Catalog:
    """Return the catalog of a language that :func:`quickdesk.settings.language.resolve` returned."""
    return Catalog(partial(sentences_for, language))


def sentences_for(language: "Language") -> Sentences:
    """Return the translations for a language; none for English."""
    from quickdesk.packaged import packaged
    from quickdesk.settings.settings import Language

    if language in (Language.ENGLISH, Language.SYSTEM):
        return {}
    return read_ts(packaged("resources", "translations", f"quickdesk_{language.value}.ts"))


def read_ts(path: Path) -> dict[tuple[str, str], str]:
    """Return the finished translations of a Qt Linguist file by context and source text.

    Source: the TS format, https://doc.qt.io/qt-6/linguist-ts-file-format.html
    """
    from xml.etree import ElementTree as ET

    found: dict[tuple[str, str], str] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - as above
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                found[name, message.findtext("source", "")] = translation.text
    return found


def fill(sentence: str, facts: Mapping[str, object]) -> str:
    """Replace the ``{named}`` placeholders of a sentence by facts; one without a fact stays."""
    return re.sub(r"\{(\w+)\}", lambda found: str(facts.get(found.group(1), found.group(0))), sentence)
