"""Breaks the code in one small place after another and tells which breaks no test sees: `make mutants`."""
