"""How personal data is protected, in words: what that protects from, and how to do better."""

from collections.abc import Mapping
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill


def protection_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return how personal data is protected, with the recovery key if one was made."""
    lines = protection_lines(data, catalog)
    made = data.get("recovery_key")
    if made:
        lines = [
            made,
            catalog.translate(
                "cli",
                "This is the recovery key. Print it or write it down, and keep it away from this computer: "
                "it opens the customers if their key or passphrase is lost, and backups on another computer. "
                "It is not shown again, and an earlier one is not valid any more.",
            ),
        ]
    return "\n".join([*lines, *_old_backups(data, catalog)])


def _old_backups(data: Mapping[str, Any], catalog: Catalog) -> list[str]:
    """Return what became of backups from before a change of the key; nothing without one."""
    translate = catalog.translate
    if "old_backups" not in data:
        return []
    lines = []
    if data["deleted_backups"]:
        lines.append(fill(translate("cli", "Backups of the key before deleted: {deleted_backups}"), data))
    if data["old_backups"]:
        words = translate(
            "cli",
            "Backups in the data folder that still open with the key before, which is kept for them: "
            "{old_backups}. To change the key and delete them: data rekey --delete-old-backups",
        )
        lines.append(fill(words, data))
    lines.append(translate("cli", "Backups elsewhere still open with the key before: delete them yourself."))
    return lines


def protection_lines(data: Mapping[str, Any], catalog: Catalog) -> list[str]:
    """Return the sentences for ``doctor`` and ``data``, a line for each matter."""
    translate = catalog.translate
    if data["damaged"]:
        return [translate("cli", "the files about the encryption of customers are damaged. See: check")]
    methods = {
        None: translate("cli", "no customers yet; they will be encrypted from the first card on"),
        "keyring": translate(
            "cli",
            "customers are encrypted, the key is in the keyring of the system: this protects files, backups "
            "and a lost disk, not from others at your account. Better: data protect",
        ),
        "key-file": translate(
            "cli",
            "customers are encrypted, the key is in a file beside them, because no keyring answered: this "
            "protects backups, not a copy of the whole folder. Better: data protect",
        ),
        "passphrase": translate(
            "cli",
            "customers are encrypted with a passphrase: this protects everything while they are locked, not "
            "from other programs of yours while they are open",
        ),
    }
    lines = [methods.get(data["method"], str(data["method"]))]
    if data["locked"]:
        lines.append(translate("cli", "locked. Unlock with: data unlock"))
    if data["key_in_keyring"]:
        lines.append(
            translate(
                "cli",
                "the key is still in the keyring of the system too, which did not delete it: this is tried "
                "again at each unlock. Once the keyring answers: data unlock",
            )
        )
    if data["method"] is not None and not data["has_recovery_key"]:
        lines.append(
            translate(
                "cli",
                "no recovery key: without it, customers and backups are lost with the key or the passphrase. "
                "Make one: data recovery-key",
            )
        )
    return lines


def first_protection(data: Mapping[str, Any] | None, catalog: Catalog) -> list[str]:
    """Return what is said with the first card; nothing for others."""
    return [] if data is None else protection_lines(data, catalog)
