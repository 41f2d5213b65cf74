"""How replies are used, one document each; and which were chosen after which letters, one document each.

They contain no text of a reply, and no query with personal data.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from quickdesk.search.usage.first_letters import MOST_PER_LETTERS, FirstLetters, PickedReply, key_of
from quickdesk.search.usage.frecency import Frecency
from quickdesk.search.usage.habits import HOURS, Habit, Use, followed, kept, noted
from quickdesk.storage.document import Document, stored_text
from quickdesk.storage.habits.values import (
    frecencies_of,
    frecency_document,
    frecency_of,
    number_of,
    text_of,
)
from quickdesk.storage.table import Draft, OpenEngine, Table
from quickdesk.text.personal import masked

MOST_LETTERS = 4000
"""The number of queries whose choices are stored, those used last."""


class TinyUsageStore:
    """Stores habits; see :class:`quickdesk.search.usage.habits.HabitStore`."""

    def __init__(self, open_engine: OpenEngine, most_letters: int = MOST_LETTERS) -> None:
        self._most_letters = most_letters
        self._usage = Table(open_engine, "usage")
        self._letters = Table(open_engine, "letters")

    def habits(self) -> Mapping[str, Habit]:
        """Return the habit of each reply by id."""
        return {text: habit for _, text, habit in _habits(self._usage.documents())}

    def frecencies(self) -> Mapping[str, Frecency]:
        """Return the frecency of each reply by id."""
        return {text: habit.frecency for text, habit in self.habits().items()}

    def first_letters(self) -> FirstLetters:
        """Return what was chosen after which letters, as of the last choice."""
        picks = {letters: picks for _, letters, picks in _letters(self._letters.documents())}
        latest = max((pick.frecency.last for each in picks.values() for pick in each), default=None)
        return FirstLetters(picks, latest)

    def record(self, snippet_id: str, query: str, now: datetime) -> None:
        """Store that a reply was used after this query; raises StoreError."""
        self.note(Use(snippet_id, query, now))

    def note(self, use: Use) -> None:
        """Store one more use; raises StoreError."""
        use = replace(
            use,
            snippet_id=stored_text(use.snippet_id),
            channel=stored_text(use.channel),
            previous=stored_text(use.previous),
        )
        self._usage.change(lambda draft: _note(draft, use), is_durable=False)
        letters = stored_text(key_of(use.query))
        if letters and masked(letters) == letters:
            most = self._most_letters
            self._letters.change(lambda draft: _pick(draft, letters, use, most), is_durable=False)

    def forget_all_but(self, snippet_ids: Collection[str]) -> None:
        """Delete what is known of other replies; raises StoreError."""
        self._usage.change(lambda draft: _keep_habits(draft, snippet_ids), is_durable=False)
        self._letters.change(lambda draft: _keep_letters(draft, snippet_ids), is_durable=False)


def _note(draft: Draft, use: Use) -> None:
    key, habit = _habit_in(draft, use.snippet_id)
    draft.put(key, _habit_document(use.snippet_id, noted(habit, use)))
    key, habit = _habit_in(draft, use.previous)
    if habit is not None and use.previous != use.snippet_id:
        draft.put(key, _habit_document(use.previous, followed(habit, use)))


def _habit_in(draft: Draft, text: str) -> tuple[str | None, Habit | None]:
    """Return the id of the document and the habit of a reply, or (None, None)."""
    named = {key: each for key, each in draft.documents.items() if each.get("reply") == text}
    return next(((key, habit) for key, _, habit in _habits(named)), (None, None))


def _keep_habits(draft: Draft, snippet_ids: Collection[str]) -> None:
    known = {text: (key, habit) for key, text, habit in _habits(draft.documents)}
    staying = kept({text: habit for text, (_, habit) in known.items()}, snippet_ids)
    draft.remove([key for text, (key, _) in known.items() if text not in staying])
    for text, habit in staying.items():
        if habit != known[text][1]:
            draft.put(known[text][0], _habit_document(text, habit))


def _pick(draft: Draft, letters: str, use: Use, most: int) -> None:
    known = {text: (key, picks) for key, text, picks in _letters(draft.documents)}
    key, picks = known.get(letters, (None, ()))
    after = FirstLetters({letters: picks}, use.now).chosen(letters, use.snippet_id, use.now).picks[letters]
    if after == picks:  # too many letters to be an abbreviation
        return
    # The newest are last, whatever the clock says.
    others = [old for old, _ in known.values() if old != key]
    draft.remove([*others[: max(len(others) + 1 - most, 0)], *([] if key is None else [key])])
    draft.put(None, _letters_document(letters, after))


def _keep_letters(draft: Draft, snippet_ids: Collection[str]) -> None:
    for key, letters, picks in _letters(draft.documents):
        staying = tuple(pick for pick in picks if pick.snippet_id in snippet_ids)
        if not staying:
            draft.remove([key])
        elif staying != picks:
            draft.put(key, _letters_document(letters, staying))


def _habit_document(text: str, habit: Habit) -> Document:
    return {
        "reply": text,
        "used": frecency_document(habit.frecency),
        "hours": list(habit.hours),
        "channels": {name: frecency_document(each) for name, each in habit.channels.items()},
        "following": {name: frecency_document(each) for name, each in habit.following.items()},
    }


def _habits(documents: Mapping[str, Document]) -> Iterator[tuple[str, str, Habit]]:
    """Iterate over ids of documents, ids of replies and habits; what is not understood is skipped."""
    for key, document in documents.items():
        try:
            yield key, text_of(document["reply"]), _habit_of(document)
        except (KeyError, TypeError, ValueError):
            continue


def _habit_of(document: Document) -> Habit:
    hours = tuple(map(number_of, document["hours"]))
    if len(hours) != HOURS:
        raise ValueError(hours)
    return Habit(
        frecency_of(document["used"]),
        hours,
        dict(frecencies_of(document.get("channels"))),
        dict(frecencies_of(document.get("following"))),
    )


def _letters_document(letters: str, picks: Collection[PickedReply]) -> Document:
    return {
        "letters": letters,
        "picks": [[pick.snippet_id, *frecency_document(pick.frecency)] for pick in picks],
    }


def _letters(documents: Mapping[str, Document]) -> Iterator[tuple[str, str, tuple[PickedReply, ...]]]:
    """Iterate over ids of documents, letters and choices; what is not understood is skipped."""
    for key, document in documents.items():
        try:
            picks = tuple(
                PickedReply(text_of(text), frecency_of(rest))
                for text, *rest in document["picks"][:MOST_PER_LETTERS]
            )
            letters = text_of(document["letters"])
        except (KeyError, TypeError, ValueError):
            continue
        if picks:
            yield key, letters, picks
