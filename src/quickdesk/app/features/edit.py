"""The editor: a reply is written or changed, saved in the background, and found by the next search."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quickdesk.app.appearance import Appearance
from quickdesk.app.drafts.drafts import OpenDraft
from quickdesk.app.feature import Feature, Veto
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.features.undo import RunCommand, data_notice
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.desktop.own_windows import screen_of
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.drafts import ReplyDraft
from quickdesk.replies.history import ActionType
from quickdesk.replies.snippet import Snippet, find_by_code
from quickdesk.replies.store import Change, SnippetStore, StoreError, StoreProblem
from quickdesk.replies.validation import check, normalized
from quickdesk.ui import data_notices, notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from quickdesk.ui.editor.snippet_editor import SnippetEditor


class EditFeature(Feature):
    """Opens the editor, at most one; it closes when its reply is saved."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        reply: ReplyFeature,
        run_command: RunCommand,
    ) -> None:
        super().__init__()
        self._services, self._store, self._appearance = services, services.commands.store, appearance
        self._notify, self._reply, self._run_command = notify, reply, run_command
        self._editor: SnippetEditor | None = None
        self._draft: OpenDraft | None = None
        self._is_saving = False
        self._entry = MenuEntry(
            Section.REPLIES, menu_entry.new_reply, self.create, icon=Icon.NEW, key="Ctrl+N"
        )
        reply.palette.create_requested.connect(self._on_create_requested)
        reply.palette.edit_requested.connect(self._on_edit_requested)
        reply.palette.duplicate_requested.connect(self._on_duplicate_requested)
        reply.palette.remove_requested.connect(self._on_remove_requested)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that opens the editor on a new reply."""
        return (self._entry,)

    def create(self, title: str = "") -> None:
        """Open the editor on a new reply; the palette passes its query as the title."""
        self._open(Snippet("", title.strip(), ""))

    def write(self, content: Snippet) -> None:
        """Open the editor on a new reply that has some content already."""
        self._open(content)

    def edit(self, snippet_id: str) -> None:
        """Open the editor on a reply; do nothing if it was removed."""
        snippet = self._store.get(snippet_id)
        if snippet is not None:
            self._open(snippet)

    def preload(self) -> None:
        """Import the editor."""
        import quickdesk.ui.editor.snippet_editor  # noqa: F401

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open editor."""
        if self._editor is not None:
            self._editor.set_theme(theme)

    def before_quit(self) -> Veto | None:
        """Close an unchanged editor; a changed one is brought to the front, where it asks what to do."""
        return None if self.close_unchanged() else Veto("unsaved-reply")

    def close_unchanged(self) -> bool:
        """Do the same, and return whether no editor is open any more and nothing is being saved."""
        if not self._is_saving and (self._editor is None or self._editor.close()):
            return True
        if self._editor is None:
            return False
        self._editor.showNormal() if self._editor.isMinimized() else self._editor.raise_()
        self._editor.activateWindow()
        return False

    def _on_create_requested(self, title: str) -> None:
        self._open(Snippet("", title.strip(), ""), self._reply.target)

    def _on_edit_requested(self, snippet_id: str) -> None:
        snippet = self._store.get(snippet_id)
        if snippet is not None:
            self._open(snippet, self._reply.target)

    def _on_duplicate_requested(self, snippet_id: str) -> None:
        """Open the editor on a new reply with the content of another one, without its code."""
        snippet = self._store.get(snippet_id)
        if snippet is not None:
            self._open(replace(snippet, id="", code=""), self._reply.target)

    def _on_remove_requested(self, snippet_id: str) -> None:
        """Move a reply to the trash as the command does, which says how to undo it."""
        self._run_command(Request("remove", {"id": snippet_id}).to_json(), self._on_removed)

    def _on_removed(self, answer: dict[str, Any]) -> None:
        removed = Answer.from_json(answer)
        if removed.exit is Exit.DATA:
            self._notify(data_notice(removed))

    def _open(self, content: Snippet, target: Target | None = None) -> None:
        """Open the editor; ``target`` is the window over which the palette was open."""
        if not self.close_unchanged():
            return
        from quickdesk.ui.editor.snippet_editor import SnippetEditor

        self._editor = SnippetEditor(content, self._appearance.theme, can_paste=target is not None)
        self._editor.saved.connect(partial(self._on_saved, None))
        self._editor.saved_to_paste.connect(partial(self._on_saved, target))
        self._editor.cancelled.connect(self._drop)
        self._editor.discarded.connect(self._delete_draft)
        self._editor.code_edited.connect(self._on_code_edited)
        self._on_code_edited(content.code)
        self._services.work.reading.submit(partial(_in_use, self._store), self._on_in_use_read)
        self._begin_draft(self._editor)
        self._editor.edited.connect(self._on_edited)
        self._offer_draft(self._editor, content.id)
        self._editor.open_on(screen_of(None))

    def _begin_draft(self, editor: "SnippetEditor", number: int = 0) -> None:
        self._draft = self._services.drafts.begin(partial(self._content_draft, editor), number)

    def _on_edited(self) -> None:
        if self._draft is not None:
            self._draft.touch()

    def _content_draft(self, editor: "SnippetEditor", number: int) -> ReplyDraft | None:
        now = self._services.commands.clock.now()
        return ReplyDraft(number, now, editor.content) if editor.is_changed else None

    def _offer_draft(self, editor: "SnippetEditor", snippet_id: str) -> None:
        """Offer the newest draft of the same reply; in a new one also that of a reply that is gone."""

        def is_wanted(content: Snippet) -> bool:
            if snippet_id:
                return content.id == snippet_id
            return not content.id or self._store.get(content.id) is None

        draft = self._services.drafts.of_reply(is_wanted)
        if draft is not None:
            editor.draft_bar.offer(draft, self._services.commands.clock.now())
            editor.draft_bar.restored.connect(partial(self._on_draft_restored, draft))
            editor.draft_bar.discarded.connect(partial(self._services.drafts.drop, draft.number))

    def _on_draft_restored(self, draft: ReplyDraft) -> None:
        """Continue a draft; what was typed before it was restored stays a draft of its own."""
        if self._editor is None or self._draft is None:
            return
        self._draft.leave()
        self._begin_draft(self._editor, draft.number)
        self._editor.fill(draft.content)

    def _delete_draft(self) -> None:
        if self._draft is not None:
            self._draft.delete()
            self._draft = None

    def _on_code_edited(self, code: str) -> None:
        if self._editor is None:
            return
        job = partial(_code_holders, self._store, code, self._editor.content.id)
        self._services.work.reading.submit(job, partial(self._on_holders_read, code))

    def _on_holders_read(self, code: str, titles: Sequence[str] | Exception) -> None:
        if isinstance(titles, Exception):
            raise titles
        if self._editor is not None and self._editor.content.code == code.strip():
            self._editor.show_code_holders(titles)

    def _on_in_use_read(self, in_use: tuple[list[str], list[str]] | Exception) -> None:
        if isinstance(in_use, Exception):
            raise in_use
        if self._editor is not None:
            self._editor.set_known(*in_use)

    def _on_saved(self, target: Target | None, content: Snippet) -> None:
        """Save the content, and paste it into ``target`` then, if there is one."""
        if self._is_saving or self._editor is None:  # the key was pressed twice
            return
        action_type = ActionType.EDIT if content.id else ActionType.ADD
        content = replace(content, id=content.id or self._services.commands.new_id())
        flaws = check(normalized(content))
        if flaws:
            self._editor.show_problem(notices.not_saved(flaws[0]))
        else:
            self._save(content, action_type, partial(self._on_written, content, self._editor.content, target))

    def _save(
        self, content: Snippet, action_type: ActionType, done: Callable[[Exception | None], None]
    ) -> None:
        self._is_saving = True
        change = Change(put=(normalized(content),))
        apply = partial(self._services.commands.library.apply, change, action_type)
        self._services.work.changes.submit(apply, done)

    def _on_written(
        self, saved: Snippet, shown: Snippet, target: Target | None, outcome: Exception | None
    ) -> None:
        """Close the editor if its content is still ``shown``; what was typed since then keeps it open."""
        self._is_saving = False
        if isinstance(outcome, StoreError):
            self._on_failed(replace(saved, id=shown.id), outcome)
            return
        if outcome is not None:
            raise outcome
        if self._editor is not None and self._editor.content != shown:
            self._editor.mark_saved(saved)
            target = None
        elif self._editor is not None:
            self._delete_draft()
            self._editor.finish()
            self._drop()
        self._notify(notices.saved(saved.title))
        self._services.events.replies_changed.emit()
        if target is not None:
            self._reply.send_written(normalized(saved), target)

    def _on_failed(self, content: Snippet, reason: StoreError) -> None:
        if self._editor is None:  # it was closed meanwhile: its text must not be lost
            self._open(content)
        if self._editor is not None:
            # On a full disk the name of one file of the data folder says nothing to an agent.
            is_full = reason.problem is StoreProblem.DISK_FULL
            path = str(Path(reason.path).parent) if is_full else reason.path
            self._editor.show_problem(data_notices.store_problem(reason.problem, path))

    def _drop(self) -> None:
        if self._draft is not None:
            self._draft.leave()
            self._draft = None
        if self._editor is not None:
            self._editor.deleteLater()
            self._editor = None


def _in_use(store: SnippetStore) -> tuple[list[str], list[str]]:
    """Return the folders and the tags in use, the most frequent first."""
    snippets = store.snippets()
    folders = Counter(each.folder_path for each in snippets if each.folder)
    tags = Counter(tag for each in snippets for tag in each.tags)
    return [folder for folder, _ in folders.most_common()], [tag for tag, _ in tags.most_common()]


def _code_holders(store: SnippetStore, code: str, own_id: str) -> list[str]:
    """Return the titles of the other replies with a code."""
    return [each.title for each in find_by_code(code.strip(), store.snippets()) if each.id != own_id]
