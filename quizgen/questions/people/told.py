"""Which commander stands in a gap of a sentence of the article."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.grammar.names import surname_of
from quizgen.model import ToldKind, norm
from quizgen.prose.told import called
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions._told import DEATH, STEMS, asked, may_fit, slots_of, told_in
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each commander that a sentence tells of; wrong: the others, whom the text names with nothing that is named here."""
    for campaign, fact, one in told_in(world, ToldKind.PERSON):
        slots, people = slots_of(campaign, one), called(campaign)
        if slots:
            yield Case(
                facts=(fact,),
                slots=slots,
                key=(one.of,),
                pool=tuple(whole for whole in dict.fromkeys(people.values()) if whole != one.of),
                accepted=tuple(dict.fromkeys(name for name in (one.value, surname_of(one.of)) if name and name != one.of)),
                explanation=one.text,
                sensitive=bool(DEATH.search(one.text)),
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article names this commander in the gap; one whom the text may name there too is not settled."""
    found = asked(world, slots, ToldKind.PERSON)
    if not found:
        return UNSETTLED
    campaign, one = found
    if norm(option) in map(norm, (one.value, one.of, surname_of(one.of) or one.of)):
        return TRUE
    whole = called(campaign).get(option)
    if not whole or may_fit(world, campaign, one, option):
        return UNSETTLED
    return false("another person in the sentence", f"the article names {one.value} here")


TYPE = QuestionType(summary="a commander whom a sentence of the article names", stems=STEMS, cases=cases, judge=judge)
