"""Finding and normalising quantities in Chinese text: a library of its own."""
