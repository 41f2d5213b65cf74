"""Hotkeys, paste, clipboard, instance"""
