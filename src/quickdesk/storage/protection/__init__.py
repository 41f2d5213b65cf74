"""Encryption of personal data, and where its key is."""
