"""Windows, theme, messages for the agent"""
