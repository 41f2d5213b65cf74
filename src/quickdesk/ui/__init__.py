"""Windows, theme, words for the agent"""
