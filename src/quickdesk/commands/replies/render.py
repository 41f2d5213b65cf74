"""The command ``render``: a reply with its fields filled in, or refused while one is empty."""

from collections.abc import Callable

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import optional_text, pairs
from quickdesk.commands.customers.meant import one_meant
from quickdesk.commands.replies.facts import ShopFacts
from quickdesk.commands.replies.snippets import UnknownReplyError, named
from quickdesk.commands.replies.to_json import flaw_to_json
from quickdesk.customers.card.carriers import guessed_carrier
from quickdesk.customers.reply_fields import card_of
from quickdesk.customers.store import CustomerStore
from quickdesk.replies.card import NO_CARD, Card
from quickdesk.replies.delivery import DeliveryProblem, Undeliverable, deliver
from quickdesk.replies.facts import FactsOfDay
from quickdesk.replies.form import boxes
from quickdesk.replies.render import RenderContext
from quickdesk.replies.render import render as render_template
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.store import SnippetStore
from quickdesk.replies.template import Template, TemplateError, parse
from quickdesk.replies.validation import FlawKind, SnippetFlaw

_PROBLEMS = {
    DeliveryProblem.MISSING: "unfilled",
    DeliveryProblem.TOO_LONG: "too-long",
    DeliveryProblem.EMPTY: "empty",
}


def render(
    request: Request,
    store: SnippetStore,
    facts: ShopFacts,
    clipboard: Callable[[], str],
    customers: CustomerStore,
) -> Answer:
    """Return ``{"text", "cursor_back"}`` of a reply with facts and ``values`` filled in; a value comes first.

    With ``customer`` the card of that customer fills fields too. REFUSED while a field is empty; a value for
    a field that the reply does not have is wrong usage.
    """
    try:
        snippet = named(request, store.snippets())
        template = parse(snippet.body)
    except UnknownReplyError as error:
        return error.answer
    except TemplateError as error:
        flaw = SnippetFlaw("body", FlawKind.NOT_A_TEMPLATE, error.position, error.length, error.flaw)
        return problem(Exit.REFUSED, "unreadable-body", flaws=[flaw_to_json(flaw)])
    values, names = pairs(request, "values"), _names(template)
    for name in values:
        if name not in names:
            return problem(Exit.USAGE, "no-such-field", name=name, names=list(names))
    text = clipboard() if template.reads_clipboard else ""
    now = facts.clock.now()
    known = FactsOfDay.of(facts.store.facts(), now.date())
    card = _card(request, customers)
    if isinstance(card, Answer):
        return card
    # As in a form: a field without a value has its fact, that of the card, its default or its first choice.
    values = {**{box.name: box.value for box in boxes(template, {}, facts=known, card=card)}, **values}
    return _filled(template, values, RenderContext(now, text))


def _card(request: Request, customers: CustomerStore) -> Card | Answer:
    reference = optional_text(request, "customer")
    if reference is None:
        return NO_CARD
    found = one_meant(reference, customers.customers())
    return found if isinstance(found, Answer) else card_of(found, guessed_carrier)


def _filled(template: Template, values: dict[str, str], context: RenderContext) -> Answer:
    delivery = deliver(render_template(template, values, context))
    if isinstance(delivery, Undeliverable):
        return problem(Exit.REFUSED, _PROBLEMS[delivery.problem], names=list(delivery.missing))
    return done({"text": delivery.text, "cursor_back": delivery.cursor_back})


def _names(template: Template) -> tuple[str, ...]:
    clipboards = (part.name for part in template.specials if part.kind is SpecialKind.CLIPBOARD)
    return (*(field.name for field in template.fields), *dict.fromkeys(clipboards))
