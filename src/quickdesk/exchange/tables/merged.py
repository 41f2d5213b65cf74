"""Whether a column looks like merged cells of a spreadsheet, which are empty below the first one."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class MergedColumn:
    """The cells of one column so far; ``is_unique`` is whether each text must begin only once."""

    is_unique: bool
    seen: set[str] = field(default_factory=set)
    last: str = ""
    filled: int = 0
    empty: int = 0
    begins_twice: bool = False

    def add(self, cell: str) -> None:
        """Add the next cell, without spaces around it."""
        if not cell:
            self.empty += 1
            return
        self.begins_twice = self.begins_twice or cell == self.last or (self.is_unique and cell in self.seen)
        self.seen.add(cell)
        self.last = cell
        self.filled += 1

    @property
    def is_merged(self) -> bool:
        """Whether empty cells continue the cell above: no text begins twice, and half of them are empty."""
        return not self.begins_twice and self.empty >= self.filled > 0
