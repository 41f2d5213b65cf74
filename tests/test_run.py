"""What run.py installs, prints and starts, on simulated machines."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quickdesk_run", ROOT / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


run = load()

from setting_up import checks, system_packages  # noqa: E402 - run.py shows where
from setting_up.machine import Machine as RealMachine  # noqa: E402


class FakeMachine:
    """A machine on which installations succeed and create the files of the real programs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.env: dict[str, str] = {"DISPLAY": ":0"}
        self.platform = "linux"
        self.python = "/usr/bin/python3"
        self.version = (3, 11)
        self.is_root = False
        self.language: str | None = "C"
        self.programs = {"apt-get"}
        self.modules = {"venv", "ensurepip"}
        self.libraries = {name for name, _ in system_packages.pairs(system_packages.LIBRARIES)}
        self.font_files = "wqy-microhei.ttc\nNotoColorEmoji.ttf"
        self.known = {"libgl1", "libglib2.0-0", "python3-venv", "xvfb", "fonts-wqy-microhei"}
        self.failing: set[str] = set()
        self.reason = "it did not work\nfor this reason"
        self.ran: list[list[str]] = []
        self.environments: list[Mapping[str, str]] = []
        self.said: list[str] = []
        self.became: list[str] = []
        for name in ("pyproject.toml", "constraints.txt", "constraints-tests.txt", "run.py"):
            (root / name).write_text(name)

    @property
    def bin(self) -> Path:
        return self.root / ".venv" / ("Scripts" if self.platform == "win32" else "bin")

    @property
    def suffix(self) -> str:
        return ".exe" if self.platform == "win32" else ""

    def which(self, program: str) -> str | None:
        return f"/usr/bin/{program}" if program in self.programs else None

    def loads(self, library: str) -> bool:
        return library in self.libraries

    def has_module(self, name: str) -> bool:
        return name in self.modules

    def fonts(self) -> str:
        return self.font_files

    def run(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> tuple[int, str]:
        self.ran.append(list(command))
        self.environments.append(env or {})
        line = " ".join(command)
        if any(part in line for part in self.failing):
            return 1, self.reason
        if command[0] == "apt-cache":
            return (0 if command[-1] in self.known else 100), ""
        if command[:2] == ["apt-get", "install"] and any("venv" in name for name in command):
            self.modules |= {"venv", "ensurepip"}
        if "venv" in command:
            self.leave("python", "pip" if command[0] != "uv" else "")
        if "pip" in command and "--version" in command:
            return (0 if (self.bin / "pip").exists() else 1), ""
        if "--editable" in command:
            self.leave("quickdesk")
        return 0, ""

    def leave(self, *names: str) -> None:
        self.bin.mkdir(parents=True, exist_ok=True)
        (self.root / ".venv" / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.2\n")
        for name in filter(None, names):
            (self.bin / (name + self.suffix)).touch()

    def show(self, command: Sequence[str]) -> int:
        self.ran.append(list(command))
        return 5 if "pytest fails" in self.failing else 0

    def become(self, command: list[str]) -> int:
        self.became = command
        return 7

    def say(self, text: str, end: str = "\n") -> None:
        self.said.append(text + end)

    @property
    def words(self) -> str:
        return "".join(self.said)

    def installed(self) -> list[str]:
        return [" ".join(command) for command in self.ran if "install" in command]

    def packages(self) -> list[str]:
        """The installed Python packages, without quickdesk itself."""
        return [line for line in self.installed() if "--require-hashes" in line]


@pytest.fixture
def machine(tmp_path: Path) -> FakeMachine:
    return FakeMachine(tmp_path)


def start(machine: FakeMachine, *arguments: str) -> int:
    machine.ran.clear()
    machine.said.clear()
    code = run.Setup(machine, arguments).main()
    assert isinstance(code, int)
    return code


def test_the_first_start_installs_and_the_second_only_starts(machine: FakeMachine) -> None:
    assert start(machine, "find", "退款") == 7
    assert machine.became == [str(machine.bin / "quickdesk"), "find", "退款"]
    assert len(machine.packages()) == 1
    assert start(machine, "find", "退款") == 7
    assert (machine.ran, machine.said) == ([], [])


def test_only_files_with_a_known_checksum_are_installed_and_nothing_is_fetched_to_build(
    machine: FakeMachine,
) -> None:
    start(machine)
    packages, project = machine.installed()
    assert packages.endswith("--require-hashes --requirement constraints.txt")
    assert project.endswith("--no-deps --no-build-isolation --editable .")


def test_uv_is_used_first_if_it_works(machine: FakeMachine) -> None:
    machine.programs.add("uv")
    machine.modules.clear()
    assert start(machine) == 7
    packages, project = machine.installed()
    assert packages.startswith("uv pip install")
    assert packages.endswith("--require-hashes --requirement constraints.txt")
    assert project.endswith("--no-deps --no-build-isolation --editable .")


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("pip", "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."),
        ("uv", "error: Failed to read `six`\n  Caused by: Hash mismatch for `six`"),
    ],
)
@pytest.mark.parametrize(("language", "sentence"), [("C", "another checksum"), ("zh_CN.UTF-8", "校验和不符")])
def test_a_file_with_another_checksum_is_reported_as_an_error(
    machine: FakeMachine, program: str, reason: str, language: str, sentence: str
) -> None:
    machine.language = language
    machine.programs.add(program)
    machine.failing.add("--require-hashes")
    machine.reason = reason
    assert start(machine) == 1
    assert reason in machine.words
    assert sentence in machine.said[-1]
    assert len(machine.packages()) == 1, "it is not tried in another way"
    assert not machine.became


def test_a_uv_that_does_not_run_is_skipped(machine: FakeMachine) -> None:
    machine.programs.add("uv")
    machine.failing.add("uv --version")
    assert start(machine) == 7
    assert "-m pip install" in machine.installed()[0]


def test_if_uv_fails_pip_is_tried_in_the_same_environment(machine: FakeMachine) -> None:
    machine.programs.add("uv")
    machine.failing.add("uv pip")
    assert start(machine) == 7
    assert "for this reason" in machine.words
    assert ["/usr/bin/python3", "-m", "venv", str(machine.root / ".venv")] in machine.ran


def test_the_tools_of_the_tests_are_installed_by_the_test_command_only(machine: FakeMachine) -> None:
    start(machine)
    assert start(machine, "test") == 0
    (line,) = machine.packages()
    assert line.endswith("--requirement constraints.txt --requirement constraints-tests.txt")
    assert start(machine, "test") == 0
    assert machine.installed() == []
    start(machine, "list")
    assert machine.ran == [], "what the tests need holds what the program needs"


@pytest.mark.parametrize(
    "changed",
    ["pyproject.toml", "constraints.txt", "constraints-tests.txt", "run.py", ".venv/pyvenv.cfg"],
)
def test_a_changed_requirement_installs_again(machine: FakeMachine, changed: str) -> None:
    start(machine)
    text = (machine.root / changed).read_text()
    (machine.root / changed).write_text(text + "# changed\n")
    start(machine)
    assert len(machine.packages()) == 1


def test_a_moved_checkout_installs_again(machine: FakeMachine, tmp_path: Path) -> None:
    start(machine)
    machine.root = tmp_path.rename(tmp_path.with_name("moved elsewhere"))
    start(machine)
    assert len(machine.packages()) == 1


def test_an_interrupted_install_is_created_again(machine: FakeMachine) -> None:
    machine.failing.add("pip install")
    assert start(machine) == 1
    assert "for this reason" in machine.words
    (machine.bin / "half").touch()
    machine.failing.clear()
    assert start(machine) == 7
    assert not (machine.bin / "half").exists()


def test_an_interrupted_install_of_the_test_tools_is_not_taken_for_the_program(machine: FakeMachine) -> None:
    start(machine)
    machine.failing.add("pip install")
    assert start(machine, "test") == 1
    machine.failing.clear()
    start(machine, "list")
    assert len(machine.packages()) == 1


@pytest.mark.parametrize("settings", ["", "version = 3.9.2\n", "version_info = 3.10.1.final.0\n"])
def test_an_environment_of_an_old_or_unknown_python_is_created_again(
    machine: FakeMachine, settings: str
) -> None:
    machine.leave("python", "stranger")
    (machine.root / ".venv" / "pyvenv.cfg").write_text(settings)
    assert start(machine) == 7
    assert not (machine.bin / "stranger").exists()


def test_an_environment_whose_python_no_longer_starts_is_created_again(machine: FakeMachine) -> None:
    start(machine)
    (machine.bin / "python").unlink()
    (machine.bin / "python").symlink_to("/nowhere/python3.11")
    machine.failing.add("sys.version_info")
    assert start(machine) == 7
    assert (machine.bin / "python").exists()


def test_a_working_environment_created_by_another_program_is_kept(machine: FakeMachine) -> None:
    machine.leave("python", "pip", "stranger")
    assert start(machine) == 7
    assert (machine.bin / "stranger").exists()


def test_a_link_or_file_in_the_place_of_the_environment_is_replaced(
    machine: FakeMachine, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "precious").touch()
    (machine.root / ".venv").symlink_to(elsewhere)
    assert start(machine) == 7
    assert (elsewhere / "precious").exists()


def test_root_installs_system_packages_under_the_names_this_system_knows(machine: FakeMachine) -> None:
    machine.is_root = True
    machine.libraries -= {"libGL.so.1", "libglib-2.0.so.0"}
    machine.modules.clear()
    assert start(machine) == 7
    line = next(line for line in machine.installed() if line.startswith("apt-get"))
    assert line.endswith(" libglib2.0-0 libgl1 python3-venv")
    assert "--no-install-recommends" in line


def test_root_without_packages_gets_the_command(machine: FakeMachine) -> None:
    machine.is_root = True
    machine.libraries.remove("libGL.so.1")
    machine.failing.add("apt-get install")
    assert start(machine) == 1
    assert "install -y --no-install-recommends libgl1\n" in machine.words
    assert not machine.became


def test_other_users_get_one_command_for_everything_missing(machine: FakeMachine) -> None:
    machine.libraries.remove("libGL.so.1")
    machine.modules.clear()
    machine.font_files = ""
    assert start(machine) == 1
    expected = "  sudo apt-get install -y --no-install-recommends libgl1 python3-venv fonts-wqy-microhei\n"
    assert machine.words.endswith(expected)
    assert machine.installed() == []


def test_the_command_line_needs_no_libraries_of_the_display(machine: FakeMachine) -> None:
    machine.libraries.clear()
    assert start(machine, "find", "tk") == 7


def test_tests_run_without_the_programs_they_can_skip(machine: FakeMachine) -> None:
    assert start(machine, "test") == 0
    assert "sudo apt-get install -y --no-install-recommends xvfb" in machine.words


def test_root_installs_the_programs_of_the_tests_that_are_known(machine: FakeMachine) -> None:
    machine.is_root = True
    machine.font_files = "Arial.ttf"
    assert start(machine, "test") == 0
    (line,) = [line for line in machine.installed() if line.startswith("apt-get")]
    assert line.endswith(" fonts-wqy-microhei xvfb")


def test_on_other_systems_the_missing_libraries_are_printed(machine: FakeMachine) -> None:
    machine.programs.clear()
    machine.libraries.remove("libEGL.so.1")
    assert start(machine) == 7
    assert "libEGL.so.1" in machine.words


def test_without_an_installer_it_prints_what_to_install(machine: FakeMachine) -> None:
    machine.programs.clear()
    machine.modules.clear()
    assert start(machine) == 1
    assert "uv" in machine.words


@pytest.mark.parametrize(
    ("language", "sentence"), [("en_US.UTF-8", "no display"), ("zh_CN.UTF-8", "没有图形界面")]
)
def test_without_a_display_it_prints_that_and_what_to_do(
    machine: FakeMachine, language: str, sentence: str
) -> None:
    machine.env.clear()
    machine.language = language
    assert start(machine) == 1
    assert sentence in machine.words
    assert "python3 run.py find 退款" in machine.words
    assert not machine.became


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_either_kind_of_display_suffices(machine: FakeMachine, name: str) -> None:
    machine.env = {name: "x"}
    assert start(machine) == 7


def test_windows_has_other_paths_and_no_system_packages(machine: FakeMachine) -> None:
    machine.platform = "win32"
    machine.env.clear()
    machine.libraries.clear()
    machine.programs.clear()
    assert start(machine, "list") == 7
    assert machine.became == [str(machine.root / ".venv" / "Scripts" / "quickdesk.exe"), "list"]
    start(machine)
    assert machine.ran == []


def test_an_old_python_is_refused_with_a_solution(machine: FakeMachine) -> None:
    machine.version = (3, 9)
    assert start(machine) == 1
    assert "3.11" in machine.words
    assert machine.ran == []


def test_all_checks_run_and_pytest_gets_the_arguments(machine: FakeMachine) -> None:
    start(machine, "test")
    assert start(machine, "test", "-k", "hotkey") == 0
    names = [Path(command[0]).name for command in machine.ran if command[0].startswith(str(machine.bin))]
    assert names == ["ruff", "ruff", "mypy", "lint-imports", "python"]
    command = machine.ran[-1]
    assert (command[1:3], command[-2:]) == (["-m", "pytest"], ["-k", "hotkey"])


def test_a_failed_check_fails_the_run_but_the_tests_still_run(machine: FakeMachine) -> None:
    start(machine, "test")
    machine.failing.add("mypy")
    assert start(machine, "test") == 1
    assert "pytest" in machine.ran[-1]
    assert machine.said[-1] == "Not passed: types\n"


def test_the_exit_code_of_the_tests_is_passed_on(machine: FakeMachine) -> None:
    machine.failing.add("pytest fails")
    assert start(machine, "test") == 5


def test_both_languages_have_every_sentence_with_the_same_placeholders() -> None:
    words = [*run.WORDS.values(), *system_packages.WORDS.values(), *checks.WORDS.values()]
    for english, chinese in words:
        assert re.findall(r"{\w+}", english) == re.findall(r"{\w+}", chinese)


def test_the_file_can_be_read_by_a_python_too_old_to_run_it() -> None:
    for path in (ROOT / "run.py", *(ROOT / "packaging" / "setting_up").glob("*.py")):
        ast.parse(path.read_text("utf-8"), feature_version=(3, 8))


def test_a_real_program_s_output_and_exit_code_are_returned(tmp_path: Path) -> None:
    machine = RealMachine(tmp_path)
    program = "import os, sys; print(os.environ['FIELD'], os.getcwd()); sys.exit(3)"
    code, output = machine.run([sys.executable, "-c", program], {"FIELD": "字段"})
    assert code == 3
    assert output.split()[1] == str(tmp_path.resolve())
    assert machine.run(["no such program"])[0] == 127


def test_a_library_either_loads_or_not(tmp_path: Path) -> None:
    assert not RealMachine(tmp_path).loads("libnothing-of-the-kind.so.1")


@pytest.mark.parametrize("number", [1, 2])
def test_every_requirement_is_pinned_with_checksums_and_no_index_is_named(number: int) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"], "editables"]
    if number == 2:
        wanted += project["project"]["optional-dependencies"]["test"]
    text = "".join((ROOT / name).read_text("utf-8") for name in run.PINS[:number])
    pins = re.findall(
        r"^([a-z0-9-]+)==[\w.]+(?: ; [^\\\n]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$",
        text,
        re.MULTILINE,
    )
    names = {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace("_", "-") for line in wanted}
    assert names - {name for name, _ in pins} == set()
    assert text.count("==") - text.count(" == ") == len(pins), "nothing stands there without"
    assert not re.search(r"://|--index|--find-links", text)


def test_ci_runs_the_documented_command() -> None:
    script = ROOT / ".ci" / "run"
    assert "run.py test" in script.read_text("utf-8")
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0


def test_a_path_or_a_program_cannot_control_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    RealMachine(ROOT).say("/home/\x1b[2J\u202ea\x9b: failed\nTry again")
    assert capsys.readouterr().err == "/home/\\u001b[2J\\u202ea\\u009b: failed\nTry again\n"
