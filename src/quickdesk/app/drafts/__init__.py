"""What is typed in a window is a draft until it is saved, sent or discarded."""
