"""What formats share: entries, tokens, reports, readers and writers of JSON and files."""
