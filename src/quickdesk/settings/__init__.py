"""What the agent chooses: values"""
