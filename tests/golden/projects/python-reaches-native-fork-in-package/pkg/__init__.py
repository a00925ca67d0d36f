"""A package whose extension is imported in every way."""
