"""Writing and changing a reply, from the key in the palette to the disk and back into the search."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from quickdesk.app.process.work import Work
from quickdesk.commands.library import ReplyLibrary
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType
from quickdesk.replies.library import check, tidied
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.theme import Theme

MakeEditor = Callable[[Snippet, Sequence[str], Theme], SnippetEditor]


class EditFlow(QObject):
    """One editor at a time; what it saves is on the disk before it closes, and nobody waits for the disk."""

    saved = Signal(str)
    """The title of the reply that was saved."""
    failed = Signal(object, object)
    """The editor, and the StoreError or Flaw that kept its draft from being saved."""

    def __init__(
        self,
        library: ReplyLibrary,
        new_id: NewId,
        work: Work,
        make_editor: MakeEditor,
        screen: Callable[[], QScreen],
        theme: Theme,
    ) -> None:
        """``library`` is changed on the thread of ``work``."""
        super().__init__()
        self._theme = theme
        self._library, self._new_id, self._work = library, new_id, work
        self._make_editor, self._screen = make_editor, screen
        self._editor: SnippetEditor | None = None
        self._is_saving = False

    def create(self, title: str = "") -> None:
        """Open the editor on a new reply, its title as far as it was searched for."""
        self._open(Snippet("", title.strip(), ""))

    def edit(self, snippet_id: str) -> None:
        """Open the editor on a reply; one that was removed meanwhile is passed over."""
        snippet = self._library.store.get(snippet_id)
        if snippet is not None:
            self._open(snippet)

    def set_theme(self, theme: Theme) -> None:
        """Dress an open editor, and those to come, in another theme."""
        self._theme = theme
        if self._editor is not None:
            self._editor.set_theme(theme)

    def leave(self) -> bool:
        """Close an editor in which nothing was changed; else bring it to the front, where it asks.

        Returns whether no editor is open any more: what is being written is never thrown away.
        """
        if not self._is_saving and (self._editor is None or self._editor.close()):
            return True
        if self._editor is None:
            return False
        self._editor.showNormal() if self._editor.isMinimized() else self._editor.raise_()
        self._editor.activateWindow()
        return False

    def _open(self, content: Snippet) -> None:
        if not self.leave():
            return
        folders = sorted({each.folder_path for each in self._library.store.snippets() if each.folder})
        self._editor = self._make_editor(content, folders, self._theme)
        self._editor.saved.connect(self._on_saved)
        self._editor.cancelled.connect(self._drop)
        self._editor.code_edited.connect(self._on_code_edited)
        self._on_code_edited(content.code)
        self._editor.open_on(self._screen())

    def _on_code_edited(self, code: str) -> None:
        if self._editor is None:
            return
        own, wanted = self._editor.content.id, code.strip().casefold()
        others = (each for each in self._library.store.snippets() if each.code and each.id != own)
        self._editor.show_code_holders(
            [each.title for each in others if each.code.casefold() == wanted] if wanted else []
        )

    def _on_saved(self, content: Snippet) -> None:
        if self._is_saving or self._editor is None:  # the key was pressed twice
            return
        action_type = ActionType.EDIT if content.id else ActionType.ADD
        content = replace(content, id=content.id or self._new_id())
        flaws = check(tidied(content))
        if flaws:
            self.failed.emit(self._editor, flaws[0])
        else:
            self._save(content, action_type, self._editor.content)

    def _save(self, content: Snippet, action_type: ActionType, shown: Snippet) -> None:
        self._is_saving = True
        change = Change(put=(tidied(content),))
        self._work.do(
            partial(self._library.apply, change, action_type), partial(self._on_told, content, shown)
        )

    def _on_told(self, saved: Snippet, shown: Snippet, outcome: Exception | None) -> None:
        """Close the editor after saving; what was typed since it was ``shown`` keeps it open."""
        self._is_saving = False
        if isinstance(outcome, StoreError):
            if self._editor is None:  # closed meanwhile: what it held is not lost with it
                self._open(replace(saved, id=shown.id))
            self.failed.emit(self._editor, outcome)
            return
        if outcome is not None:
            raise outcome
        if self._editor is not None and self._editor.content != shown:
            self._editor.mark_saved(saved)
        elif self._editor is not None:
            self._editor.finish()
            self._drop()
        self.saved.emit(saved.title)

    def _drop(self) -> None:
        if self._editor is not None:
            self._editor.deleteLater()
            self._editor = None
