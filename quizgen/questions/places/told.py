"""Which place stands in a gap of a sentence of the article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quizgen.draw import ordered
from quizgen.model import Campaign, EntityKind, Told, ToldKind, names_of, norm
from quizgen.prose.places import as_named, places
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions._told import DEATH, STEMS, asked, may_fit, slots_of, told_in
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each place that a sentence tells; wrong: places of other sentences, those first that it names more than once."""
    for campaign, fact, one in told_in(world, ToldKind.PLACE):
        slots = slots_of(campaign, one)
        the = as_named(one.text, one.start, "").strip()
        known = [(name.removeprefix("the "), n) for name, n in _known(world, campaign.id) if name.startswith("the ") == bool(the)]
        others = [name for name, _ in sorted(ordered(fact.id, known, key=str), key=lambda entry: entry[1] == 1)]
        if slots:
            yield Case(
                facts=(fact,),
                slots=slots,
                key=(one.value,),
                pool=tuple(name for name in others if norm(name) != norm(one.value)),
                accepted=_also(campaign, one.value),
                explanation=one.text,
                sensitive=bool(DEATH.search(one.text)),
            )


@lru_cache(maxsize=8)
def _known(world: World, campaign_id: str) -> tuple[tuple[str, int], ...]:
    """The places of a campaign's prose, and how often it names each."""
    return tuple(places(next(c for c in world.campaigns if c.id == campaign_id)).items())


def _also(campaign: Campaign, name: str) -> tuple[str, ...]:
    """The other names of a place."""
    entity = campaign.entity(name)
    return tuple(other for other in names_of(entity) if other != name) if entity else ()


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article has this place in the gap; one that the text may name there too is not settled."""
    found = asked(world, slots, ToldKind.PLACE)
    if not found:
        return UNSETTLED
    campaign, one = found
    if norm(option) in map(norm, (one.value, *_also(campaign, one.value))):
        return TRUE
    entity = campaign.entity(option)
    is_place = entity is not None and entity.kind is EntityKind.PLACE and not _is_greater(world, campaign, one.value, option)
    if (
        not is_place
        or option in world.aliases(campaign, one.value)
        or _is_within(campaign, one, option)
        or may_fit(world, campaign, one, option)
    ):
        return UNSETTLED
    return false("another place in the sentence", f"the article names {one.value} here")


def _is_greater(world: World, campaign: Campaign, name: str, option: str) -> bool:
    """Whether the article names a place so often beside the other that it may be the town around it: Saigon around Cholon."""
    often: dict[str, int] = {}
    for place, count in _known(world, campaign.id):
        often[place.removeprefix("the ")] = often.get(place.removeprefix("the "), 0) + count
    return often.get(option, 0) > max(2, often.get(name, 0))


def _is_within(campaign: Campaign, one: Told, option: str) -> bool:
    """Whether one place may lie in the other, as far as the text tells: they stand side by side, or share a word."""
    pair = {norm(one.value), norm(option)}
    stems = [{word.rstrip("s") for word in name.split()} for name in pair]
    if set.intersection(*stems):  # "Grenadier Hill", one of the "Sinim Hills"
        return True
    return any(all(f" {name} " in f" {norm(sentence.text)} " for name in pair) for sentence in campaign.sentences)


TYPE = QuestionType(summary="a place that a sentence of the article names", stems=STEMS, cases=cases, judge=judge)
