"""The page with a recovery key is printed with all that somebody needs who finds it years later."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from quickdesk.app.appearance import Translations
from quickdesk.settings.settings import Language
from quickdesk.ui.protection.key_page import key_page

KEY = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"
DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("language", "title", "purpose"),
    [
        (Language.ENGLISH, "Recovery key of quickdesk", "opens the customers"),
        (Language.SIMPLIFIED, "quickdesk 恢复密钥", "打开客户资料和备份"),
        (Language.TRADITIONAL, "quickdesk 復原金鑰", "開啟客戶資料和備份"),
    ],
)
def test_it_says_what_the_key_is_for(
    qapp: QApplication, language: Language, title: str, purpose: str
) -> None:
    translations = Translations()
    translations.install(language)
    text = key_page(KEY, DAY).toPlainText()
    translations.install(Language.ENGLISH)
    assert text.startswith(title)
    assert KEY in text
    assert "2026-11-30" in text
    assert purpose in text


def test_it_is_printed_on_one_page(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "key.pdf"))
    key_page(KEY, DAY).print_(printer)
    content = (tmp_path / "key.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1
