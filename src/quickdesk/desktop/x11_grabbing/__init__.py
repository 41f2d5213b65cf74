"""The parts of ``x11_hotkeys``: keyboard tables, grabs on the server, names, and the thread they live in."""
