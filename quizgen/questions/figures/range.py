"""Between which numbers a strength or a loss is put."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from quizgen.draw import place
from quizgen.items import Format
from quizgen.model import Campaign, Estimate
from quizgen.naming import the_title
from quizgen.prose.actions import is_plural
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.figures._ask import is_counted
from quizgen.questions.figures._claims import claimant, counts, figures, find, rivals
from quizgen.questions.figures._numbers import number, show
from quizgen.questions.figures._wording import lost
from quizgen.relations import Fact, Relation
from quizgen.world import World

WIDEST = 1.9  # times the lower end
RUNGS = 4  # wrong ranges below the right one and above it
FARTHEST = 4  # times as much, or a part: what is out of all measure is no answer
_LOSING = re.compile(
    r"\b(?:lost|loss|losses|losing|suffer\w*|casualt\w+|kill\w*|dead|die[ds]?|deaths?|fell|fallen|slain|slew|wound\w*|injur\w*|captur\w*|"
    r"taken|took|prison\w*|missing|surrender\w*|destroy\w*|damag\w*|sunk|sank|down\w*|victims?|perish\w*|massacr\w*)\b",
    re.IGNORECASE,
)
GAP = (1.1, 1.4)  # by how much the nearer end of a range is less or greater than that of the next


def _words(low: int, high: int) -> str:
    return f"{show(low)} to {show(high)}"


def _asked(figure: Estimate) -> bool:
    low, high = figure.low or 0, figure.high or 0
    return not figure.who and not figure.at_least and is_counted(figure) and low >= 8 and high <= WIDEST * low


def cases(world: World) -> Iterator[Case]:
    """Each range of losses."""
    for campaign, fact, figure in figures(world, Relation.CASUALTIES, ranges=True):
        if _asked(figure):
            low, high = figure.low or 0, figure.high or 0
            yield Case(
                facts=(fact,),
                slots={"campaign": the_title(campaign), **_said(campaign, fact, figure)},
                key=(_words(low, high),),
                pool=tuple(_moved(low, high)),
                explanation=f"The range given is {_words(low, high)}.",
            )


def _said(campaign: Campaign, fact: Fact, figure: Estimate) -> dict[str, str]:
    told = lost(campaign, fact, figure)
    return {
        "claimant": told["claimant"],
        "total": told["total"],
        "who": told["who"],
        "does": "do" if is_plural(claimant(figure)) else "does",
    }


def _moved(low: int, high: int) -> Iterator[str]:
    """Give ranges that lie elsewhere, below and above in turn: as round or finer, each as wide in its own way, and none twice another."""
    grain = next((10**k for k in range(9, -1, -1) if low % 10**k == high % 10**k == 0), 1)
    for pair in zip_longest(_rungs(low, high, grain, up=False), _rungs(low, high, grain, up=True)):
        yield from (_words(*ends) for ends in pair if ends)


def _rungs(low: int, high: int, grain: int, *, up: bool) -> Iterator[tuple[int, int]]:
    """Climb from a range, up or down, to others that share no number with it nor with each other."""
    own, least, most = high / low - 1, low / FARTHEST, high * FARTHEST
    for n in range(RUNGS):
        off, wide = (place("range", f"{low}-{high}/{up}/{n}/{what}") / 2**64 for what in ("off", "wide"))
        gap, ratio = GAP[0] + (GAP[1] - GAP[0]) * off, 1 + own * (0.6 + wide)
        ends = (high * gap, high * gap * ratio) if up else (low / gap / ratio, low / gap)
        grain = next((10**k for k in range(9, 0, -1) if 10**k <= grain and ends[1] - ends[0] > 10**k), 1)
        low, high = (round(end / grain) * grain for end in ends)
        if not 0 < low < high or not (least <= high and low <= most):
            return
        yield low, high


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option is the range; one that shares a number with it, a rival's or what the prose counts of losses settles nothing."""
    found = find(world, slots, Relation.CASUALTIES, ranges=True, said=_said)
    ends = [number(end) for end in option.split(" to ")]
    if not found or len(ends) != 2 or ends[0] is None or ends[1] is None:
        return UNSETTLED
    campaign, fact = found
    own = fact.leaf
    assert isinstance(own, Estimate)
    if ends == [own.low, own.high]:
        return TRUE
    for rival in rivals(world, campaign, fact):
        if ends[0] <= (rival.high or rival.low or 0) and (rival.low or 0) <= ends[1]:
            return UNSETTLED
    losing = (s.text for s in campaign.sentences if _LOSING.search(s.text))
    if any(ends[0] <= count.high and count.low <= ends[1] for text in losing for count in counts(text)):
        return UNSETTLED
    return false("another range", f"the range given is {_words(own.low or 0, own.high or 0)}")


TYPE = QuestionType(
    summary="the range in which losses are put",
    stems={
        Format.MULTIPLE_CHOICE: (
            "According to {claimant}, in which range lies the number of {total} in {campaign}?",
            "For {campaign}, what range {does} {claimant} give for the number of {total}?",
        ),
    },
    cases=cases,
    judge=judge,
)
