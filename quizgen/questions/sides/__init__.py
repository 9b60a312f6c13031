"""Questions on sides."""
