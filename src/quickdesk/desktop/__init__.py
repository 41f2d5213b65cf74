"""Hotkeys, pasting, clipboard, command server"""
