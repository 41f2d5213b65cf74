"""Simulates the shifts of an agent: which reply is needed when, in which program, and what is typed for it.

Use has a Zipf distribution with a long tail; it depends on the program and on the time of day, some replies
follow others, campaigns begin and end, preferences drift. Queries are what the agent remembers of a reply,
mostly a part of its title, and do not depend on the search. The same seed gives the same shifts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from quickdesk.replies.snippet import Snippet
from quickdesk.text.readings import pinyin, readings

CHANNELS = ("aliworkbench.exe", "pinduoduo.exe", "wechat.exe")
DAYS = 42
_FIRST_DAY = datetime(2026, 3, 2, tzinfo=UTC)
_USES_A_SHIFT = (90, 150)
_REPERTOIRE, _CAMPAIGNS, _IN_CAMPAIGN, _CAMPAIGN_DAYS = 400, 6, 12, 14
_FOLLOWED, _FOLLOWS = 0.3, 0.5
"""The share of replies that have a follower, and the probability that it follows."""
_STAYS_IN_CHANNEL, _IS_RANDOM, _IS_CAMPAIGN, _IS_USUAL_WAY = 0.7, 0.08, 0.15, 0.75
_NOON = 14
_HABITS_OF_TYPING = {
    "empty": 5,
    "1 initial": 5,
    "2 initials": 40,
    "1 character": 10,
    "2 characters": 15,
    "pinyin": 15,
    "code": 10,
}
KINDS = (*_HABITS_OF_TYPING, "4 initials", "4 characters")


@dataclass(frozen=True, slots=True)
class Need:
    """A need during a shift: the reply, the typed query, and the query of each kind."""

    reply: Snippet
    now: datetime
    channel: str
    typed: str
    probes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Liked:
    """A reply of the repertoire: its weight by program and time, its follower, its queries."""

    reply: Snippet
    channels: tuple[float, ...]
    is_early: bool | None
    probes: Mapping[str, str]
    way: str

    def likes(self, channel: int, *, is_early: bool) -> float:
        """Return its weight in a program at this time of day."""
        if self.is_early is None:
            return self.channels[channel]
        return self.channels[channel] * (2.0 if self.is_early == is_early else 0.3)


class Agent:
    """One agent with a repertoire of a library."""

    def __init__(self, library: Sequence[Snippet], seed: int) -> None:
        self._random = random = Random(seed)
        self._library = library
        self._vocabulary = {tag for reply in library for tag in reply.tags}
        chosen = random.sample(library, _REPERTOIRE + _CAMPAIGNS * _IN_CAMPAIGN)
        liked = [self._liked(reply) for reply in chosen]
        self._repertoire = liked[:_REPERTOIRE]
        self._campaigns = [liked[_REPERTOIRE + at :: _CAMPAIGNS] for at in range(_CAMPAIGNS)]
        self._next = {
            each.reply.id: random.choice(self._repertoire) for each in liked if random.random() < _FOLLOWED
        }

    def shifts(self) -> Iterator[Need]:
        """Yield the needs of six weeks of six shifts, alternately early and late."""
        random = self._random
        for day in range(DAYS):
            if day % 7 == 6:
                continue
            self._drift()
            count = random.randint(*_USES_A_SHIFT)
            start = _FIRST_DAY + timedelta(days=day, hours=8 if day // 7 % 2 == 0 else 13)
            moments = sorted(random.uniform(0, 9 * 3600) for _ in range(count))
            yield from self._shift(day, [start + timedelta(seconds=each) for each in moments])

    def _shift(self, day: int, moments: Sequence[datetime]) -> Iterator[Need]:
        random = self._random
        channel, last = random.randrange(len(CHANNELS)), None
        for now in moments:
            following = self._next.get(last) if last is not None else None
            if following is not None and random.random() < _FOLLOWS:
                liked = following
            else:
                if random.random() > _STAYS_IN_CHANNEL:
                    channel = random.randrange(len(CHANNELS))
                liked = self._needed(day, now, channel)
            last = liked.reply.id
            usual = random.random() < _IS_USUAL_WAY
            way = liked.way if usual else self._way(liked.probes)
            yield Need(liked.reply, now, CHANNELS[channel], liked.probes[way], liked.probes)

    def _needed(self, day: int, now: datetime, channel: int) -> _Liked:
        random = self._random
        kind = random.random()
        if kind < _IS_RANDOM:
            return self._liked(random.choice(self._library))
        among = self._repertoire
        if kind < _IS_RANDOM + _IS_CAMPAIGN:
            among = self._campaigns[day * _CAMPAIGNS // DAYS]
        is_early = now.hour < _NOON
        weights = [each.likes(channel, is_early=is_early) / rank for rank, each in enumerate(among, 1)]
        return random.choices(among, weights)[0]

    def _drift(self) -> None:
        """Change the weights of some replies from the day before."""
        for _ in range(len(self._repertoire) // 100):
            one, other = (self._random.randrange(len(self._repertoire)) for _ in range(2))
            liked = self._repertoire
            liked[one], liked[other] = liked[other], liked[one]

    def _liked(self, reply: Snippet) -> _Liked:
        random = self._random
        channels = [1.0] * len(CHANNELS)
        if random.random() < 0.6:
            channels = [0.15] * len(CHANNELS)
            channels[random.randrange(len(CHANNELS))] = 2.5
        probes = self._probes(reply)
        is_early = random.choice((None, None, None, True, False))
        return _Liked(reply, tuple(channels), is_early, probes, self._way(probes))

    def _way(self, probes: Mapping[str, str]) -> str:
        known = [kind for kind in _HABITS_OF_TYPING if kind in probes]
        return self._random.choices(known, [_HABITS_OF_TYPING[kind] for kind in known])[0]

    def _probes(self, reply: Snippet) -> dict[str, str]:
        """Return what the agent types for a reply, by kind."""
        word = self._remembered(reply)
        start = "".join(char for char in reply.title if readings(char))[:4]
        probes = {
            "empty": "",
            "1 initial": _initials(word)[:1],
            "2 initials": _initials(word),
            "1 character": word[:1],
            "2 characters": word,
            "pinyin": "".join(pinyin(word)),
        }
        if len(reply.code) > 2:
            probes["code"] = reply.code[:-1].lower()
        if len(start) == 4:
            probes |= {"4 initials": _initials(start), "4 characters": start}
        return probes

    def _remembered(self, reply: Snippet) -> str:
        """Return the two characters by which the agent remembers a reply: mostly its first."""
        words = [tag for tag in sorted(self._vocabulary) if tag in reply.title] or [reply.title]
        kind = self._random.random()
        if kind < 0.5:
            return reply.title[:2]
        if kind < 0.9 or not reply.tags:
            return self._random.choice(words)[:2]
        return self._random.choice(reply.tags)[:2]


def _initials(text: str) -> str:
    return "".join(name[0] for name in pinyin(text))
