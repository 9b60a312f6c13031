"""quizgen: campaign articles into checked facts, sound items, Anki decks, worksheets and quizzes."""
