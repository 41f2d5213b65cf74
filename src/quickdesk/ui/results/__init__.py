"""The found replies as rows: what stands in them, how it is cut and drawn, and which one is chosen."""
