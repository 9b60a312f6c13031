"""Where a campaign took place: the first part of the place, or all of a short one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, norm
from quizgen.naming import name_for, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.relations import Relation
from quizgen.world import World

_ABOUT = re.compile(
    r"[\d();:/]|\b(?:and|or|near|off|between|vicinity|around|along|outside|inside|somewhere|various|both|parts)\b", re.IGNORECASE
)
STEM = 5  # letters by which two forms of a name are known as one
LONGEST = 4  # words of a part


def _parts(campaign: Campaign) -> tuple[str, str]:
    """The first part and the rest with its comma; nothing where the place is more than "A, B" or its words are no name."""
    first, comma, rest = (campaign.place.value if campaign.place else "").partition(", ")
    is_name = first[:1].isupper() and len(first.split()) <= LONGEST and not _ABOUT.search(first)
    return (first, comma + rest) if is_name and not re.search(r"[();,]|now |\band\b", rest) else ("", "")


def is_told(campaign: Campaign, place: str) -> bool:
    """Whether a word of the title gives a place away by its stem: "Legnica" tells "Legnickie Pole"."""
    stems, told = ({word[:STEM] for word in norm(text).split() if len(word) >= STEM} for text in (place, campaign.title.value))
    return bool(stems & told)


def cases(world: World) -> Iterator[Case]:
    """Each campaign whose place begins with a name."""
    for campaign, fact in each(world, Relation.PLACE):
        first, rest = _parts(campaign)
        if first and not is_told(campaign, first):
            yield Case(
                facts=(fact,),
                slots={"campaign": name_for(campaign, first) or the_title(campaign), "rest": rest},
                key=(first,),
                accepted=(f"{first}{rest}", *(name for name in world.aliases(campaign, first) if name != first)) if not rest else (),
                explanation=f"The infobox gives “{fact.object}” as the place.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the place given begins so."""
    first, rest = _parts(world.campaign_named(slots["campaign"]))
    if not first or norm(rest) != norm(slots["rest"]):
        return UNSETTLED
    return TRUE if norm(option) in (norm(first), norm(first + rest)) else false("another place", f"the place given is {first}{rest}")


TYPE = QuestionType(
    summary="the first part of the place",
    stems={
        Format.CLOZE: (
            "The place given for {campaign} is {option}{rest}.",
            "The infobox gives {option}{rest} as the place of {campaign}.",
        ),
    },
    cases=cases,
    judge=judge,
)
