"""The customer window: the list, the trash, the timeline and the merge of two cards."""
