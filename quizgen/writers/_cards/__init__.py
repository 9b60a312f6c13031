"""Items → printed flashcards: the faces of each (faces), and the sheets that they stand on (press)."""
