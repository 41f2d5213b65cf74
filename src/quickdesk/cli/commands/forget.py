"""The command ``forget``: what was learnt from use is deleted."""

from typing import Final

from quickdesk.cli.output import printing_one
from quickdesk.cli.subcommand import Subcommand

SUBCOMMANDS: Final = (
    Subcommand(
        "forget",
        lambda catalog: catalog.translate(
            "cli", "forget what was learnt: habits, answered messages, values of fields"
        ),
        print_result=printing_one(lambda catalog: catalog.translate("cli", "Forgotten: {count} entries")),
    ),
)
