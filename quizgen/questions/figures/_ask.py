"""What asking for strengths and for losses share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf

from quizgen.demonyms import demonyms
from quizgen.infobox.kinds import is_people
from quizgen.items import Format
from quizgen.model import Campaign, Estimate
from quizgen.naming import the_title
from quizgen.prose.actions import is_plural
from quizgen.questions import UNSETTLED, Case, QuestionType, Slots, Verdict
from quizgen.questions.figures._claims import PERSONS, Said, asks, figures, find, judge_figure, said_of, says, thing
from quizgen.questions.figures._numbers import apart, number, show
from quizgen.relations import Fact, Relation
from quizgen.world import World

LEAST = 2  # nobody asks how many, where it was one


def ask_figure(
    relation: Relation,
    summary: str,
    admits: Callable[[Estimate], bool],
    question: tuple[str, ...],
    statement: tuple[str, ...],
    said: Said = said_of,
) -> QuestionType:
    """Make the type that asks for the figures that `admits` lets in; `said` fills the slots that say which figure a stem means."""

    def cases(world: World) -> Iterator[Case]:
        for campaign, fact, figure in figures(world, relation):
            is_lost = fact.side or figure.kind in PERSONS  # "the losses of civilians" are told as killed and wounded only
            if is_lost and admits(figure) and is_counted(figure) and (figure.low or 0) >= LEAST:
                yield Case(
                    facts=(fact,),
                    slots={"campaign": the_title(campaign), "asks": asks(figure), **said(campaign, fact, figure)},
                    key=(show(figure.low or 0),),
                    pool=_likely(apart(figure.low or 0), figure, _most(campaign, fact, figure)),
                    explanation=f"{says(figure)}.",
                    formats=frozenset({Format.MULTIPLE_CHOICE, Format.NUMERIC} if figure.at_least else Format),
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        found = find(world, slots, relation, said=said)
        return judge_figure(world, *found, option) if found else UNSETTLED

    return QuestionType(
        summary=summary,
        stems={Format.MULTIPLE_CHOICE: question, Format.NUMERIC: question, Format.TRUE_FALSE: statement, Format.CLOZE: statement},
        cases=cases,
        judge=judge,
    )


def _likely(texts: tuple[str, ...], figure: Estimate, most: float) -> tuple[str, ...]:
    """The wrong numbers up to the most that there can be, and one above the right one in any case, which were the last option else."""
    above = next((text for text in texts if (number(text) or 0) > (figure.low or 0)), "")
    return tuple(text for text in texts if text == above or (number(text) or 0) <= most)


def _most(campaign: Campaign, fact: Fact, figure: Estimate) -> float:
    """How many a side may have lost of its men: as many as it had, if the box has that, and no more were lost than that."""
    strength = campaign.side(fact.side).strength if fact.side and figure.kind in (*PERSONS, "casualties") and not figure.of else ()
    men = [f for f in strength if f.within is None and f.high and (f.of is None or is_people(f.of))]
    own = [f for f in men if figure.who and f.who and figure.who in (f.who, *demonyms(f.who))] or men
    most = sum(f.high or 0 for f in own)
    is_sure = bool(own) and most >= (figure.high or 0) and not any(f.at_least or f.claimed_by for f in own)
    return most if is_sure else inf


def is_counted(figure: Estimate) -> bool:
    """Whether what is counted can follow "how many": a plural noun, or a kind of loss ("killed"); or nothing is said of it."""
    return bool(figure.kind) or not figure.of or is_plural(f"the {thing(figure)}")
