"""Questions on events."""
