"""What a card may contain, and how cards are compared, found and merged."""
