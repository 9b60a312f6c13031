"""What sorting figures by their side shares, for strengths and for losses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from quizgen.items import Format
from quizgen.model import Campaign, Estimate, norm
from quizgen.naming import side_name, the_title
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false, weighed
from quizgen.questions.figures._ask import is_counted
from quizgen.questions.figures._claims import figures, thing
from quizgen.questions.figures._numbers import show
from quizgen.questions.sides._sides import OTHER_SIDE, side_called
from quizgen.relations import Fact, Leaf, Relation
from quizgen.world import World

LEAST = 4


def _ends(leaf: Leaf) -> tuple[int | None, ...]:
    return (leaf.low, leaf.high) if isinstance(leaf, Estimate) else ()


def ask_sort(relation: Relation, summary: str, instructions: tuple[str, ...]) -> QuestionType:
    """Make the type that gives figures, as the infobox has them, and asks for their sides."""

    def shown(world: World, campaign: Campaign) -> list[tuple[Fact, str]]:
        """The figures of the infobox that nobody claims, with what they count; of what both sides may have, neither."""
        found = [
            (fact, f"{show(figure.low or 0)} {thing(figure)}")
            for of, fact, figure in figures(world, relation)
            if of is campaign and fact.side and not figure.claimed_by and not figure.who and not figure.at_least
            if thing(figure) and is_counted(figure) and (figure.low or 0) > 1
        ]
        held = {(end, fact.side) for fact in world.of(campaign, relation) for end in _ends(fact.leaf)}
        others = {fact.id: {end for end, side in held if side != fact.side} for fact, _ in found}
        return [(fact, text) for fact, text in found if not others[fact.id] & set(_ends(fact.leaf))]

    def cases(world: World) -> Iterator[Case]:
        for campaign in world.campaigns:
            found = {fact.id: text for fact, text in shown(world, campaign)}
            facts = weighed(fact for fact, _ in shown(world, campaign))
            rows = [[fact for fact in facts if fact.side == side.id] for side in campaign.sides]
            chosen = [fact for fact in chain.from_iterable(zip_longest(*rows)) if fact]
            if len(chosen) >= LEAST and len({fact.side for fact in chosen}) >= 2:
                yield Case(
                    facts=tuple(chosen),
                    slots={"campaign": the_title(campaign)},
                    key=(),
                    pairs=tuple((found[fact.id], side_name(campaign.side(fact.side or ""))) for fact in chosen),
                )

    def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
        campaign = world.campaign_named(slots["campaign"])
        side = side_called(campaign, option)
        own = [fact for fact, text in shown(world, campaign) if norm(text) == norm(slots["thing"])]
        if side is None or len(own) != 1 or not isinstance(own[0].leaf, Estimate):
            return UNSETTLED
        if own[0].side == side.id:
            return TRUE
        return false(OTHER_SIDE, f"the infobox gives it for {side_name(campaign.side(own[0].side or ''))}")

    return QuestionType(summary=summary, stems={Format.SORTING: instructions}, cases=cases, judge=judge)
