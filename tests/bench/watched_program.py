"""Runs the real program and records what its palette painted and when (``palette_watch.py``).

``python -m tests.bench.watched_program NOTES`` runs what ``quickdesk`` runs.
"""

import sys


def run(notes: str) -> int:
    """Run the program to its end."""
    # Imported here, because the process that builds an index imports this file too and does not need Qt.
    from quickdesk import __main__ as entrance
    from quickdesk.app import main
    from tests.bench.palette_watch import watching

    main.QApplication = watching(notes)  # type: ignore[misc]
    sys.argv = ["quickdesk"]
    return entrance.main()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1]))
