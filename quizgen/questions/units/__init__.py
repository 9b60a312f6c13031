"""Questions on units."""
