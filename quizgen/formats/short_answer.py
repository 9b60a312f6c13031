"""A short-answer item → the stem alone; the learner writes a name or a few words."""

from __future__ import annotations

from quizgen.formats._free import free
from quizgen.items import Format

FORMAT = free("Short answer", "Answer in a few words.", Format.SHORT_ANSWER)
