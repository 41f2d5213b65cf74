"""The starter replies say how buyers and agents ask for them, and no two claim the same question."""

from collections import Counter, defaultdict

from quickdesk.text.folding import fold, searchable
from tests.packs.test_starter import STARTER

FEWEST, MOST = 5, 9
LONGEST = 10
SHARED_AT_MOST = 3
"""How many asks may stand in two replies, because both truly answer them."""


def folded(text: str) -> str:
    return fold(searchable(text))


def test_every_reply_has_several_short_asks() -> None:
    counts = {reply.id: len(reply.asks) for reply in STARTER.snippets}
    assert {owner: count for owner, count in counts.items() if not FEWEST <= count <= MOST} == {}
    assert [ask for reply in STARTER.snippets for ask in reply.asks if not 2 <= len(ask) <= LONGEST] == []


def test_an_ask_adds_something_to_the_title_the_code_and_the_other_asks() -> None:
    useless = []
    for reply in STARTER.snippets:
        asks = [folded(ask) for ask in reply.asks]
        known = folded(reply.title)
        useless += [(reply.id, ask) for ask in asks if ask in known or ask == folded(reply.code)]
        useless += [(reply.id, ask) for ask, times in Counter(asks).items() if times > 1]
    assert useless == []


def test_hardly_an_ask_is_claimed_by_two_replies() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for reply in STARTER.snippets:
        for ask in {*reply.asks, reply.title}:
            owners[folded(ask)].append(reply.id)
    shared = {ask: replies for ask, replies in owners.items() if len(replies) > 1}
    assert len(shared) <= SHARED_AT_MOST, shared
