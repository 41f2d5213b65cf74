"""The palette while it searches customers instead of replies: its query begins with ``@``."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from quickdesk.ui.notice import Notice
from quickdesk.ui.palette.customer_rows import NEW_CARD, CustomerRow, customer_query
from quickdesk.ui.palette.view import PaletteView


class PaletteCustomers(QObject):
    """Requests lists of customers, shows them, and emits which one was chosen."""

    requested = Signal(str)
    """A list is wanted for a query without its sign; see :meth:`show`."""
    listed = Signal()
    """The list for the current query is shown."""
    chosen = Signal(str)
    """The id of a customer; replies are searched again."""
    card_requested = Signal(str)
    """A card is wanted for this nickname; replies are searched again."""

    def __init__(self, view: PaletteView) -> None:
        super().__init__(view)
        self._view = view
        self._listed: str | None = None

    @property
    def query(self) -> str | None:
        """What is searched among the customers, None while replies are searched."""
        return customer_query(self._view.box.query)

    def request(self) -> bool:
        """Request a list if customers are searched; return whether they are."""
        query = self.query
        if query is not None:
            self.requested.emit(query)
        return query is not None

    def show(self, query: str, rows: Sequence[CustomerRow], notice: Notice | None = None) -> None:
        """Show the customers for a query, unless it has changed, with a notice in the place of the keys."""
        if query != self.query:
            return
        is_again = self._view.lists_customers and query == self._listed
        self._listed = query
        self._view.show_customers(rows, is_again=is_again)
        self._view.footer.show_notice(notice)
        self.listed.emit()

    def forget(self) -> None:
        """Keep nothing of the customers that were listed: they are locked."""
        self._listed = None
        self._view.forget_customers()

    def accept(self, customer_id: str) -> None:
        """Choose a customer, or for NEW_CARD have a card made for what is typed."""
        nickname = self.query
        self._view.box.reset()
        if customer_id != NEW_CARD:
            self.chosen.emit(customer_id)
        elif nickname:
            self.card_requested.emit(nickname)
