"""Folding, masking, encodings, scripts"""
