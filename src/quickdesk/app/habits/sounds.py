"""The sounds of pinyin that the agent does not tell apart, from the settings to the search."""

from quickdesk.search.sounds import Sound, Sounds
from quickdesk.settings.settings import Settings


def sounds_of(settings: Settings) -> Sounds:
    """Return what the finder is to take for one sound."""
    return frozenset(Sound[pair.name] for pair in settings.sounds)
