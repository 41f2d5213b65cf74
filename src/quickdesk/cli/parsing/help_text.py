"""Lays the help out by the columns of a terminal: argparse counts characters, and 汉字 take two columns."""

import argparse

from quickdesk.cli.columns import wrapped


class HelpInColumns(argparse.HelpFormatter):
    """argparse's own layout with lines broken where the terminal ends."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(f"{indent}{line}" for line in wrapped(text, width - len(indent)))
