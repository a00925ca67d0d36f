"""Counts what is in log files."""
