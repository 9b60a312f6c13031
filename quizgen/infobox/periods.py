"""A heading in a list of figures → whether those below it are of one time or state only, or one of several guesses."""

from __future__ import annotations

import re

from quizgen.grammar.dates import find_dates
from quizgen.grammar.scopes import is_guess

NUMBERED = re.compile(
    r"(?:(?:[Ii]n )?(?:[Pp]hases?|[Ss]tages?|[Ww]aves?) )?(?:(?:One|Two|Three|Four|Five|Six|and|to)\b[\s,–-]*)+:"
)  # or what is left of "Phases One, Two and Three:"
# Headings that say in which state a force is counted: "Engaged:", "Total Zulu force:", "In reserve:".
_STATE = re.compile(
    r"\b(?:engaged|in reserve|reserves|effectives?|present for duty|initial(?:ly)?|final(?:ly)?|peak|deployed|nominal(?:ly)?|on paper"
    r"|available|total .+)$",
    re.IGNORECASE,
)
_PHASE = re.compile(r"\b(?:phase|stage|wave|period|day|week|month|year)s?\b", re.IGNORECASE)
OVERALL = re.compile(r"(?:in )?(?:total|overall|all|whole)\b", re.IGNORECASE)


def is_period(words: str) -> bool:
    """Whether a heading says of which time or state the figures below are; those of a contingent below it are so too."""
    patterns = (_STATE.search(words), NUMBERED.fullmatch(f"{words}:"), _PHASE.search(words))
    return any(find_dates(words)) or any(patterns) or is_guess(words)
