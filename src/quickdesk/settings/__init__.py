"""The settings as values"""
