"""Import plan, one file per format"""
