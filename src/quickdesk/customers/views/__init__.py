"""What windows make of cards: edits field by field, and the order of the list."""
