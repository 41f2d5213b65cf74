"""The search on a thread of its own, and the maintenance of its index."""
