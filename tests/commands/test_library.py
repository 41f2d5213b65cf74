"""The store and the finder always know the same replies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from tests.fakes.command_services import services_with, store_of

IDS = st.sampled_from("abcd")
SNIPPETS = st.builds(lambda key, title: Snippet(key, title, "文"), IDS, st.sampled_from(["退款", "发货"]))
CHANGES = st.builds(
    Change,
    st.lists(SNIPPETS, max_size=3).map(tuple),
    st.lists(IDS, max_size=2).map(tuple),
    st.lists(IDS, max_size=2).map(tuple),
)


@given(st.lists(CHANGES, max_size=5))
def test_what_is_found_is_what_is_stored(changes: list[Change]) -> None:
    services = services_with([Snippet("a", "退款", "文")])
    for change in changes:
        services.library.apply(change)
    found = {hit.snippet.id: hit.snippet for hit in services.finder.find("", 50)}
    assert found == {snippet.id: snippet for snippet in services.store.snippets()}


def test_a_change_that_fails_is_not_found() -> None:
    services = services_with()
    store_of(services).refuse = StoreProblem.DISK_FULL
    with pytest.raises(StoreError):
        services.library.apply(Change(put=(Snippet("x", "退款", "文"),)))
    assert services.finder.find("退款") == []
