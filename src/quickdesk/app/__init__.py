"""The tray program: services, features, session"""
