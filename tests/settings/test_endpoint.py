import os
from pathlib import Path, PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.settings.endpoint import endpoints, pipe_path

SHORT = Path("/home/agent/.local/share/quickdesk")
LONG = Path("/home") / ("长" * 60)


def posix(folder: Path, **environment: str) -> list[str]:
    return list(endpoints(str(folder), environment, "posix", 1000))


def test_the_data_folder_comes_first_whatever_the_environment() -> None:
    assert posix(SHORT)[0] == f"{SHORT}/quickdesk.sock"
    assert posix(SHORT, XDG_RUNTIME_DIR="/run/user/1000", TMPDIR="/var/tmp")[0] == posix(SHORT)[0]


def test_a_long_path_is_named_short_elsewhere() -> None:
    places = posix(LONG, XDG_RUNTIME_DIR="/run/user/1000/", TMPDIR="/var/tmp")
    assert [str(PurePosixPath(place).parent) for place in places] == ["/run/user/1000", "/var/tmp"]
    assert all("-1000-" in place for place in places[1:])
    (place,) = posix(LONG)
    assert place.startswith("/tmp/quickdesk-1000-")


def test_two_folders_never_share_a_place() -> None:
    other = LONG / "x"
    assert set(posix(LONG, XDG_RUNTIME_DIR="/run")).isdisjoint(posix(other, XDG_RUNTIME_DIR="/run"))


def test_places_that_are_not_absolute_or_too_long_are_passed_over() -> None:
    assert posix(LONG, XDG_RUNTIME_DIR="run", TMPDIR="/" + "x" * 200) == []


def test_on_windows_there_is_one_pipe_whatever_the_case() -> None:
    (name,) = endpoints("C:/Users/A/quickdesk", {}, "nt", 0)
    assert list(endpoints("c:/users/a/QUICKDESK", {"TMPDIR": "x"}, "nt", 0)) == [name]
    assert pipe_path(name) == "\\\\.\\pipe\\" + name


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=120))
def test_every_place_fits_into_a_socket_address(name: str) -> None:
    for place in posix(Path("/") / name, XDG_RUNTIME_DIR=f"/run/{name}"):
        assert len(os.fsencode(place)) <= 103
