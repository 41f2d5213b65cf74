"""What is typed for a customer is on the disk only encrypted, survives a lock and the end of the program."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from quickdesk.app.customers.cases import CasesFeature
from quickdesk.app.customers.quick_note import QuickNoteFeature
from quickdesk.commands.answer import done
from quickdesk.customers.case import Case
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.drafts import CUSTOMER_KEPT, FORM_KEPT, Drafts, FormDraft
from quickdesk.storage.drafts.draft_file import DRAFTS
from quickdesk.storage.drafts.sealed_drafts import SEALED_DRAFTS
from quickdesk.ui.cases.case_form import CaseForm
from quickdesk.ui.current.question import QuestionWindow
from quickdesk.ui.drafts.draft_bar import DraftBar
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.notes.note_edit import NoteEdit
from quickdesk.ui.notes.quick_note import QuickNote
from tests.app.customers.conftest import CASE
from tests.app.customers.test_filling import fill, use
from tests.app.rig import Rig
from tests.fakes.clock import NOON
from tests.fakes.key_machine import PASSPHRASE
from tests.fakes.markers import files_of, found_in

MARKER = "文三路七十七号"


def fill_in(rig: Rig) -> None:
    """Type into the form of a reply that the card does not fill, for the current customer."""
    use(rig, "w")
    rig.reply("tk")
    fill(rig, "账户", MARKER)


def bar(rig: Rig) -> DraftBar:
    found = rig.the(FieldForm).findChild(DraftBar)
    assert found is not None
    return found


def assert_sealed(rig: Rig) -> None:
    files = files_of(rig.services.folder)
    assert SEALED_DRAFTS in files
    assert found_in(files, (MARKER,)) == []


def lock(rig: Rig) -> None:
    assert rig.ask("data protect", new=PASSPHRASE)["exit"] == 0
    assert rig.ask("data lock")["exit"] == 0


def test_it_is_encrypted_and_offered_for_that_customer_after_a_restart(
    restarted: Callable[[], Rig],
) -> None:
    rig = restarted()
    fill_in(rig)
    rig.services.save_drafts()
    assert_sealed(rig)
    rig = restarted()
    assert_sealed(rig)
    use(rig, "l")
    rig.reply("tk")
    assert not bar(rig).isVisible(), "it was typed for another customer"
    rig.the(FieldForm).close()
    use(rig, "w")
    rig.reply("tk")
    assert bar(rig).isVisible()
    bar(rig).restore()
    rig.submit_form()
    assert MARKER in rig.paster.texts[0]
    rig.services.save_drafts()
    assert not (rig.services.folder / SEALED_DRAFTS).exists()


def test_a_lock_closes_the_form_and_it_is_offered_after_unlocking(shop: Rig) -> None:
    shop.session.start()
    fill_in(shop)
    lock(shop)
    assert shop.shown(FieldForm) == []
    assert_sealed(shop)
    assert shop.services.sealed_drafts._drafts is None, "it is not in memory either"
    shop.reply("tk")
    assert not bar(shop).isVisible()
    shop.the(FieldForm).close()
    shop.ask("data unlock", passphrase=PASSPHRASE)
    shop.reply("tk")
    bar(shop).restore()
    assert shop.the(FieldForm).values["账户"] == MARKER


@pytest.mark.parametrize("answer", ["lock", "no"])
def test_a_reply_that_is_not_sent_after_all_loses_nothing(shop: Rig, answer: str) -> None:
    shop.session.start()
    use(shop, "z")
    shop.reply("tk")
    fill(shop, "账户", MARKER)
    shop.submit_form()
    question = shop.the(QuestionWindow)
    if answer == "lock":
        lock(shop)
        assert shop.shown(QuestionWindow) == []
        shop.ask("data unlock", passphrase=PASSPHRASE)
    else:
        shop.qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert shop.paster.texts == []
    shop.services.save_drafts()
    assert_sealed(shop)
    shop.reply("tk")
    assert bar(shop).isVisible()


def test_a_form_without_a_customer_stays_open_and_is_a_draft_as_before(shop: Rig) -> None:
    shop.session.start()
    shop.reply("tk")
    fill(shop, "账户", "支付宝")
    lock(shop)
    assert shop.the(FieldForm).values["账户"] == "支付宝"
    shop.services.save_drafts()
    assert (shop.services.folder / DRAFTS).exists()
    assert not (shop.services.folder / SEALED_DRAFTS).exists()


def test_a_locked_weekend_is_outlasted_but_not_longer(shop: Rig) -> None:
    fill_in(shop)
    shop.the(FieldForm).close()
    shop.clock.moment += FORM_KEPT
    shop.reply("tk")
    assert bar(shop).isVisible()
    shop.the(FieldForm).close()
    shop.clock.moment += CUSTOMER_KEPT
    shop.reply("tk")
    assert not bar(shop).isVisible()


def test_what_an_earlier_version_kept_in_plain_text_is_encrypted_at_the_start(
    restarted: Callable[[], Rig],
) -> None:
    rig = restarted()
    old = FormDraft(1, NOON, "b2", {"账户": MARKER}, customer_id="w")
    rig.stores.drafts(rig.services.folder).save(Drafts((), (old,)))
    rig = restarted()
    assert not (rig.services.folder / DRAFTS).exists()
    assert_sealed(rig)
    use(rig, "w")
    rig.reply("tk")
    assert bar(rig).isVisible()


def test_after_an_erasure_only_drafts_of_customers_that_are_there_are_offered(shop: Rig) -> None:
    fill_in(shop)
    shop.the(FieldForm).close()
    shop.services.events.command_done.emit("customer erase", done())
    assert shop.services.sealed_drafts.of_form("b2", "w")
    shop.services.commands.customers.apply(CustomerChange(remove_customers=("w",)))
    shop.services.events.command_done.emit("customer erase", done())
    assert not shop.services.sealed_drafts.of_form("b2", "w")


def test_a_form_of_an_erased_customer_closes_and_nothing_of_it_is_kept(shop: Rig) -> None:
    fill_in(shop)
    shop.services.save_drafts()
    assert (shop.services.folder / SEALED_DRAFTS).exists()
    assert shop.ask("customer erase", id="l", yes=True)["exit"] == 0
    assert shop.shown(FieldForm), "it is for another customer"
    fill(shop, "账户", MARKER * 2)
    assert shop.ask("customer erase", id="w", yes=True)["exit"] == 0
    assert not shop.shown(FieldForm)
    shop.services.save_drafts()
    assert not (shop.services.folder / SEALED_DRAFTS).exists()


def test_a_note_on_an_erased_customer_is_kept_no_more_while_it_is_typed_on(shop: Rig) -> None:
    use(shop, "w")
    edit = write_note(shop).findChild(NoteEdit)
    shop.services.save_drafts()
    assert (shop.services.folder / SEALED_DRAFTS).exists()
    assert shop.ask("customer erase", id="w", yes=True)["exit"] == 0
    edit.insertPlainText("又打了几个字")
    shop.services.save_drafts()
    assert not (shop.services.folder / SEALED_DRAFTS).exists()


# The quick note.


def write_note(rig: Rig, text: str = MARKER) -> QuickNote:
    rig.feature(QuickNoteFeature).open()
    panel = rig.the(QuickNote)
    edit = panel.findChild(NoteEdit)
    assert edit is not None
    edit.insertPlainText(text)
    return panel


def press_in_note(rig: Rig, key: Qt.Key) -> None:
    rig.qtbot.keyClick(rig.the(QuickNote).findChild(NoteEdit), key)


def test_a_half_written_note_comes_back_for_its_customer_after_the_end_of_the_program(
    restarted: Callable[[], Rig],
) -> None:
    rig = restarted()
    rig.paster.clipboard = "选中的"
    use(rig, "w")
    write_note(rig)
    rig = restarted()
    assert_sealed(rig)
    use(rig, "l")
    rig.feature(QuickNoteFeature).open()
    assert rig.the(QuickNote).text == ""
    press_in_note(rig, Qt.Key.Key_Escape)
    use(rig, "w")
    rig.feature(QuickNoteFeature).open()
    assert rig.the(QuickNote).text == f"选中的{MARKER}"
    assert "not saved" in rig.the(QuickNote).warning
    press_in_note(rig, Qt.Key.Key_Return)
    assert [note.text for note in rig.stores.customers().notes("w")] == [f"选中的{MARKER}"]
    rig.services.save_drafts()
    assert not (rig.services.folder / SEALED_DRAFTS).exists()


def test_a_note_that_is_dropped_leaves_nothing(shop: Rig) -> None:
    use(shop, "w")
    write_note(shop)
    shop.services.save_drafts()
    assert_sealed(shop)
    press_in_note(shop, Qt.Key.Key_Escape)
    shop.services.save_drafts()
    assert not (shop.services.folder / SEALED_DRAFTS).exists()


def test_a_note_that_cannot_be_saved_is_a_draft(shop: Rig) -> None:
    use(shop, "w")
    write_note(shop)
    shop.services.commands.customers.apply(CustomerChange(remove_customers=("w",)))
    press_in_note(shop, Qt.Key.Key_Return)
    assert shop.the(QuickNote).text == MARKER
    assert shop.the(QuickNote).is_edited
    shop.services.save_drafts()
    assert_sealed(shop)


def test_a_note_is_in_no_file_while_locked_and_back_afterwards(shop: Rig) -> None:
    shop.session.start()
    use(shop, "w")
    panel = write_note(shop)
    lock(shop)
    assert panel.isHidden()
    assert_sealed(shop)
    shop.feature(QuickNoteFeature).open()
    assert panel.isHidden(), "no note can be saved now"
    shop.ask("data unlock", passphrase=PASSPHRASE)
    assert shop.the(QuickNote).text == MARKER


def test_a_note_that_gets_a_customer_is_encrypted_from_then_on(shop: Rig) -> None:
    write_note(shop)
    shop.services.save_drafts()
    assert (shop.services.folder / DRAFTS).exists()
    press_in_note(shop, Qt.Key.Key_Return)
    use(shop, "w")
    shop.services.save_drafts()
    assert_sealed(shop)
    assert not (shop.services.folder / DRAFTS).exists()


# The form of a case.


def open_case(rig: Rig, case: Case = CASE) -> CaseForm:
    rig.feature(CasesFeature).open_case(case)
    return rig.the(CaseForm)


def test_what_was_typed_in_a_case_is_offered_after_the_end_of_the_program(
    restarted: Callable[[], Rig],
) -> None:
    form = open_case(restarted())
    typed = {"request": MARKER, "promise": "18", "type": "quality", "emotion": "4", "state": "solved"}
    form.fields.fill(typed)
    rig = restarted()
    assert_sealed(rig)
    form = open_case(rig, replace(CASE, id="other"))
    assert not form.draft_bar.isVisible(), "it was typed in another case"
    form = open_case(rig)
    assert MARKER in form.draft_bar.accessibleName(), "the first that was typed"
    rig.qtbot.keyClick(form, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert typed.items() <= form.fields.stored.items()
    form.save()
    assert rig.shown(CaseForm) == []
    assert [case.request for case in rig.stores.customers().cases()] == [MARKER]
    rig.services.save_drafts()
    assert not (rig.services.folder / SEALED_DRAFTS).exists()


@pytest.mark.parametrize(("answer", "is_offered"), [("Keep as draft", True), ("Discard", False)])
def test_escape_in_a_case_asks_and_the_answer_decides(shop: Rig, answer: str, is_offered: bool) -> None:
    form = open_case(shop)
    form.fields.fill({"request": MARKER})
    form.close()
    buttons = [each for each in form.findChildren(QPushButton) if each.text() == answer]
    next(each for each in buttons if each.isVisible()).click()
    assert open_case(shop).draft_bar.isVisible() is is_offered
