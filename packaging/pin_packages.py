"""Pins all packages, with the checksums of their files: ``python packaging/pin_packages.py [--upgrade]``.

Writes constraints.txt, for the program and its build, and constraints-tests.txt, for its tests. run.py
installs only files that are listed there, on every system. Versions stay as they are if the requirements
allow it; with ``--upgrade`` each is the newest. Needs uv and a package index.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM, TESTS = ROOT / "constraints.txt", ROOT / "constraints-tests.txt"
REQUIREMENTS = ("pyproject.toml", "packaging/build-requirements.txt")
HEADER = "# {what}, with the checksum of every file; made by packaging/pin_packages.py.\n"


def compile_all(present: str, *options: str) -> str:
    """Return the pins of all requirements, the versions of ``present`` where they fit."""
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "pins.txt"
        pins.write_text(present, "utf-8")
        command = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-annotate", "--no-header", *options, *REQUIREMENTS]
        subprocess.run([*command, "--output-file", str(pins)], cwd=ROOT, check=True)
        return pins.read_text("utf-8")


def entries(pins: str) -> list[str]:
    """Return each package with its lines of checksums."""
    return re.findall(r"^[^\s#].*\n(?:\s.*\n)*", pins, re.MULTILINE)


def main(options: list[str]) -> None:
    present = "".join(path.read_text("utf-8") for path in (PROGRAM, TESTS) if path.exists())
    everything = compile_all(present, "--extra", "test", *options)
    program = entries(compile_all(everything))
    tests = [entry for entry in entries(everything) if entry not in program]
    PROGRAM.write_text(HEADER.format(what="The program and building it") + "".join(program), "utf-8")
    TESTS.write_text(HEADER.format(what="What only the tests need") + "".join(tests), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
