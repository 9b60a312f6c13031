"""On which day a thing happened that the text tells in one plain clause."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.items import Format
from quizgen.model import Campaign, norm
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict
from quizgen.questions.dates._days import answer, compare, date_slots, neighbours, read_answer
from quizgen.questions.dates._statements import DEATH, Statement, is_echoed, may_be_told, phase_of, statement_of, statements, told_in
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each plain statement of one day; wrong: other days of which the text tells nothing like it."""
    for campaign, one in told_in(world):
        near = (read_answer(text, one.date.start.year) for text in neighbours(one.date.start))
        yield Case(
            facts=(one.fact,),
            slots={**date_slots(campaign, one.date.start), "phase": one.phase, "clause": one.plain.inside, "asked": one.plain.asked},
            key=(answer(one.date.start),),
            pool=tuple(answer(day.start) for day in near if day and phase_of(campaign, day) == one.phase),
            accepted=(one.date.words(),),
            formats=frozenset(Format) - ({Format.DATE} if is_echoed(world, campaign, one) else set()),
            explanation=f"On {one.date.words()}, {one.plain.inside}.",
            sensitive=bool(DEATH.search(one.plain.text)),
        )


def _asked(world: World, campaign: Campaign, words: str) -> Statement | None:
    """The one statement that is asked for in these words."""
    found = [one for one in statements(world, campaign.id) if norm(one.plain.asked) == norm(words)]
    return found[0] if len(found) == 1 else None


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the statement is told of the day; where the text may tell the like of that day, nothing is settled."""
    campaign = world.campaign_named(slots["campaign"])
    one = statement_of(world, campaign, slots["clause"]) if "clause" in slots else _asked(world, campaign, slots["asked"])
    day = read_answer(option, one.date.start.year) if one else None
    if not one or not day or one.phase != slots["phase"].casefold():
        return UNSETTLED
    if day == one.date:
        return TRUE
    return UNSETTLED if may_be_told(world, campaign, one, day) else compare(day, one.date, "it happened", "on")


QUESTION = ("{phase} {campaign}, {when} {asked}?", "{when}, {phase} {campaign}, {asked}?")
TYPE = QuestionType(
    summary="the day of a plain statement",
    stems={
        Format.MULTIPLE_CHOICE: QUESTION,
        Format.DATE: QUESTION,
        Format.TRUE_FALSE: ("{phase} {campaign}, {clause} on {option}{in_year}.", "On {option}{in_year}, {phase} {campaign}, {clause}."),
    },
    cases=cases,
    judge=judge,
)
