"""Snippets, templates, forms"""
