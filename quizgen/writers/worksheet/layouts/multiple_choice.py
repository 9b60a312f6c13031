"""A stem and options of which one is right."""

from __future__ import annotations

from quizgen.items import Format
from quizgen.writers.worksheet.layouts import Layout
from quizgen.writers.worksheet.layouts._options import letters, options

LAYOUT = Layout((Format.MULTIPLE_CHOICE,), "Multiple choice", "Tick the one box that answers the question.", options, letters)
