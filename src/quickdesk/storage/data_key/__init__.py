"""Where the key of personal data is kept, and how it is got back."""
