"""Between which numbers a strength or a loss is put."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Estimate
from quizgen.naming import the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions.figures._ask import is_counted
from quizgen.questions.figures._claims import counts, figures, find, rivals, said_of
from quizgen.questions.figures._numbers import number, show
from quizgen.relations import Relation
from quizgen.world import World

FACTORS = (0.5, 2.0, 0.25, 3.0, 4.0)  # ranges so far off share no number with one whose ends lie within a factor of 1.9
WIDEST = 1.9


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
                slots={"campaign": the_title(campaign), **said_of(campaign, fact, figure)},
                key=(_words(low, high),),
                pool=tuple(_words(_scaled(low, by), _scaled(high, by)) for by in FACTORS),
                explanation=f"The range given is {_words(low, high)}.",
            )


def _scaled(value: int, by: float) -> int:
    grain = next((10**k for k in range(9, -1, -1) if value % 10**k == 0 and value * by >= 10**k), 1)
    return max(1, round(value * by / grain) * grain)


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the option is the range; one that shares a number with it or with a rival's, or that the prose counts, settles nothing."""
    found = find(world, {**slots, "who": ""}, Relation.CASUALTIES, ranges=True)
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
    if any(ends[0] <= count.high and count.low <= ends[1] for s in campaign.sentences for count in counts(s.text)):
        return UNSETTLED
    return false("another range", f"the range given is {_words(own.low or 0, own.high or 0)}")


TYPE = QuestionType(
    summary="the range in which losses are put",
    stems={
        Format.MULTIPLE_CHOICE: (
            "According to {claimant}, in which range lies the number of {what} among the losses of {whose} in {campaign}?",
            "In {campaign}, what range does {claimant} give for the number of {what} among the losses of {whose}?",
        ),
    },
    cases=cases,
    judge=judge,
)
