"""What a new data folder begins with: the replies of the pack that ships with the program."""

from collections.abc import Mapping

from quickdesk.commands.desk import Desk
from quickdesk.packs.source import read_pack
from quickdesk.replies.store import Change


def welcome(desk: Desk, pack: Mapping[str, str]) -> int:
    """Store the replies of a pack (file name to text) and return how many; raises PackError, StoreError."""
    snippets = read_pack(pack).snippets
    desk.apply(Change(put=snippets))
    return len(snippets)
