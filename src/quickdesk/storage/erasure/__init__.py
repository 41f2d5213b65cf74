"""Erasing customers from every file of the data folder."""
