"""What windows make of cards: edits field by field, the order of the list, the entries of the timeline."""
