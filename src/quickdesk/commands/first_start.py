"""What a new data folder begins with: the replies of the pack that ships with the program."""

import logging
from collections.abc import Callable, Mapping

from quickdesk.commands.desk import Desk
from quickdesk.packs.pack import PackError
from quickdesk.packs.source import read_pack
from quickdesk.replies.store import Change

_log = logging.getLogger(__name__)


def welcome(desk: Desk, read: Callable[[], Mapping[str, str]]) -> bool:
    """Store the replies of the pack whose texts ``read`` returns (by file name); raises StoreError.

    False where the pack is missing or broken: an agent can work without it, so that is no reason not
    to start. As long as nothing else is stored, the next start tries again.
    """
    try:
        snippets = read_pack(read()).snippets
    except (PackError, OSError, UnicodeError) as error:
        _log.error("the starter pack cannot be read: %s", type(error).__name__)
        return False
    desk.apply(Change(put=snippets))
    _log.info("first start: %d replies", len(snippets))
    return True
