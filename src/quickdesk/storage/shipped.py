"""The packs that ship with the program, as texts."""

from collections.abc import Mapping

from quickdesk.packaged import packaged

STARTER = "zh-CN"


def pack_texts(name: str) -> Mapping[str, str]:
    """Return the texts of a shipped pack by file name; raises FileNotFoundError if there is no such pack."""
    folder = packaged("snippets", name)
    paths = [*sorted(folder.glob("*.toml")), *folder.glob("lexicon.txt")]
    return {path.name: path.read_text("utf-8") for path in paths}
