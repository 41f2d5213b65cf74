"""Quitting: what is being written or filled in is asked about first, and a reply on its way arrives.

While the data folder is gone it takes two tries, because everything may be in memory alone.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from quickdesk.app.data.folder_watch import FolderFlow
from quickdesk.app.delivery import DeliveryFlow
from quickdesk.app.features.edit import EditFlow
from quickdesk.app.features.reply import ReplyFlow
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.ui import data_notices, notices
from quickdesk.ui.notice import Notice


class QuitFlow(QObject):
    """Joins tray, windows and the command ``quit`` with what may have to be kept."""

    begun = Signal()
    """From here on no command is for this program: who starts it waits for the end and begins anew."""
    ended = Signal()
    """Nothing keeps the program any more."""

    def __init__(
        self,
        reply: ReplyFlow,
        edit: EditFlow,
        delivery: DeliveryFlow,
        folder: FolderFlow,
        tell: Callable[[Notice], None],
    ) -> None:
        """``tell`` shows the agent why the program goes on."""
        super().__init__()
        self._reply, self._edit, self._delivery, self._tell = reply, edit, delivery, tell
        self._folder = folder

    def on_asked(self) -> None:
        """Quit, unless a form or an editor holds something: then it comes to the front."""
        if not self._reply.leave():
            self._tell(notices.form_open())
        elif self._edit.leave() and self._may_leave_folder():
            self.settle(self.ended.emit)

    def on_command(self, _request: Request) -> Answer:
        """Do the same for somebody who waits for an answer."""
        if not self._reply.leave():
            return problem(Exit.REFUSED, "unfinished-form")
        if not self._edit.leave():
            return problem(Exit.REFUSED, "unsaved-reply")
        if not self._may_leave_folder():
            return problem(Exit.REFUSED, "folder-gone")
        QTimer.singleShot(0, self, self.on_asked)
        return done()

    def _may_leave_folder(self) -> bool:
        """Whether the data folder is there, or the agent quits for the second time all the same."""
        if self._folder.leave():
            return True
        self._tell(data_notices.folder_gone())
        return False

    def settle(self, then: Callable[[], None]) -> None:
        """Take the palette away and call ``then`` when no reply is on its way any more; see DeliveryFlow."""
        # Qt asks all windows in sight whether they agree, and an open palette hides instead of closing.
        self._reply.hide()
        self.begun.emit()
        self._delivery.settle(then)
