"""Bytes to articles: decode, divide, reading text, words."""
