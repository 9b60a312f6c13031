"""Questions on places."""
