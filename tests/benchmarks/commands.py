"""Commands against a bare Python and against the imports of their libraries."""

import sys
import tempfile

from tests.benchmarks.rows import command, compared, wall_time

PYTHON = (sys.executable, "-c")
QUIZGEN = (sys.executable, "-m", "quizgen")


def rows(texts):
    """Start-up, the first question of a quiz, a whole build."""
    bare, imports = command(*PYTHON, "pass"), command(*PYTHON, "import genanki, pymupdf_fonts, uharfbuzz, yaml")
    with tempfile.TemporaryDirectory() as out:
        quiz = (*QUIZGEN, "quiz", "aleppo-2016", "--db", f"{out}/progress.sqlite3")
        command(*quiz)()  # prepares what the later ones put at once
        yield compared("`quizgen --help` / `python -c pass`", "≤ 3.0", command(*QUIZGEN, "--help"), bare, wall_time)
        yield compared("`quizgen quiz aleppo-2016` up to its first question / `python -c pass`", "≤ 12", command(*quiz), bare, wall_time)
        anew = command(*quiz, "--as-of", "2016-08-31")
        yield compared("`quizgen quiz aleppo-2016`, read and drawn anew / `python -c pass`", "", anew, bare, wall_time)
        read = command(*QUIZGEN, "read", "seeds/aleppo-2016.txt")
        yield compared("`quizgen read` / `python -c pass`", "", read, bare, wall_time)
        build = command(*QUIZGEN, "build", "seeds/aleppo-2016.txt", "-o", out)
        yield compared("`quizgen build` / its library imports", "", build, imports, wall_time)
