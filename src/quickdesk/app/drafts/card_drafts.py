"""The drafts of cards: what is typed in the customer window and not stored yet, or refused."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from quickdesk.app.drafts.drafts import KeptDrafts, OpenDraft
from quickdesk.customers.customer import Customer
from quickdesk.customers.views.editing import CardField, FieldEdit, UnsavedCard, value_of, with_value
from quickdesk.replies.clock import Clock
from quickdesk.replies.drafts import CustomerDraft
from quickdesk.storage.customers.shape import customer_document, customer_of

if TYPE_CHECKING:
    from quickdesk.ui.card.card_pane import CardPane

_PLACE, _NEW_PLACE, _NOTE = "card", "new card", "note"
_LOOK_MS = 1000
"""How often an open card is compared with its draft: a crash costs what was typed since."""


class CardDrafts(QObject):
    """Keeps what the pane has unsaved, for each customer, and gives it back to a new pane."""

    def __init__(self, kept: KeptDrafts, clock: Clock, is_new: Callable[[str], bool]) -> None:
        """``is_new`` returns whether the card with an id is not stored yet."""
        super().__init__()
        self._kept, self._clock, self._is_new = kept, clock, is_new
        self._pane: CardPane | None = None
        self._open: dict[str, OpenDraft] = {}
        self._seen: Mapping[str, UnsavedCard] = {}
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self.look)

    def follow(self, pane: "CardPane") -> None:
        """Keep what is typed in a pane from now on."""
        self._pane = pane
        self._looking.start()

    def stop(self) -> None:
        """Follow no longer; the drafts stay."""
        self._looking.stop()
        self._pane = None

    def resume(self, customer_id: str) -> None:
        """Give the pane, before it shows another card, what was typed for it and not stored."""
        if customer_id not in self._open:
            self._resume(self._kept.of_customer(_PLACE, customer_id))

    def resume_new(self) -> str:
        """Give the pane what was typed on a card that was never stored; return its id, empty for none."""
        draft = self._kept.of_place(_NEW_PLACE)
        self._resume(draft)
        return "" if draft is None else draft.customer_id

    def look(self) -> None:
        """Keep what has changed since, and delete what is stored by now."""
        if self._pane is None:
            return
        unsaved = self._pane.unsaved
        for customer_id in [each for each in self._open if each not in unsaved]:
            self._open.pop(customer_id).delete()
        for customer_id, card in unsaved.items():
            if customer_id not in self._open:
                self._open[customer_id] = self._begin(customer_id)
            if self._seen.get(customer_id) != card:
                self._open[customer_id].touch()
        self._seen = unsaved

    def _resume(self, draft: CustomerDraft | None) -> None:
        if draft is None or self._pane is None:
            return
        customer_id = draft.customer_id
        self._pane.keep(customer_id, _card_of(draft))
        self._open[customer_id] = self._begin(customer_id, draft.number)

    def _begin(self, customer_id: str, number: int = 0) -> OpenDraft:
        stored = "" if self._is_new(customer_id) else customer_id
        return self._kept.begin(partial(self._read, customer_id), number, stored)

    def _read(self, customer_id: str, number: int) -> CustomerDraft | None:
        card = None if self._pane is None else self._pane.unsaved.get(customer_id)
        if card is None:
            return None
        place = _NEW_PLACE if self._is_new(customer_id) else _PLACE
        return CustomerDraft(number, self._clock.now(), place, customer_id, _texts_of(card))


def _texts_of(card: UnsavedCard) -> dict[str, str]:
    texts = {
        each.field.value: json.dumps([_stored(each, each.shown), _stored(each, each.typed)])
        for each in card.edits
    }
    return {_NOTE: card.note, **texts} if card.note else texts


def _card_of(draft: CustomerDraft) -> UnsavedCard:
    edits = []
    for name, text in draft.texts.items():
        if name in set(CardField):
            shown, typed = (value_of(customer_of("", each), CardField(name)) for each in json.loads(text))
            edits.append(FieldEdit(draft.customer_id, CardField(name), shown, typed))
    return UnsavedCard(tuple(edits), draft.texts.get(_NOTE, ""))


def _stored(edit: FieldEdit, value: Any) -> dict[str, Any]:  # noqa: ANN401 - the value of any field
    return customer_document(with_value(Customer(""), edit.field, value))
