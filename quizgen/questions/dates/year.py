"""In which year a campaign took place."""

from quizgen.questions.dates._whole import ask_whole

TYPE = ask_whole("year")
