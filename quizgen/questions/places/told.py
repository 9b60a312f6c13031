"""Which place stands in a gap of a sentence of the article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quizgen.draw import ordered
from quizgen.items import Format
from quizgen.model import Campaign, EntityKind, Told, ToldKind, norm
from quizgen.prose.places import as_named, places
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, false
from quizgen.questions._told import DEATH, STEMS, asked, may_fit, slots_of, told_in
from quizgen.questions.places._forms import forms_of
from quizgen.questions.places._sorts import (
    SORTS,
    has_several,
    is_alike_told,
    is_of_kind,
    is_of_story,
    is_open,
    is_told_apart,
    sort_of,
    unsorted,
)
from quizgen.world import World


def cases(world: World) -> Iterator[Case]:
    """Each place that a sentence tells; wrong: places of other sentences, those first that it names more than once."""
    for campaign, fact, one in told_in(world, ToldKind.PLACE):
        slots = slots_of(campaign, one)
        the = as_named(one.text, one.start, "").strip()
        known = [(name.removeprefix("the "), n) for name, n in _known(world, campaign.id) if name.startswith("the ") == bool(the)]
        others = [name for name, _ in sorted(ordered(fact.id, known, key=str), key=lambda entry: entry[1] == 1) if name != one.value]
        forms = _formats(campaign, one, tuple(others))
        if slots and forms:
            yield Case(
                facts=(fact,),
                slots=slots,
                key=(one.value,),
                pool=tuple(name for name in others if norm(name) != norm(one.value)),
                accepted=(
                    *(name for name in others if norm(name) == norm(one.value)),
                    *forms_of(world, campaign, one.value, has_the=bool(the)),
                ),
                formats=forms,
                explanation=one.text,
                sensitive=bool(DEATH.search(one.text)),
            )


@lru_cache(maxsize=8)
def _known(world: World, campaign_id: str) -> tuple[tuple[str, int], ...]:
    """The places of a campaign's prose, and how often it names each."""
    return tuple(places(next(c for c in world.campaigns if c.id == campaign_id)).items())


def _formats(campaign: Campaign, one: Told, others: tuple[str, ...]) -> frozenset[Format]:
    """To be chosen where the words around the gap neither fit many places nor tell which one; freely where no other is as right."""
    chosen = set() if has_several(one) or is_told_apart(one) else {Format.MULTIPLE_CHOICE}
    return frozenset(chosen | (set() if is_open(campaign, one, others) else {Format.CLOZE}))


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the article has this place in the gap; one that the text may name there too is not settled."""
    found = asked(world, slots, ToldKind.PLACE)
    if not found:
        return UNSETTLED
    campaign, one = found
    has_the = bool(as_named(one.text, one.start, "").strip())
    if norm(option) in map(norm, (one.value, *forms_of(world, campaign, one.value, has_the=has_the))):
        return TRUE
    entity = campaign.entity(option)
    is_place = entity is not None and entity.kind is EntityKind.PLACE and not _is_greater(world, campaign, one.value, option)
    if (
        not is_place
        or option in world.aliases(campaign, one.value)
        or _is_within(campaign, one, option)
        or sort_of(world, campaign, one.value) != sort_of(world, campaign, option)
        or not is_of_kind(campaign, one, option)
        or not is_of_story(campaign, one, option)
        or is_alike_told(campaign, one, option)
        or may_fit(world, campaign, one, unsorted(option))
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
    sort = {word for word in SORTS if all(word in name.split() for name in pair)}  # "Mount" of two mounts, but "Hill" of the "Hills"
    stems = [{word.rstrip("s") for word in name.split() if word not in sort} for name in pair]
    if set.intersection(*stems):  # "Grenadier Hill", one of the "Sinim Hills"
        return True
    return any(all(f" {name} " in f" {norm(sentence.text)} " for name in pair) for sentence in campaign.sentences)


TYPE = QuestionType(summary="a place that a sentence of the article names", stems=STEMS, cases=cases, judge=judge)
