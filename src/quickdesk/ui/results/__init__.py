"""The list of found replies: the texts of its rows, their layout and painting, and the selection."""
