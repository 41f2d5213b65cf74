"""The words of cases: types, states, fields and groups of the board."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.case import CaseState, CaseType
from quickdesk.customers.case_rules import CaseField, Urgency

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def type_name(case_type: CaseType) -> str:
    """Return the name of a type of case."""
    return {
        CaseType.LOGISTICS: translate("words", "Delivery", "type of case"),
        CaseType.AFTER_SALES: translate("words", "After-sales", "type of case"),
        CaseType.QUALITY: translate("words", "Quality", "type of case"),
        CaseType.COMPLAINT: translate("words", "Complaint", "type of case"),
        CaseType.INQUIRY: translate("words", "Question", "type of case"),
        CaseType.OTHER: translate("words", "Other", "type of case"),
    }[case_type]


def state_name(state: CaseState) -> str:
    """Return the name of a state of a case."""
    return {
        CaseState.TO_VERIFY: translate("words", "To verify", "state of case"),
        CaseState.IN_PROGRESS: translate("words", "In progress", "state of case"),
        CaseState.WAITING_FOR_CUSTOMER: translate("words", "Waiting for customer", "state of case"),
        CaseState.WAITING_FOR_WAREHOUSE: translate("words", "Waiting for warehouse", "state of case"),
        CaseState.SOLVED: translate("words", "Solved", "state of case"),
        CaseState.CLOSED: translate("words", "Closed", "state of case"),
    }[state]


def escalated() -> str:
    """Return the word beside the state of a case that was escalated."""
    return translate("words", "escalated", "state of case")


def field_name(field: CaseField) -> str:
    """Return the name of a field of a case."""
    return {
        CaseField.ORDER_NUMBER: translate("words", "Order number", "field of case"),
        CaseField.REQUEST: translate("words", "What the customer wants", "field of case"),
        CaseField.EVIDENCE_RECEIVED: translate("words", "Evidence received", "field of case"),
        CaseField.OFFERED: translate("words", "Offered so far", "field of case"),
        CaseField.SOLUTION: translate("words", "Solution", "field of case"),
        CaseField.BASIS: translate("words", "Rule it rests on", "field of case"),
        CaseField.PROMISE: translate("words", "Promised until", "field of case"),
        CaseField.EMOTION: translate("words", "Emotion, 1 to 5", "field of case"),
        CaseField.NEXT_DATE: translate("words", "Next date", "field of case"),
    }[field]


def urgency_name(urgency: Urgency) -> str:
    """Return the heading of a group of the board."""
    return {
        Urgency.OVERDUE: translate("words", "Overdue", "group of cases"),
        Urgency.NO_DATE: translate("words", "Without a next date: set one", "group of cases"),
        Urgency.TODAY: translate("words", "Today", "group of cases"),
        Urgency.LATER: translate("words", "Later", "group of cases"),
        Urgency.CLOSED: translate("words", "Closed", "group of cases"),
    }[urgency]
