"""A template and the campaign that it asks of → its words of a coup, of what nobody fought in, of a day."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from quizgen.model import Campaign
from quizgen.naming import short_title

Words = tuple[tuple[str, str], ...]  # in order: a longer phrase before its parts
_CIVIL: Words = (
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
_UNOPPOSED: Words = (
    ("is listed as fighting against", "is listed on the side opposed to that of"),
    ("Against which of these powers did {the_thing} fight", "To which of these powers did {the_thing} stand opposed"),
    ("Against which power did {the_thing} fight", "To which power did {the_thing} stand opposed"),
    ("fought against", "stood on the side opposed to"),
    ("fought alongside", "stood on the same side as"),
    ("fight in", "stand in"),
    ("fought", "stood"),
)
# A campaign known as a day, "Eagle Day", is one that things happen on.
_DAY = re.compile(r"(?:tag|\bDay)$")
_ABOUT = ("On {campaign}:", "About {campaign}:")
_ON: Words = (_ABOUT, ("In {campaign}", "On {campaign}"), (" in {campaign}", " on {campaign}"))
_DURING: Words = (_ABOUT, ("In {campaign}", "During {campaign}"), (" in {campaign}", " during {campaign}"))
_NO_FIGHT = re.compile(
    r"\bunopposed\b|\b(?:no|without(?: any)?|little or no) (?:\w+ )?(?:opposition|resistance|fighting)\b|\bwithout (?:a (?:fight|shot)|"
    r"firing a shot|bloodshed)\b|\bbloodless",
    re.IGNORECASE,
)


def worded(template: str, campaign: Campaign) -> str:
    """Give a template the words that suit the campaign: those of a civil conflict, of one without a fight, of one known as a day."""
    if campaign.civil:
        template = _put(template, _CIVIL)
    elif is_unopposed(campaign):
        template = _put(template, _UNOPPOSED)
    return _put(template, _ON if is_told_on(campaign) else _DURING) if _DAY.search(short_title(campaign)) else template


def is_unopposed(campaign: Campaign) -> bool:
    """Whether the result or the lead says that there was no fight, of a part of it perhaps: the words for it fit any campaign."""
    lead = (sentence.text for sentence in takewhile(lambda sentence: not sentence.section, campaign.sentences))
    told = (campaign.result.text if campaign.result else "", *(outcome.value for outcome in campaign.outcomes), *lead)
    return any(_NO_FIGHT.search(text) for text in told)


def is_told_on(campaign: Campaign) -> bool:
    """Whether the article says "on Eagle Day"."""
    return any(re.search(rf"\b[Oo]n {re.escape(short_title(campaign))}\b", sentence.text) for sentence in campaign.sentences)


@cache
def _put(template: str, words: Words) -> str:
    for before, after in words:
        template = template.replace(before, after)
    return template
