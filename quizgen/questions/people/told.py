"""Which commander stands in a gap of a sentence of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.demonyms import adjectives, folded_adjectives
from quizgen.grammar.names import surname_of
from quizgen.items import Format
from quizgen.model import Campaign, Told, ToldKind, norm
from quizgen.prose.told import called, given_names
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions._told import DEATH, STEMS, asked, may_fit, slots_of, told_in
from quizgen.world import World

# What stands beside a gap and is of one man: "the First Canadian's _", "German _".
_OWNED = re.compile(rf"(?:['’]s?|\b(?:{'|'.join(sorted(adjectives()))})) $")


def cases(world: World) -> Iterator[Case]:
    """Each commander that a sentence tells of; wrong: the others, whom the text names with nothing that is named here.

    Those of his side come first, and are all there are where the sentence has a people; he is not chosen among foes alone.
    """
    for campaign, fact, one in told_in(world, ToldKind.PERSON):
        slots, people = slots_of(campaign, one), called(campaign)
        whole = [name for name in dict.fromkeys(people.values()) if name != one.of]
        mates = [name for name in whole if world.sides_of(campaign, name) & world.sides_of(campaign, one.of)]
        is_chosen = slots and not _OWNED.search(slots["before"]) and _has_mate(world, slots, one.of, mates)
        if slots:
            yield Case(
                facts=(fact,),
                slots=slots,
                key=(one.of,),
                pool=tuple(mates if _tells_side(one) else dict.fromkeys((*mates, *whole))),
                formats=frozenset(Format) if is_chosen else frozenset({Format.CLOZE}),
                accepted=tuple(dict.fromkeys(name for name in (one.value, _surname(campaign, one)) if name and name != one.of)),
                explanation=one.text,
                sensitive=bool(DEATH.search(one.text)),
            )


def _surname(campaign: Campaign, one: Told) -> str | None:
    """The surname by which he is known, if nobody else of the article has it."""
    surname, people = surname_of(one.of), called(campaign)
    is_his = people.get(surname or "") == one.of if one.of in people else len(given_names(campaign).get(surname or "", ())) == 1
    return surname if is_his else None


def _has_mate(world: World, slots: Slots, key: str, mates: list[str]) -> bool:
    """Whether one of his side may stand among the options: disproved, and with initials or without as he is."""
    return any(("." in name) == ("." in key) and judge(world, slots, name, ()).truth is False for name in mates)


def _tells_side(one: Told) -> bool:
    """Whether a sentence has a people, by which the side of its commander may be known: "broke with Japanese doctrine"."""
    return bool({*norm(one.text).split()} & folded_adjectives())


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
