"""The catalogues are complete and up to date, and written as is usual in each language."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from quickdesk.replies.special import special_kind
from quickdesk.replies.template import Field, Special, parse

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
CHINESE = ("zh_CN", "zh_TW")
DECLARED_CONTEXTS = {"cli", "words"}
FIELD_IN_A_REPLY = "field in a reply"

# GB 2312 has no character that is only traditional, Big5 none that is only simplified.
CHARACTERS_OF = {"zh_CN": "gb2312", "zh_TW": "big5"}
FOREIGN_QUOTES = {"zh_CN": "「」『』\"'", "zh_TW": "“”‘’\"'"}
# Not used in Taiwan, although every character is.
NOT_OF_TAIWAN = (
    "設置|文件夾|文件|剪貼板|粘貼|鼠標|光標|程序|軟件|默認|保存|導入|導出|快捷|托盤|屏幕|窗口|登錄|網絡|質量|信息|"
    "菜單|服務器|數據|磁盤|字符|單元格|命令行|終端里|回復|搜索|只讀|全局|界面|注銷|話術|里|后|着"
)
COMMANDS = r"quickdesk (?:toggle|import FILE|find 退款|list|--help)|render --copy|restore \{id\}"
KEPT_AS_IT_IS = re.compile(
    COMMANDS
    + r"|--[a-z][a-z-]*|/dev/\w+|(?:Ctrl|Alt|Shift)(?:\+\w+)*|Esc(?!\w)|Backspace|Enter|[A-Z][A-Z_=]{2,}"
)


@dataclass(frozen=True, slots=True)
class Message:
    context: str
    source: str
    comment: str
    translation: str


def messages(language: str) -> Iterator[Message]:
    tree = ET.parse(FOLDER / f"quickdesk_{language}.ts")  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.findtext("translation", ""),
            )


def han(text: str) -> list[str]:
    return re.findall(r"[\u3400-\u9fff]", text)


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_sentence_is_translated(maker: ModuleType) -> None:
    assert maker.unfinished(FOLDER) == [], maker.WHAT_TO_DO


def test_the_catalogues_are_in_step_with_the_sources(maker: ModuleType) -> None:
    assert maker.stale() == [], "run python packaging/translations.py and translate what it prints"


def test_contexts_are_classes_of_the_windows_or_declared() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "src" / "quickdesk" / "ui").rglob("*.py")]
    classes = {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    assert {message.context for message in messages("zh_CN")} <= classes | DECLARED_CONTEXTS


@pytest.mark.parametrize("language", CHINESE)
def test_translations_have_the_placeholders_of_their_source(language: str) -> None:
    wrong = [
        message
        for message in messages(language)
        if message.comment != FIELD_IN_A_REPLY and places(message.source) != places(message.translation)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", CHINESE)
def test_what_the_field_menu_writes_means_the_same_in_every_language(language: str) -> None:
    fields = [message for message in messages(language) if message.comment == FIELD_IN_A_REPLY]
    assert len(fields) == 8
    for message in fields:
        (meant,), (written,) = parse(message.source).parts, parse(message.translation).parts
        assert han(message.translation)
        assert type(written) is type(meant)
        if isinstance(meant, Special) and isinstance(written, Special):
            assert special_kind(written.name) is special_kind(meant.name)
        elif isinstance(meant, Field) and isinstance(written, Field):
            assert len(written.choices) == len(meant.choices)
            assert bool(written.default) == bool(meant.default)


@pytest.mark.parametrize("language", CHINESE)
def test_commands_options_and_keys_stay_as_they_are(language: str) -> None:
    wrong = [
        (message, kept)
        for message in messages(language)
        for kept in KEPT_AS_IT_IS.findall(message.source)
        if kept not in message.translation
    ]
    assert wrong == []


@pytest.mark.parametrize("language", CHINESE)
def test_every_character_is_of_the_script(language: str) -> None:
    wrong = [
        (character, message.translation)
        for message in messages(language)
        for character in han(message.translation.replace("quickdesk find 退款", ""))
        if not is_of(character, CHARACTERS_OF[language])
    ]
    assert wrong == []


def is_of(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def test_words_are_those_of_taiwan() -> None:
    assert [m.translation for m in messages("zh_TW") if re.search(NOT_OF_TAIWAN, m.translation)] == []


@pytest.mark.parametrize("language", CHINESE)
def test_quotes_and_spaces_follow_one_rule(language: str) -> None:
    """See ``resources/translations/NOTES.md``."""
    glued = re.compile(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]")
    wrong = [
        message.translation
        for message in messages(language)
        if glued.search(message.translation) or set(message.translation) & set(FOREIGN_QUOTES[language])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", CHINESE)
def test_messages_have_no_exclamation_mark(language: str) -> None:
    assert [m for m in messages(language) if re.search("[!！]", m.source + m.translation)] == []
