"""What was answered before votes for a reply: fully for the same message, not at all for a distant one."""

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.suggest.past_messages import MIN_VOTE, PastMessages
from quickdesk.search.suggest.suggestion import Answered

PAST = PastMessages(
    [
        Answered("包裹到哪儿了", "parcel"),
        Answered("包裹怎么还没到", "parcel"),
        Answered("能开发票吗", "invoice"),
        Answered("？？", "sign"),
    ]
)


def test_an_equal_message_gives_a_full_vote_and_is_named() -> None:
    votes = PAST.votes("能开发票吗")
    assert votes.by_id["invoice"] == 1.0
    assert votes.like["invoice"] == "能开发票吗"


def test_a_distant_message_gives_none() -> None:
    assert PAST.votes("今天能发吗").by_id == {}
    assert PAST.votes("").by_id == {}
    assert PastMessages([]).votes("包裹").by_id == {}


@given(st.lists(st.sampled_from([*"包裹发票到哪能开吗", "order ", "7天"]), max_size=20).map("".join))
def test_votes_are_shares_and_each_names_a_message(message: str) -> None:
    votes = PAST.votes(message)
    assert votes.by_id.keys() == votes.like.keys()
    assert all(MIN_VOTE <= vote <= 1.0 for vote in votes.by_id.values())
