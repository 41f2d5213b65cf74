"""Draw the rooms of the source tree as docs/pictures/rooms.svg, from the imports in it.

Run from anywhere: ``python packaging/room_picture.py``; ``--check`` exits with 1 if the picture is out of
date. A room is a package under src/quickdesk; its line of text is the first line of its docstring. The rows
are the layers that import-linter enforces (pyproject.toml). An arrow means "imports"; arrows that follow from
others are left out.
"""

import ast
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "quickdesk"
PICTURE = ROOT / "docs" / "pictures" / "rooms.svg"

WIDTH, BOX_WIDTH, BOX_HEIGHT, ROW_HEIGHT, MARGIN = 1120, 300, 54, 92, 24
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #59626e; text-anchor: middle }
text.name { font-weight: 600; font-size: 15px; fill: #1a1e24 }
rect { fill: #f6f7f9; stroke: #b9c0ca; rx: 8px }
path { fill: none; stroke: #2864dc; stroke-opacity: .55; stroke-width: 1.3; marker-end: url(#head) }
svg { background: #ffffff }
"""
HEAD = (
    '<marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0 0L8 4L0 8z" style="fill:#2864dc;stroke:none"/></marker>'
)

Imports = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Box:
    """A room on the picture; ``x`` and ``y`` are those of its centre, in pixels."""

    room: str
    x: float
    y: float


def layers() -> list[list[str]]:
    """Return the rooms of each layer, from top to bottom, as configured for import-linter."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    lines = next(each["layers"] for each in contracts if each["type"] == "layers")
    rows = [[room.strip() for room in line.split("|")] for line in lines]
    rooms = [[room for room in row if (SOURCE / room).is_dir()] for row in rows]
    return [row for row in rooms if row]


def purpose_of(room: str) -> str:
    """Return the first line of the room's docstring."""
    source = (SOURCE / room / "__init__.py").read_text("utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]


def imports_of(rooms: list[str]) -> Imports:
    """Return for each room the rooms that it imports."""
    return {room: frozenset(_imported(room) & set(rooms) - {room}) for room in rooms}


def _imported(room: str) -> set[str]:
    found: set[str] = set()
    for file in sorted((SOURCE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
            else:
                continue
            found.update(name.split(".")[1] for name in names if name.startswith("quickdesk."))
    return found


def without_derived(imports: Imports) -> Imports:
    """Leave out each import that follows from a chain of others."""
    return {
        room: frozenset(
            target
            for target in targets
            if not any(target in _reached(imports, other) for other in targets - {target})
        )
        for room, targets in imports.items()
    }


def _reached(imports: Imports, room: str) -> set[str]:
    reached = set(imports[room])
    for target in imports[room]:
        reached |= _reached(imports, target)
    return reached


def boxes(rows: list[list[str]]) -> dict[str, Box]:
    """Return the box of each room; a room alone in its row is left of, at, or right of the middle."""
    placed = {}
    for number, row in enumerate(rows):
        y = MARGIN + BOX_HEIGHT / 2 + number * ROW_HEIGHT
        shift = (number % 3 - 1) * BOX_WIDTH * 0.7 if len(row) == 1 else 0
        for column, room in enumerate(row):
            placed[room] = Box(room, WIDTH * (column + 0.5) / len(row) + shift, y)
    return placed


def drawing() -> str:
    """Return the picture as SVG."""
    rows = layers()
    placed = boxes(rows)
    arrows = without_derived(imports_of(list(placed)))
    height = 2 * MARGIN + BOX_HEIGHT + (len(rows) - 1) * ROW_HEIGHT
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        "<title>The rooms of quickdesk and what each imports</title>",
        f"<style>{STYLE}</style>",
        f"<defs>{HEAD}</defs>",
    ]
    lines += [_arrow(placed[room], placed[each]) for room in placed for each in sorted(arrows[room])]
    lines += [_drawn(box) for box in placed.values()]
    return "\n".join([*lines, "</svg>", ""])


def _arrow(start: Box, end: Box) -> str:
    top, bottom = start.y + BOX_HEIGHT / 2, end.y - BOX_HEIGHT / 2
    bend = (bottom - top) / 2
    curve = f"M{start.x:.0f} {top:.0f}C{start.x:.0f} {top + bend:.0f} {end.x:.0f} {bottom - bend:.0f}"
    return f'<path d="{curve} {end.x:.0f} {bottom:.0f}"/>'


def _drawn(box: Box) -> str:
    left, top = box.x - BOX_WIDTH / 2, box.y - BOX_HEIGHT / 2
    return (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}"/>'
        f'<text class="name" x="{box.x:.0f}" y="{box.y - 5:.0f}">{escape(box.room)}</text>'
        f'<text x="{box.x:.0f}" y="{box.y + 15:.0f}">{escape(purpose_of(box.room))}</text>'
    )


def main(arguments: list[str]) -> int:
    """Draw the picture, or compare it with the existing one."""
    picture = drawing()
    if "--check" in arguments:
        return int(not PICTURE.exists() or PICTURE.read_text("utf-8") != picture)
    PICTURE.write_text(picture, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
