"""Questions on outcomes."""
