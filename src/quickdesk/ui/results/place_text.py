"""What a row shows at the end of its second line: the folder, or the ask or tag that alone was found."""

from typing import Final

from quickdesk.search.hit import ASK_BORDER, Hit
from quickdesk.ui.results.match_text import MatchText, match_ranges, one_line, path_end

TAG: Final = "#{}"
ASK: Final = "“{}”"
_REPLACING: Final = frozenset({"asks", "tags"})


def place_text(hit: Hit) -> MatchText:
    """Return the folder; of a long one the end, unless it contains a match.

    If only asks or tags matched, the first matching one replaces it.
    """
    if hit.spans and {span.field for span in hit.spans} <= _REPLACING:
        asks, tags = ASK_BORDER.join(hit.snippet.asks), " ".join(hit.snippet.tags)
        if in_asks := match_ranges(asks, "asks", hit.spans):
            return _first_matching(asks, in_asks, ASK_BORDER, ASK)
        if in_tags := match_ranges(tags, "tags", hit.spans):
            return _first_matching(tags, in_tags, " ", TAG)
    path = hit.snippet.folder_path
    in_path = match_ranges(path, "folder", hit.spans)
    return one_line(path, in_path) if in_path else path_end(path)


def _first_matching(
    joined: str, found: tuple[tuple[int, int], ...], separator: str, pattern: str
) -> MatchText:
    """Return the first of some joined texts that matched, written in a pattern."""
    begin = joined.rfind(separator, 0, found[0][0]) + 1
    text = joined[begin:].split(separator, 1)[0]
    shift = pattern.index("{}") - begin
    inside = [(first + shift, last + shift) for first, last in found if last <= begin + len(text)]
    return one_line(pattern.replace("{}", text), tuple(inside))
