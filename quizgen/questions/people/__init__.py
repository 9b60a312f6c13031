"""Questions on people."""
