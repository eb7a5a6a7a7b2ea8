"""The index of pages and articles: derived data, in the cache."""
