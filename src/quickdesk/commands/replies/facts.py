"""The commands on the facts of the shop: ``facts``, ``facts set``, ``facts remove``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import ArgumentError, optional_text, text
from quickdesk.commands.replies.to_json import flaw_to_json
from quickdesk.replies.clock import Clock
from quickdesk.replies.facts import MAX_FACTS, Fact, FactStore, check_fact, fact_key, normalized_fact
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.running_days import DayCounter
from quickdesk.replies.shop.uses import LibraryFields
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import SnippetStore

MAX_LISTED_USES = 20
"""The maximum number of replies that an answer names for each fact."""


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """The facts, and what the commands on them need besides."""

    store: FactStore
    clock: Clock
    days: DayCounter

    def action(self, action_type: ActionType) -> Action:
        """Return an action of now."""
        return Action(action_type, self.clock.now(), day=self.days.days().number)

    @property
    def today(self) -> date:
        """The local date."""
        return self.clock.now().date()


def list_facts(_request: Request, facts: ShopFacts, snippets: SnippetStore) -> Answer:
    """Return all facts, each with the replies that use it."""
    fields, today = LibraryFields.of(snippets.snippets()), facts.today
    return done(
        [_to_json(each, today) | _uses_to_json(fields.uses(each.name)) for each in facts.store.facts()]
    )


def set_fact(request: Request, facts: ShopFacts) -> Answer:
    """Store a fact, or replace the one of the same name, and return it; USAGE if it cannot be one."""
    fact = normalized_fact(Fact(text(request, "name"), text(request, "value"), _until(request)))
    flaws = check_fact(fact)
    if flaws:
        return problem(Exit.USAGE, "flawed-fact", flaws=[flaw_to_json(flaw) for flaw in flaws])
    if not fact.is_valid_on(facts.today):
        return problem(Exit.USAGE, "date-is-over", until=str(fact.until))
    present = facts.store.facts()
    if len(present) >= MAX_FACTS and fact.key not in {each.key for each in present}:
        return problem(Exit.USAGE, "too-many-facts", most=MAX_FACTS)
    facts.store.put((fact,), facts.action(ActionType.SET_FACT))
    return done(_to_json(fact, facts.today))


def remove_fact(request: Request, facts: ShopFacts) -> Answer:
    """Remove a fact and return it; NOT_FOUND if there is none of this name."""
    name = text(request, "name")
    found = next((each for each in facts.store.facts() if each.key == fact_key(name)), None)
    if found is None:
        return problem(Exit.NOT_FOUND, "no-such-fact", name=name)
    facts.store.remove((found.key,), facts.action(ActionType.REMOVE_FACT))
    return done({**_to_json(found, facts.today), "removed": True})


def _until(request: Request) -> date | None:
    given = optional_text(request, "until")
    try:
        return None if given is None else date.fromisoformat(given)
    except ValueError as error:
        raise ArgumentError(request, "until") from error


def _to_json(fact: Fact, today: date) -> dict[str, Any]:
    return {
        "name": fact.name,
        "value": fact.value,
        "until": None if fact.until is None else fact.until.isoformat(),
        "expired": not fact.is_valid_on(today),
    }


def _uses_to_json(uses: Sequence[Snippet]) -> dict[str, Any]:
    """Return how many replies have the field of a fact, and the first of them."""
    replies = [{"id": each.id, "title": each.title} for each in uses[:MAX_LISTED_USES]]
    return {"uses": len(uses), "replies": replies}
