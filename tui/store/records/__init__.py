"""Documents as plain records, and back: what every backend keeps."""
