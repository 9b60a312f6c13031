"""A stem and options of which several may be right."""

from __future__ import annotations

from quizgen.items import Format
from quizgen.writers.worksheet.layouts import Layout
from quizgen.writers.worksheet.layouts._options import letters, options

LAYOUT = Layout((Format.MULTIPLE_RESPONSE,), "More than one answer", "Tick every box that is right.", options, letters)
