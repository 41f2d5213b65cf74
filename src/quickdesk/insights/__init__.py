"""Failed searches, use of replies by day"""
