"""The command that finishes a reply: its fields filled, or refused with what is open."""

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import pairs
from quickdesk.commands.desk import Desk
from quickdesk.commands.replies.snippets import UnknownReplyError, flaw_shape, named
from quickdesk.replies.form import boxes
from quickdesk.replies.library import Flaw, SnippetFlaw
from quickdesk.replies.render import DeliveryFlaw, RenderContext, Undeliverable, deliver
from quickdesk.replies.render import render as render_template
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import Template, TemplateError, parse

_PROBLEMS = {DeliveryFlaw.MISSING: "unfilled", DeliveryFlaw.TOO_LONG: "too-long", DeliveryFlaw.EMPTY: "empty"}


def render(request: Request, desk: Desk) -> Answer:
    """Return ``{"text", "cursor_back"}`` of a reply with ``values`` filled in.

    Refused while a field is open; a value for a field the reply does not have is wrong usage.
    """
    try:
        snippet = named(request, desk.store.snippets())
        template = parse(snippet.body)
    except UnknownReplyError as error:
        return error.answer
    except TemplateError as error:
        flaw = Flaw("body", SnippetFlaw.NOT_A_TEMPLATE, error.position, error.length, error.flaw)
        return problem(Exit.REFUSED, "unreadable-body", flaws=[flaw_shape(flaw)])
    return _finish(template, pairs(request, "values"), desk)


def _finish(template: Template, values: dict[str, str], desk: Desk) -> Answer:
    names = _names(template)
    for name in values:
        if name not in names:
            return problem(Exit.USAGE, "no-such-field", name=name, names=list(names))
    # As in a form: where nothing is given, the default or the first choice stands in a field.
    values = {**{box.name: box.value for box in boxes(template, {})}, **values}
    clipboard = desk.clipboard() if template.reads_clipboard else ""
    delivery = deliver(render_template(template, values, RenderContext(desk.clock.now(), clipboard)))
    if isinstance(delivery, Undeliverable):
        return problem(Exit.REFUSED, _PROBLEMS[delivery.flaw], names=list(delivery.missing))
    return done({"text": delivery.text, "cursor_back": delivery.cursor_back})


def _names(template: Template) -> tuple[str, ...]:
    clipboards = (part.name for part in template.specials if part.kind is SpecialKind.CLIPBOARD)
    return (*(field.name for field in template.fields), *dict.fromkeys(clipboards))
