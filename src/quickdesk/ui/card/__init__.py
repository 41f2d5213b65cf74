"""The card of a customer: its fields, orders and notes, edited in place."""
