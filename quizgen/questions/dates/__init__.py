"""Questions on dates."""
