"""One use case per command"""
