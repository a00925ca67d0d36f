"""forklint is a program of its own; this package only finds it."""
