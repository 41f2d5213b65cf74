"""Reading the files of an import and writing that of an export; failures are answers with a problem."""

import argparse
import base64
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from quickdesk.cli.output import write_exactly
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Answer, Exit, problem

IMPORTED_ENDINGS = frozenset({".md", ".markdown", ".csv", ".tsv", ".json", ".jsonl", ".txt"})
MAX_BYTES = 64 * 1024 * 1024
"""The size of the largest file that is imported, far larger than any list of replies."""


class FileError(Exception):
    """A file cannot be read or written; ``answer`` has its path and the problem."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.problem)
        self.answer = answer


def add_force(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """Add the option to replace a file."""
    command.add_argument(
        "--force", action="store_true", help=catalog.translate("cli", "replace the file if there is one")
    )


def read_all(names: list[str]) -> list[dict[str, str]]:
    """Read the given files, and all importable files in the given folders.

    Return the name of each, relative to the given folder, and its content in base64. Raises FileError for the
    first one that cannot be read.
    """
    return [
        {"name": name, "content": base64.b64encode(_read(path)).decode("ascii")}
        for path, name in _find_files(names)
    ]


def read_one(name: str) -> str:
    """Return the content of a file in base64; raises FileError."""
    return base64.b64encode(_read(Path(name))).decode("ascii")


def _find_files(names: list[str]) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    for given in names:
        path = Path(given)
        if path.is_dir():
            inside = [file for file in sorted(path.rglob("*")) if _importable(file, path)]
            if not inside:
                raise FileError(problem(Exit.FAILED, "empty-folder", path=given))
            found += [(file, file.relative_to(path).as_posix()) for file in inside]
        else:
            found.append((path, path.name))
    return found


def _importable(file: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    return file.is_file() and file.suffix.lower() in IMPORTED_ENDINGS and not hidden


def _read(path: Path) -> bytes:
    try:
        if not path.exists():
            raise FileError(problem(Exit.NOT_FOUND, "no-such-file", path=str(path)))
        if not path.is_file():
            raise FileError(problem(Exit.FAILED, "not-a-file", path=str(path)))
        size = path.stat().st_size
        if size > MAX_BYTES:
            facts = {"path": str(path), "megabytes": size // 2**20, "most": MAX_BYTES // 2**20}
            raise FileError(problem(Exit.FAILED, "file-too-large", **facts))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise FileError(_failed("unreadable-file", path, error)) from error


def is_file(name: str) -> bool:
    """Return whether there is a file of this name."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def check_home(folder: Path) -> None:
    """Raise FileError if the path of the data folder exists and is not a folder."""
    try:
        is_other = folder.exists() and not folder.is_dir()
    except (OSError, ValueError):  # reported when it is opened
        return
    if is_other:
        raise FileError(problem(Exit.DATA, "not-a-folder", path=str(folder)))


def check_outside(name: str, folder: Path) -> None:
    """Raise FileError for a file in the data folder, whose files the program writes itself."""
    if name != "-" and os.path.realpath(Path(name).absolute().parent) == os.path.realpath(folder):
        raise FileError(problem(Exit.REFUSED, "own-folder", path=name))


def check_before_writing(name: str, *, replace: bool) -> None:
    """Raise FileError if a file would be overwritten without ``replace``, or if the path is not a file."""
    path = Path(name)
    try:
        is_there, is_file_ = name != "-" and path.exists(), path.is_file()
    except (OSError, ValueError):  # reported when it is written
        return
    if is_there and not is_file_:
        raise FileError(problem(Exit.FAILED, "not-a-file", path=name))
    if is_there and not replace:
        raise FileError(problem(Exit.REFUSED, "file-exists", path=name))


def write(name: str, content: bytes, *, replace: bool) -> None:
    """Write a file completely or not at all; ``-`` is standard output.

    An existing file is overwritten only with ``replace``, and keeps its permissions; a new one may be read
    by its owner only. Raises FileError; an existing file is unchanged then.
    """
    if name == "-":
        write_exactly(content)
        return
    path = Path(name)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(temporary, "xb", opener=_open_for_owner) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        check_before_writing(name, replace=replace)
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except FileError:
        _delete(temporary)
        raise
    except (OSError, ValueError) as error:
        _delete(temporary)
        name = "unwritable-file" if is_file(name) else "unwritable-new-file"
        raise FileError(_failed(name, path, error)) from error


def _open_for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _delete(temporary: Path) -> None:
    with suppress(OSError, ValueError):  # its folder may not exist
        temporary.unlink(missing_ok=True)


def _failed(name: str, path: Path, error: Exception) -> Answer:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return problem(Exit.FAILED, name, path=str(path), reason=reason)


def standard_input() -> str:
    """Return all of standard input as text, whatever the terminal's encoding is."""
    if sys.stdin is None:  # a program without a console has none
        return ""
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape").removesuffix("\n")


def decoded(content: str) -> bytes:
    """Return the bytes that were sent as base64."""
    return base64.b64decode(content)
