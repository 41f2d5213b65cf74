"""Sources of snippet packs"""
