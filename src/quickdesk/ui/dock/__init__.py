"""The dock: the card of the current customer beside the chat window, which keeps the focus."""
