"""Who works on which page, how fast, and when it will be done."""
