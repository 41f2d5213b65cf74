"""Where the files that ship with the program lie: ``resources/`` and ``snippets/``.

In a wheel both folders stand inside the package; in a checkout they stand beside ``src/``.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def packaged(*parts: str) -> Path:
    """Return the path of a file or folder that ships with the program.

    ``packaged("resources", "icons")`` names the icons. Raises FileNotFoundError when the
    installation is incomplete, because nothing sensible can be done without these files.
    """
    for root in (_PACKAGE, _CHECKOUT):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"quickdesk is not installed completely: {'/'.join(parts)} is missing")
