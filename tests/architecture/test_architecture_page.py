"""docs/architecture.md names existing files, and its picture shows the current imports."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "architecture.md"
PLACES = (ROOT / "src" / "quickdesk", ROOT / "src", ROOT)


def test_every_path_it_names_exists() -> None:
    named = re.findall(r"`([\w./]+(?:/|\.py|\.toml))`", PAGE.read_text("utf-8"))
    assert len(named) > 30
    missing = [path for path in named if not any((place / path).exists() for place in PLACES)]
    assert not missing


def test_every_room_is_in_its_table() -> None:
    rooms = {path.parent.name for path in (ROOT / "src" / "quickdesk").glob("*/__init__.py")}
    rows = set(re.findall(r"^\| `(\w+)/` \|", PAGE.read_text("utf-8"), re.MULTILINE))
    assert rows == rooms


def test_the_picture_is_up_to_date() -> None:
    script = ROOT / "packaging" / "room_picture.py"
    checked = subprocess.run([sys.executable, str(script), "--check"], check=False)
    assert checked.returncode == 0, "draw it again: python packaging/room_picture.py"
