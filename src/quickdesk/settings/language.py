"""Which of our languages fits what the system says."""

from quickdesk.settings.settings import Language

_TRADITIONAL_PLACES = ("tw", "hk", "mo", "hant")


def resolve(choice: Language, system_locale: str) -> Language:
    """Return the language to speak: the agent's choice, else the nearest to ``system_locale``.

    ``system_locale`` is a POSIX or BCP 47 name such as ``zh_TW.UTF-8`` or ``zh-Hant-HK``.
    """
    if choice is not Language.SYSTEM:
        return choice
    name = system_locale.lower().replace("-", "_").split(".")[0]
    if not name.startswith("zh"):
        return Language.ENGLISH
    traditional = any(place in name.split("_") for place in _TRADITIONAL_PLACES)
    return Language.TRADITIONAL if traditional else Language.SIMPLIFIED
