"""An index of pages and articles, derived, in the cache."""
