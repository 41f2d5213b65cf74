"""Daily use: how many replies were pasted or copied on each day, and how many keys that saved.

Keys saved are counted for each use from what is known for certain, never below zero:

* **By hand** a person would press one key for each character of the delivered text. Text that a field took
  from the clipboard does not count, because it would be pasted by hand as well.
* **With quickdesk** the fewest keys that lead to the reply were pressed: one to open the palette, one for
  each character of the query, one to choose the reply, one for suggestions if they were requested, and one
  for the paste keys if the reply was only copied. In a form, a changed value counts one key for each of its
  characters, or one if it is among the choices; each changed field counts one key to leave it, and the form
  at least one.

Characters are user-perceived ones (grapheme clusters), and a line break is one. How many keys an input method
takes for a 汉字 cannot be known: it counts as one, in the reply, the query and the form alike. Corrections,
arrow keys and keys of an input method are not counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol, Self

from quickdesk.replies.form import Box
from quickdesk.replies.graphemes import boundaries
from quickdesk.replies.render import Rendered
from quickdesk.replies.special import SpecialKind, special_kind

_TO_OPEN, _TO_CHOOSE, _TO_SUGGEST, _TO_PASTE = 1, 1, 1, 1


@dataclass(frozen=True, slots=True)
class KeyCount:
    """The keys of one use of a reply: ``by_hand`` without quickdesk, ``pressed`` with it.

    ``characters`` is the length of the delivered text.
    """

    characters: int
    by_hand: int
    pressed: int

    @property
    def saved(self) -> int:
        """The number of keys saved, at least 0."""
        return max(self.by_hand - self.pressed, 0)

    def copied(self) -> Self:
        """Return the count of a reply that was only copied, so that the agent pastes it."""
        return replace(self, pressed=self.pressed + _TO_PASTE)

    def written(self) -> Self:
        """Return the count of a reply that was written just now, so that its use saved nothing."""
        return replace(self, pressed=max(self.pressed, self.by_hand))


@dataclass(frozen=True, slots=True)
class DailyUse:
    """The use of replies on one calendar day of the local time zone.

    ``replies`` is how often each reply was used, by id.
    """

    day: date
    replies: Mapping[str, int] = field(default_factory=dict)
    characters: int = 0
    keys_saved: int = 0

    @property
    def uses(self) -> int:
        """The number of uses."""
        return sum(self.replies.values())

    def with_use(self, snippet_id: str, keys: KeyCount) -> Self:
        """Return the day with one more use of a reply."""
        return replace(
            self,
            replies={**self.replies, snippet_id: self.replies.get(snippet_id, 0) + 1},
            characters=self.characters + keys.characters,
            keys_saved=self.keys_saved + keys.saved,
        )


class DailyUseStore(Protocol):
    """Stores the use of replies by day."""

    def days(self) -> Sequence[DailyUse]:
        """Return the stored days, the latest first."""
        ...

    def add(self, day: date, snippet_id: str, keys: KeyCount) -> None:
        """Add one use to a day; raise StoreError on failure."""
        ...


def count_keys(
    rendered: Rendered, query: str, boxes: Sequence[Box], values: Mapping[str, str], *, is_suggested: bool
) -> KeyCount:
    """Return the keys of a reply that was found by ``query``, as described for this module.

    ``boxes`` and ``values`` are those of its form, empty if it had none.
    """
    characters = _length(rendered.text)
    pressed = _TO_OPEN + _length(query) + _TO_CHOOSE + (_TO_SUGGEST if is_suggested else 0)
    if boxes:
        pressed += _keys_of_form(boxes, values)
    return KeyCount(characters, characters - _from_clipboard(rendered, values), pressed)


def latest_first(days: Iterable[DailyUse], since: date | None = None) -> list[DailyUse]:
    """Return days, the latest first; with ``since``, only that day and later ones."""
    recent = (each for each in days if since is None or each.day >= since)
    return sorted(recent, key=lambda each: each.day, reverse=True)


def _keys_of_form(boxes: Sequence[Box], values: Mapping[str, str]) -> int:
    changed = [box for box in boxes if values.get(box.name, box.value) != box.value]
    typed = sum(1 if values[box.name] in box.choices else _length(values[box.name]) for box in changed)
    return typed + max(len(changed), 1)


def _from_clipboard(rendered: Rendered, values: Mapping[str, str]) -> int:
    """Return the length of the text that fields took from the clipboard, not from a form."""
    return sum(
        _length(rendered.text[span.start : span.end])
        for span in rendered.field_spans
        if special_kind(span.name) is SpecialKind.CLIPBOARD and span.name not in values
    )


def _length(text: str) -> int:
    return sum(1 for _ in boundaries(text))
