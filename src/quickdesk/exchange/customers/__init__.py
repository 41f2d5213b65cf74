"""Customer cards as CSV and TSV: reading, writing, and the plan of an import."""
