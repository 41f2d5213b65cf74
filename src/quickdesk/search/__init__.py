"""Index, query, ranking, suggestion"""
