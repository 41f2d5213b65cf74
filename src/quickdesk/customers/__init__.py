"""Customers: the card, notes, orders, cases and the timeline of each buyer."""
