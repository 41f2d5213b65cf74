import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.hit import Hit
from quickdesk.ui.results.model import HIT_ROLE, PaletteModel, accessible_text
from tests.ui.hits import Hits


def test_the_model_passes_the_model_tester(qtmodeltester: ModelTester, hits: Hits) -> None:
    model = PaletteModel()
    model.show(hits.many(3))
    qtmodeltester.check(model)
    model.show(hits.many(0))
    model.show(hits.many(5))
    assert model.rowCount() == 5


def test_rows_are_the_hits_in_their_order(hits: Hits) -> None:
    model, found = PaletteModel(), hits.many(3)
    model.show(found)
    assert [model.index(row).data(HIT_ROLE) for row in range(3)] == list(found)
    assert model.index(1).data() == "退款 1"
    assert model.row_of("id2") == 2
    assert model.row_of("gone") is None
    assert model.hit(3) is None
    assert model.hit(-1) is None


def test_the_accessible_text_has_title_code_folder_and_body() -> None:
    hit = Hit(Snippet("1", "退款", "第一行\n第二行", "tk", ("售后", "退款")), 1.0)
    model = PaletteModel()
    model.show([hit])
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == accessible_text(hit) == "退款, tk, 售后/退款, 第一行 第二行"


def test_a_related_hit_is_called_so() -> None:
    reply = Snippet("a", "退款", "正文", "tk")
    assert accessible_text(Hit(reply, 1.0, is_related=True)) == "退款, similar, tk, 正文"


def test_a_pinned_reply_is_called_so() -> None:
    reply = Snippet("a", "退款", "正文", "tk")
    assert accessible_text(Hit(reply, 1.0, is_pinned=True)) == "退款, pinned, tk, 正文"
    both = Hit(reply, 1.0, is_pinned=True, is_related=True)
    assert accessible_text(both) == "退款, pinned, similar, tk, 正文"


@pytest.mark.parametrize(("query", "place"), [("多久", "“多久能到”"), ("物流", "#物流"), ("问候", "售前")])
def test_the_accessible_text_has_what_the_row_shows_in_place_of_the_folder(query: str, place: str) -> None:
    reply = Snippet("a", "问候", "正文", "", ("售前",), ("物流",), "", ("几天到", "多久能到"))
    assert accessible_text(LibraryFinder([reply]).find(query)[0]) == f"问候, {place}, 正文"


def test_the_accessible_text_has_the_names_of_fields() -> None:
    reply = Snippet("a", "退款", "{快递|中通|圆通}已发，{{1}}")
    assert accessible_text(Hit(reply, 1.0)) == "退款, 快递已发，{1}"
