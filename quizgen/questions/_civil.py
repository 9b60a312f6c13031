"""A template and the campaign that it asks of → its words where nobody commanded armies: a coup, a protest, an uprising of citizens."""

from __future__ import annotations

from functools import cache

from quizgen.model import Campaign

_WORDS = (  # in order: a longer phrase before its parts
    ("is listed as fighting against", "is listed as standing against"),
    ("Against which of these powers did {the_thing} fight", "Against which of these parties did {the_thing} stand"),
    ("Against which power did {the_thing} fight", "Against which party did {the_thing} stand"),
    ("fought against", "stood against"),
    ("fight in", "take part in"),
    ("fought", "took part"),
    ("commander’s role", "figure’s role"),
    ("commander", "leading figure"),
    ("powers", "parties"),
    ("power", "party"),
)


def worded(template: str, campaign: Campaign) -> str:
    """Give a template the words that suit the campaign: those of a civil conflict, or its own."""
    return _civil(template) if campaign.civil else template


@cache
def _civil(template: str) -> str:
    for military, civil in _WORDS:
        template = template.replace(military, civil)
    return template
