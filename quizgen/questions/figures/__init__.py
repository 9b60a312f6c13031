"""Questions on figures."""
