"""Builds and connects the tray program"""
