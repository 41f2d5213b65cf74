"""The words about the current customer: its questions and notices."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.customer import Customer
from quickdesk.customers.lookup import NameProblem
from quickdesk.customers.title_rule import RuleProblem
from quickdesk.text.personal import masked
from quickdesk.ui.current.question import OfferedAnswer, Question
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name
MAX_CHOICES: Final = 9
SEND: Final = "send"
"""The answer that sends a reply all the same."""
NEW: Final = "new:"
"""How the answer begins that makes a card; the nickname follows."""


def now_current(customer: Customer) -> Notice:
    """Return a notice that a customer is the current one."""
    if customer.is_do_not_contact:
        return Notice(
            Tone.WARNING,
            _of(translate("words", "{customer}: do not contact"), customer),
            customer.do_not_contact_reason,
        )
    return Notice(
        Tone.DONE, _of(translate("words", "Current customer: {customer}"), customer), about(customer)
    )


def none_current() -> Notice:
    """Return a notice that no customer is current any more."""
    return Notice(Tone.INFO, translate("words", "No current customer"))


def not_open(digit: int) -> Notice:
    """Return a notice that no customer is open under a digit."""
    return Notice(
        Tone.INFO, translate("words", "No customer is open under {digit}").replace("{digit}", str(digit))
    )


def about(customer: Customer) -> str:
    """Return the platform and the tags of a customer in one line."""
    platforms = dict.fromkeys(each.platform for each in customer.nicknames if each.platform)
    return "  ·  ".join(inline_text(each) for each in (*platforms, *customer.tags))


def not_a_name(problem: NameProblem) -> Notice:
    """Return why a text that was copied or selected names no customer."""
    headline = {
        NameProblem.EMPTY: translate("words", "Nothing is selected or copied"),
        NameProblem.SEVERAL_LINES: translate("words", "The copied text has several lines"),
        NameProblem.TOO_LONG: translate("words", "The copied text is too long for a nickname"),
    }[problem]
    text = translate("words", "Select or copy the nickname or the order number, then press the keys again.")
    return Notice(Tone.WARNING, headline, text)


def not_available() -> Notice:
    """Return a notice that the customers cannot be read now, as while they are locked."""
    return Notice(Tone.WARNING, translate("words", "Customers are not available now"))


def no_place_on_card(name: str) -> Notice:
    """Return a notice that the card has no place for the value of a field."""
    headline = translate("words", "Not kept: the card has no place for {name}").replace(
        "{name}", inline_text(name)
    )
    text = translate("words", "A tracking number, a carrier or items need exactly one order on the card.")
    return Notice(Tone.WARNING, headline, text)


def which_customer(text: str, found: Sequence[Customer]) -> Question:
    """Return the question which of several customers is meant."""
    choices = tuple(
        OfferedAnswer(each.id, str(number), _line(each)) for number, each in enumerate(found[:MAX_CHOICES], 1)
    )
    heading = translate("words", "Several customers are called {text}").replace("{text}", _short(text))
    hint = "" if len(found) <= MAX_CHOICES else translate("words", "Only the first nine are listed.")
    return Question(heading, hint, choices, translate("words", "None of them"))


def new_customer(nickname: str) -> Question:
    """Return the question whether a card is to be made."""
    heading = translate("words", "No customer is called {text}").replace("{text}", _short(nickname))
    make = translate("words", "Make a card with this nickname")
    answer = OfferedAnswer(NEW + nickname, "Enter", make)
    return Question(heading, "", (answer,), translate("words", "Make no card"))


def send_anyway(customer: Customer) -> Question:
    """Return the question whether a reply is sent to somebody who is not to be contacted."""
    heading = _of(translate("words", "Do not contact {customer}"), customer)
    reason = inline_text(customer.do_not_contact_reason) or translate("words", "No reason is noted.")
    send = OfferedAnswer(SEND, "Alt+S", translate("words", "Send anyway"))
    return Question(heading, reason, (send,), translate("words", "Do not send"), is_warning=True)


def another_chat(nickname: str, label: str) -> Question:
    """Return the question whether a reply that was made for one customer goes to the chat with another."""
    heading = translate("words", "This chat is with {text} now").replace("{text}", _short(nickname))
    text = translate("words", "The reply was made for {text}.").replace("{text}", _short(label))
    send = OfferedAnswer(SEND, "Alt+S", translate("words", "Send anyway"))
    return Question(heading, text, (send,), translate("words", "Do not send"), is_warning=True)


def rule_problem(problem: RuleProblem) -> str:
    """Return why a rule for titles finds nothing."""
    return {
        RuleProblem.NO_PATTERN: translate("words", "This is no regular expression."),
        RuleProblem.NO_GROUP: translate("words", "Put parentheses around the nickname."),
        RuleProblem.TOO_SLOW: translate("words", "This rule takes too long, and was stopped."),
    }[problem]


def rule_stopped(program: str) -> Notice:
    """Return a notice that the rule of a program takes too long and is not used until it is changed."""
    headline = translate("words", "The title rule for {program} takes too long")
    text = translate("words", "It is not used until you change it in Settings.")
    return Notice(Tone.WARNING, headline.replace("{program}", inline_text(program)), text)


def _line(customer: Customer) -> str:
    orders = masked(customer.orders[-1].number) if customer.orders else ""
    return "  ·  ".join(filter(None, (inline_text(customer.label), about(customer), orders)))


def _of(text: str, customer: Customer) -> str:
    return text.replace("{customer}", _short(customer.label))


def _short(text: str) -> str:
    line = inline_text(text)
    return f"“{line[:40]}…”" if len(line) > 40 else f"“{line}”"
