"""The window in which the protection of customers is changed, and its words."""
