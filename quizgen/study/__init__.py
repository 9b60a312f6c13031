"""A drawn quiz at the terminal: asked, graded, scored."""
