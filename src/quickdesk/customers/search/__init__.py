"""The search for customers, on the engine of the search for replies."""
