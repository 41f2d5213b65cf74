"""What was searched in vain"""
