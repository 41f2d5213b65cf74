"""The whole program over damaged data, data of a newer version, and a full disk."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from quickdesk.storage.journal.record import encode_header, encode_record, read
from tests.desktop_rig import Rig, until
from tests.e2e.program import HOME, Program

pytestmark = pytest.mark.desktop


def test_damaged_data_is_set_aside_and_reported(rig: Rig, tmp_path: Path) -> None:
    broken = b'{"_meta":{"1":{"format":"quickdesk-snippets","version":1}},"snippets":{"a":{"ti'
    (tmp_path / "snippets.json").write_bytes(broken)
    with Program(rig, tmp_path) as program:
        assert (tmp_path / "snippets.json.damaged-1").read_bytes() == broken
        until(program.toast, "the toast about it")
        until(lambda: program.window(HOME), "the window that goes on telling")
        program.add("重新开始", code="zqnew")
    assert (tmp_path / "snippets.json.damaged-1").read_bytes() == broken


def test_data_of_a_newer_version_is_not_touched(rig: Rig, tmp_path: Path) -> None:
    newer = b'{"_meta":{"1":{"format":"quickdesk-snippets","version":99}},"snippets":{},"other":[]}'
    (tmp_path / "snippets.json").write_bytes(newer)
    program = Program(rig, tmp_path)
    try:
        for arguments in ((), ("list",), ("add", "--title", "t", "--body", "b")):
            done = program.cli(*arguments)
            assert done.exit == 5
            assert "newer" in done.err
        assert (tmp_path / "snippets.json").read_bytes() == newer
        assert not list(tmp_path.glob("*damaged*"))
    finally:
        program.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of three megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no file system of its own can be mounted here (needs root)")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_touches_nothing_that_is_stored(rig: Rig, small_disk: Path) -> None:
    folder = small_disk / "data"
    with Program(rig, folder) as program:
        program.add("存好了", code="zqkept")
        acknowledged = program.cli("list", "--json").json
        before = stored(folder)
        filler = small_disk / "filler"
        _fill(filler)
        refused = program.cli("add", "--title", "t", "--body", "-", stdin="放不下".encode() * 6000)
        assert refused.exit == 5
        assert "full" in refused.err
        check_only_grown(before, stored(folder))
        assert program.cli("list", "--json").json == acknowledged
        filler.unlink()
        program.add("又有地方了", code="zqroom")
        check_only_grown(before, stored(folder))
        acknowledged = program.cli("list", "--json").json
        assert {"存好了", "又有地方了"} <= {reply["body"] for reply in acknowledged}
        program.kill()
        assert program.cli("list", "--json").json == acknowledged  # read without the program
        program.start()
        assert program.cli("list", "--json").json == acknowledged
        assert not list(folder.glob("*damaged*"))


def stored(folder: Path) -> dict[str, bytes]:
    """Return the files of the replies: the snapshot, the one before it, the journals.

    The sync mark is left out: it is overwritten with every change.
    """
    return {path.name: path.read_bytes() for path in folder.glob("snippets.*") if path.suffix != ".mark"}


def check_only_grown(before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """Check that the files have only been appended to, and that journals contain complete records only."""
    for name, content in before.items():
        assert after[name][: len(content)] == content, name
        assert name.endswith(".log") or after[name] == content, name
    for name, content in after.items():
        assert name in before or name.endswith(".log"), name
        if name.endswith(".log"):
            journal = read(content)
            assert journal.header is not None
            whole = [encode_record(journal.header, record) for record in journal.records]
            assert encode_header(journal.header) + b"".join(whole) == content, name


def _fill(path: Path) -> None:
    """Write until the disk is full."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
