"""Standard encodings."""
