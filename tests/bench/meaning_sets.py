"""The evaluation sets in tests/data/meaning: queries and messages with the replies that answer them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from quickdesk.exchange.formats import read
from quickdesk.exchange.plan import plan
from quickdesk.packaged import packaged
from quickdesk.packs.source import read_pack
from quickdesk.replies.snippet import Snippet

SETS = Path(__file__).parents[1] / "data" / "meaning"


@dataclass(frozen=True)
class Case:
    """A query or message; ``expected`` are the keys of the replies that answer it, empty if none does."""

    kind: str
    text: str
    expected: frozenset[str]


@dataclass(frozen=True)
class Library:
    """Replies, and for each reply the key by which the sets refer to it."""

    snippets: Sequence[Snippet]
    key_by_id: dict[str, str]


def everyday() -> list[Case]:
    """Return the searches over the starter pack."""
    return [Case(kind, text, frozenset(keys.split())) for kind, text, keys, _ in _rows("everyday.tsv")]


def nothing() -> list[Case]:
    """Return the searches that no reply of the starter pack answers."""
    return [Case(kind, text, frozenset()) for kind, text, _, _ in _rows("nothing.tsv")]


def messages() -> list[Case]:
    """Return the buyers' messages; those of the kind ``nothing`` have no answer in the starter pack."""
    return [Case(kind, text, frozenset(keys.split())) for kind, text, keys, _ in _rows("messages.tsv")]


def scripts() -> list[Case]:
    """Return the searches over the collection of scripts."""
    by_topic = script_topics()
    cases = []
    for kind, text, topics, platform in _rows("scripts.tsv"):
        keys = frozenset().union(*(by_topic[topic] for topic in topics.split()))
        of_platform = frozenset(key for key in keys if key.startswith(f"{platform}/"))
        cases.append(Case(kind, text, of_platform if platform else keys))
    return cases


def script_topics() -> dict[str, frozenset[str]]:
    """Return the keys of the entries of each topic of the collection of scripts."""
    return {topic: frozenset(keys.split()) for topic, keys, _, _ in _rows("script-topics.tsv")}


def _rows(name: str) -> list[tuple[str, str, str, str]]:
    """Return the lines of a set as four columns; absent ones are empty."""
    lines = (SETS / name).read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    filled = [[*row, "", "", ""] for row in cells]
    return [(row[0], row[1], row[2], row[3]) for row in filled]


def starter_pack() -> Library:
    """Return the replies of the starter pack; a key is the id that a reply has within the pack."""
    folder = packaged("snippets", "zh-CN")
    pack = read_pack({file.name: file.read_text("utf-8") for file in folder.iterdir()})
    return Library(pack.snippets, {one.id: re.split(r"[:/.]", one.id)[-1] for one in pack.snippets})


def script_collection(folder: Path) -> Library:
    """Return the replies of the collection of scripts as the program imports them.

    A key is the file without ``platforms/`` and ``.md``, and the position of the reply in it, counted from 1.
    """
    numbers = count(1)
    snippets: list[Snippet] = []
    keys: dict[str, str] = {}
    for file in sorted(folder.rglob("*.md")):
        name = file.relative_to(folder).as_posix()
        new = plan([read(name, file.read_bytes())], (), lambda: f"script-{next(numbers)}").new
        short = name.removeprefix("platforms/").removesuffix(".md")
        keys |= {snippet.id: f"{short}#{position}" for position, snippet in enumerate(new, 1)}
        snippets += new
    return Library(snippets, keys)
