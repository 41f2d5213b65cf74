"""Updates the catalogues from the sources: ``python packaging/translations.py [--check]``.

Collects every sentence in src/ in resources/translations/*.ts, where they are translated with Qt Linguist or
an editor, and makes the .qm files that the windows load. With ``--check`` nothing is written. The exit code
is 1 if a run would change something or a sentence is not translated.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN", "zh_TW", "en")
WHAT_TO_DO = (
    'Translate these in resources/translations/*.ts, remove type="unfinished", and run '
    "python packaging/translations.py again:"
)


def catalogue(folder: Path, language: str) -> Path:
    return folder / f"quickdesk_{language}.ts"


def tool(name: str) -> str:
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name) or name


def update(folder: Path) -> None:
    """Take over new sentences and drop old ones; English only needs those with a plural."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "src" / "quickdesk").rglob("*.py"))
    for language in LANGUAGES:
        plural = ["-pluralonly"] if language == "en" else []
        options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", *plural]
        command = [tool("pyside6-lupdate"), *options, "-target-language", language]
        subprocess.run([*command, *sources, "-ts", str(catalogue(folder, language))], check=True, cwd=ROOT)


def release(folder: Path) -> None:
    """Make the binary catalogues that the windows load."""
    for language in LANGUAGES:
        source = catalogue(folder, language)
        command = [tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]
        subprocess.run(command, check=True, cwd=ROOT)


def unfinished(folder: Path) -> list[str]:
    """Return every sentence that a catalogue leaves untranslated."""
    open_ones = []
    for language in LANGUAGES:
        for message in ET.parse(catalogue(folder, language)).getroot().iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [translation, *translation.iter("numerusform")]
            texts = [form.text for form in forms if form.tag == "numerusform"] or [
                forms[0].text if forms else ""
            ]
            if translation is None or translation.get("type") or not all(texts):
                open_ones.append(f"{language}: {message.findtext('source')}")
    return open_ones


def stale() -> list[str]:
    """Return the files that a run would change."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for language in LANGUAGES:
            shutil.copy(catalogue(FOLDER, language), fresh)
        update(fresh)
        release(fresh)
        return [
            file.name
            for file in sorted(fresh.iterdir())
            if file.read_bytes() != (FOLDER / file.name).read_bytes()
        ]


def main() -> int:
    outdated: list[str] = []
    if "--check" in sys.argv:
        outdated = [f"not up to date, run python packaging/translations.py: {name}" for name in stale()]
    else:
        FOLDER.mkdir(parents=True, exist_ok=True)
        update(FOLDER)
        release(FOLDER)
    untranslated = unfinished(FOLDER)
    if untranslated:
        untranslated.insert(0, WHAT_TO_DO)
    print("\n".join([*outdated, *untranslated]) or "all sentences are translated")
    return 1 if outdated or untranslated else 0


if __name__ == "__main__":
    sys.exit(main())
