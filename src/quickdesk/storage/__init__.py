"""Journal, stores, backups, check"""
