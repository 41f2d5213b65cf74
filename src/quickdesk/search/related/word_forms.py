"""Inflected forms of English words, and English stop words."""

from collections.abc import Sequence

_FUNCTION_WORD_LIST = """
about after again all also am an and any are aren as at be been before being but by can could couldn did
didn do does doesn doing don each either else ever for from get got had has hasn have haven having he her
here him his how if in into is isn it its just ll let like many may me might more most much must my need
no nor not now of off on one only or other our out over please shall she should so some such than thank
thanks that the their them then there these they this those through to too under until up us very ve want
was wasn we were weren what when where which while who whom whose why will with won would wouldn yes yet
you your re hello hi hey ok okay dear sir madam
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORD_LIST.split())
SINGLE_LETTERS = frozenset("adimst")
"""Single letters that are stop words in English text; beside Chinese they are sizes and models."""
_SHORTEST = 3
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_NEVER_DOUBLED = "aeiouwxyhlsz"


def common_prefix(words: Sequence[str]) -> str:
    """Return the longest common prefix of some words."""
    first, last = min(words), max(words)
    same = 0
    while same < len(first) and first[same] == last[same]:
        same += 1
    return first[:same]


def forms(word: str) -> list[str]:
    """Return the word and its forms with and without a regular plural, -ed or -ing ending."""
    if not word.isalpha() or len(word) < _SHORTEST:
        return [word]
    found = [word]
    for stem in _stems(word):
        found += _inflected(stem)
    return list(dict.fromkeys(found))


def _stems(word: str) -> list[str]:
    """Return the stems that a word may be a form of, itself included."""
    found = [word]
    if word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
        if word.endswith("es") and word[:-2].endswith(_SIBILANTS):
            found.append(word[:-2])
        if word.endswith("ies"):
            found.append(word[:-3] + "y")
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            found += [stem, stem + "e"]
            if stem[-1:] == stem[-2:-1] and stem[-1:] not in _NEVER_DOUBLED:
                found.append(stem[:-1])
    return [stem for stem in found if len(stem) >= _SHORTEST]


def _inflected(stem: str) -> list[str]:
    if stem.endswith("e"):
        return [stem, stem + "s", stem + "d", stem[:-1] + "ing"]
    plural = "es" if stem.endswith(_SIBILANTS) else "s"
    found = [stem, stem + plural, stem + "ed", stem + "ing"]
    if stem.endswith("y"):
        found.append(stem[:-1] + "ies")
    if stem[-1] not in _NEVER_DOUBLED:
        found += [stem + stem[-1] + "ed", stem + stem[-1] + "ing"]
    return found
