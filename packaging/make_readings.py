"""Make resources/readings from the OpenCC and pypinyin-dict packages (``pip install .[readings]``).

Run from anywhere: ``python packaging/make_readings.py``. The program never needs this: it reads
the two text files that this script writes. See resources/readings/NOTICE for their sources.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "readings"
BMP = [chr(code) for code in range(1, 0x10000) if not 0xD800 <= code <= 0xDFFF]
HAN = [chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00))]

# Spoken and chat forms that no conversion table lists, and 么, which one of them takes for 幺.
OWN_FOLDS = {"妳": "你", "牠": "它", "祇": "只", "么": "么"}
QUOTES = dict.fromkeys("“”„‟«»「」『』〝〞", '"')
# Letters that Unicode does not decompose, and ü with a tone mark, which only pinyin has.
OWN_LETTERS = {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h"} | dict.fromkeys("ǖǘǚǜ", "v")
# What many say although dictionaries don't list it, after the readings of the tables.
OWN_READINGS = {"券": "juan"}
# What a table lists of a look-alike (巳 is read si), or of a dialect.
NOT_READ = {"已": "si", "拆": "ca"}
# Most usual reading first; the readings of all three count, but no more than four.
COMMON_SOURCES = ("kmandarin_8105", "kxhc1983", "khanyupinlu")
RARE_SOURCE = "pinyin"
MAX_READINGS = 4
SKIPPED_KINDS = {"Mn", "Mc", "Me", "Cc", "Cf", "Zl", "Zp", "Zs"}


def simpler_form(char: str) -> str:
    """Fold width, compatibility and case to one character, else return the character itself."""
    for form in (unicodedata.normalize("NFKC", char), char):
        for variant in (form.casefold(), form.lower(), form):
            if len(variant) == 1 and ord(variant) < 0x10000:
                return variant
    return char


def unaccented(char: str) -> str:
    """A Latin letter without its diacritics, or the character itself."""
    letter = OWN_LETTERS.get(char, unicodedata.normalize("NFD", char)[0])
    return letter if letter.isascii() and letter.isalpha() else char


def simplified_forms() -> dict[str, str]:
    """Return the simplified form of traditional characters, including the usage of Taiwan and Hong Kong."""
    opencc = import_module("opencc")
    forms: dict[str, str] = {}
    for name in ("t2s", "tw2s", "hk2s"):
        convert = opencc.OpenCC(name).convert
        for char in HAN:
            simple = convert(char)
            if simple != char and len(simple) == 1 and ord(simple) < 0x10000:
                forms.setdefault(char, simple)
    return forms | OWN_FOLDS


def fold_pairs() -> dict[str, str]:
    """Return every character that folds to another one; folding is idempotent."""
    simplified = simplified_forms() | QUOTES

    def step(char: str) -> str:
        form = unaccented(simpler_form(char))
        return simplified.get(form, form)

    pairs = {}
    for char in BMP:
        target = step(char)
        while step(target) != target:
            target = step(target)
        if target != char and not SKIPPED_KINDS & {unicodedata.category(char), unicodedata.category(target)}:
            pairs[char] = target
    return pairs


def syllable(toned: str) -> str:
    """Return a syllable as it is typed: without tone mark, v for ü."""
    plain = unicodedata.normalize("NFD", toned.strip())
    return "".join(c for c in plain.replace("u\N{COMBINING DIAERESIS}", "v") if "a" <= c <= "z")


def table(name: str) -> Mapping[int, str]:
    """Return the readings of a source by code point."""
    pinyin_dict: Mapping[int, str] = import_module(f"pypinyin_dict.pinyin_data.{name}").pinyin_dict
    return pinyin_dict


def syllables(entries: Iterable[str]) -> list[str]:
    """Return the distinct syllables of some entries, in order, with the usual spellings."""
    plain = dict.fromkeys(syllable(toned) for entry in entries for toned in entry.split(","))
    chosen = [name for name in plain if name][:MAX_READINGS]
    typed = [name.replace("ve", "ue") for name in chosen if name in {"lve", "nve"}]
    return list(dict.fromkeys(chosen + typed))


def readings(folds: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the readings of each folded character: its own, then those of characters that fold to it."""
    common = [table(name) for name in COMMON_SOURCES]
    rare = table(RARE_SOURCE)
    merged: dict[str, list[str]] = defaultdict(list)
    for char in sorted(HAN, key=lambda c: (c in folds, c)):
        found = syllables(source[ord(char)] for source in common if ord(char) in source)
        if not found and ord(char) in rare:
            found = syllables([rare[ord(char)]])[:1]
        own = merged[folds.get(char, char)]
        # A rare variant must not bring readings of its own to a common character.
        if char in folds and own and not any(ord(char) in source for source in common):
            continue
        own.extend(name for name in found if name not in own)
    for char, name in OWN_READINGS.items():
        merged[char] = list(dict.fromkeys([*merged[char], name]))
    for char, name in NOT_READ.items():
        merged[char].remove(name)
    return {char: names for char, names in merged.items() if names}


def grouped(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Lines ``key<TAB>characters``, sorted, so that changes are readable in a diff."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, char in pairs:
        groups[key].append(char)
    return [f"{key}\t{''.join(sorted(chars))}" for key, chars in sorted(groups.items())]


def write(name: str, lines: list[str]) -> None:
    path = TARGET / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{path}: {len(lines)} lines, {path.stat().st_size} bytes")


def main() -> None:
    folds = fold_pairs()
    write("folding.txt", grouped((target, char) for char, target in folds.items()))
    write("readings.txt", grouped((",".join(names), char) for char, names in readings(folds).items()))


if __name__ == "__main__":
    main()
