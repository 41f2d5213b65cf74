"""The search at work: on a thread of its own, so that typing never waits for it."""
