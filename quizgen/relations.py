"""Campaign → facts: single statements with an id that depends on no wording and no order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from quizgen.grammar.names import is_rest
from quizgen.model import (
    Aim,
    Belligerent,
    Campaign,
    Commander,
    DatedText,
    Estimate,
    Event,
    Result,
    Side,
    Source,
    Sourced,
    Told,
    ToldKind,
    Unit,
    names_of,
    norm,
    slug,
)
from quizgen.naming import role_group, side_name


class Relation(StrEnum):
    """What a fact says of its subject."""

    START = "start"
    END = "end"
    PLACE = "place"
    PART_OF = "part_of"
    AIM = "aim"
    RESULT = "result"
    OUTCOME = "outcome"
    BELLIGERENT = "belligerent"
    UNIT = "unit"
    COMMANDER = "commander"
    GROUP = "group"
    PARENT = "parent"
    ROLE = "role"
    FATE = "fate"
    REPLACED = "replaced"
    STRENGTH = "strength"
    CASUALTIES = "casualties"
    EVENT = "event"
    TOLD = "told"


class Importance(StrEnum):
    """How much a fact matters (contracts.md)."""

    CORE = "core"
    USEFUL = "useful"
    DETAIL = "detail"


Leaf = Aim | Belligerent | Commander | DatedText | Estimate | Event | Result | Sourced | Told | Unit


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: `subject` stands in `relation` to `object`, both as a reader sees them; `leaf` is what it rests on.

    `side` is the side it speaks of, where it speaks of one. `disputed`: part of a contradiction that nothing settles.
    """

    id: str
    campaign: str
    relation: Relation
    subject: str
    object: str
    leaf: Leaf
    importance: Importance
    importance_why: str
    source: Source
    side: str | None = None
    claimed_by: str | None = None
    disputed: bool = False
    hedge: str | None = None


CIVILIANS = "civilians"
CORE = (
    Relation.START,
    Relation.END,
    Relation.PLACE,
    Relation.PART_OF,
    Relation.AIM,
    Relation.RESULT,
    Relation.OUTCOME,
    Relation.BELLIGERENT,
)

_CENTRAL = {
    Relation.PART_OF: "what the campaign was part of",
    Relation.AIM: "an aim of the campaign",
    Relation.OUTCOME: "an outcome of the campaign",
    Relation.BELLIGERENT: "a belligerent of the campaign",
}


def facts(campaign: Campaign) -> tuple[Fact, ...]:
    """Give every fact of a campaign in the order of the model: when, where, part of what, aims, result, sides, events.

    Placeholders and unknown figures give none. Of equal ids the first is kept: one fact told twice, or, where they differ in what
    they say, rivals that nothing tells apart, and then it is disputed.
    """
    found = [*_frame(campaign)]
    for side in campaign.sides:
        found += _of_side(campaign, side)
    found += (
        _figure(campaign, Relation.CASUALTIES, CIVILIANS, CIVILIANS, None, f) for f in campaign.civilian_casualties if f.low is not None
    )
    found += (_event(campaign, event) for event in campaign.events)
    found += _told(campaign)
    unique = {fact.id: fact for fact in reversed(found)}
    unique |= {f.id: replace(unique[f.id], disputed=True) for f in found if f.object != unique[f.id].object}
    prose = norm(" ".join(s.text for s in campaign.sentences))
    named = norm(" ".join([*(o.value for o in campaign.outcomes), *(s.text for s in campaign.sentences if not s.section)]))
    central = {name for e in campaign.entities if any(_stands(n, named) for n in names_of(e)) for name in names_of(e)}
    central -= {name for name in central if norm(name) in norm(campaign.title.value)}
    return tuple(_weigh(fact, campaign, prose, central) for fact in reversed(unique.values()))


def _stands(name: str, text: str) -> bool:
    return f" {norm(name)} " in f" {text} "


def _fact(campaign: Campaign, relation: Relation, key: str, subject: str, value: str, leaf: Leaf, **more: str | None) -> Fact:
    parts = (campaign.id, str(relation), key, more.pop("qualifier", None))
    source = leaf.corrected if isinstance(leaf, Event) else leaf.source  # a sentence at odds in one word is not so in all
    at_odds = (c for c in campaign.contradictions if source in c.sources)
    disputed = any(relation is not Relation.UNIT or c.values[:1] != (getattr(leaf, "parent", None),) for c in at_odds)
    return Fact(
        id="/".join(part for part in parts if part),
        campaign=campaign.id,
        relation=relation,
        subject=subject,
        object=value,
        leaf=leaf,
        importance=Importance.DETAIL,
        importance_why="stands only in an infobox list",
        source=leaf.source,
        disputed=disputed,
        **more,
    )


def _frame(campaign: Campaign) -> Iterator[Fact]:
    """When, where, part of what, what for, with what result."""
    title = campaign.title.value
    if campaign.date:
        yield _fact(campaign, Relation.START, "campaign", title, campaign.date.value.start.words(), campaign.date)
        if end := campaign.date.value.end:
            yield _fact(campaign, Relation.END, "campaign", title, end.words(), campaign.date)
    if campaign.place:
        yield _fact(campaign, Relation.PLACE, "campaign", title, campaign.place.value, campaign.place)
    for part in campaign.part_of:
        yield _fact(campaign, Relation.PART_OF, "campaign", title, part.value, part, qualifier=slug(part.value))
    for aim in campaign.aims:
        key = f"side-{aim.side}" if aim.side else "campaign"
        yield _fact(campaign, Relation.AIM, key, title, aim.text, aim, qualifier=slug(aim.text), side=aim.side)
    if campaign.result and campaign.result.winner:
        winner = campaign.result.winner
        yield _fact(campaign, Relation.RESULT, "campaign", title, side_name(campaign.side(winner)), campaign.result, side=winner)
    for outcome in campaign.outcomes:
        yield _fact(campaign, Relation.OUTCOME, "campaign", title, outcome.value, outcome, qualifier=slug(outcome.value))


def _of_side(campaign: Campaign, side: Side) -> Iterator[Fact]:
    """Who fought on a side, under whom, with what, at what loss."""
    name = side_name(side)
    for power in (power for power in side.belligerents if not is_rest(power.name)):
        yield _fact(campaign, Relation.BELLIGERENT, power.id or slug(power.name), power.name, name, power, qualifier=side.id, side=side.id)
    for unit in side.units:
        if not unit.placeholder:
            key = unit.id or "/".join(slug(step) for step in side.path(unit))
            yield _fact(campaign, Relation.UNIT, key, unit.name, name, unit, qualifier=side.id, side=side.id)
            if unit.parent:
                yield _fact(campaign, Relation.PARENT, key, unit.name, unit.parent, unit, side=side.id)
    for commander in side.commanders:
        if not commander.placeholder:
            yield from _of_commander(campaign, side, commander)
    yield from _replacements(campaign, side)
    for relation, figures in ((Relation.STRENGTH, side.strength), (Relation.CASUALTIES, side.casualties)):
        for figure in figures:
            if figure.low is not None:
                yield _figure(campaign, relation, f"side-{side.id}", name, side.id, figure)


# Roles of those whom a list of commanders names though they led nobody.
_NO_COMMAND = re.compile(
    r"\b(?:advis[eo]rs?|attach[ée]s?|observers?|chaplains?|envoys?|negotiators?|mediators?|interpreters?)\b", re.IGNORECASE
)


def _of_commander(campaign: Campaign, side: Side, commander: Commander) -> Iterator[Fact]:
    key = commander.id or slug(commander.name)
    if not _NO_COMMAND.search(commander.role or ""):
        yield _fact(campaign, Relation.COMMANDER, key, commander.name, side_name(side), commander, qualifier=side.id, side=side.id)
    if commander.role:
        yield _fact(campaign, Relation.ROLE, key, commander.name, commander.role, commander, side=side.id)
        if group := role_group(commander.role):
            yield _fact(campaign, Relation.GROUP, key, commander.name, group, commander, qualifier=slug(group), side=side.id)
    if commander.fate:
        yield _fact(campaign, Relation.FATE, key, commander.name, commander.fate, commander, side=side.id)


def _replacements(campaign: Campaign, side: Side) -> Iterator[Fact]:
    """Pairs of roles such as "Head of X, replaced" and "Replacement head of X": who came in → who went."""
    for old in side.commanders:
        post = re.fullmatch(r"(.+?),? \(?replaced\)?", old.role or "", re.IGNORECASE)
        heirs = [c for c in side.commanders if post and norm(c.role or "") == norm(f"replacement {post[1]}")]
        if len(heirs) == 1:
            yield _fact(campaign, Relation.REPLACED, heirs[0].id or slug(heirs[0].name), heirs[0].name, old.name, heirs[0], side=side.id)


def _figure(campaign: Campaign, relation: Relation, key: str, subject: str, side: str | None, figure: Estimate) -> Fact:
    qualifier = "-".join(slug(part) for part in (figure.kind, figure.of, figure.who, figure.claimed_by) if part)
    value = _amount(figure)
    return _fact(campaign, relation, key, subject, value, figure, qualifier=qualifier, side=side, claimed_by=figure.claimed_by)


def _amount(figure: Estimate) -> str:
    low, high = f"{figure.low:,}", "" if figure.high is None else f"{figure.high:,}"
    return (low if low == high or not high else f"{low}–{high}") + "+" * figure.at_least


def _event(campaign: Campaign, event: Event) -> Fact:
    when = event.date.edtf if event.date else "undated"
    key = event.id or "-".join(slug(part) for part in (when, event.side, event.action, event.object, event.place) if part)
    told = event.caption or event.sentence.text
    date = f"{'by ' * event.by}{event.date.words()}" if event.date else ""
    return _fact(campaign, Relation.EVENT, key, told, date, event, side=event.side, hedge=event.hedge)


def _told(campaign: Campaign) -> Iterator[Fact]:
    """What sentences of the prose tell beside dates: a number, a place, a person; its subject is the sentence without it."""
    from quizgen.prose.told import told  # what prose needs to start would delay every quiz

    for one in told(campaign):
        when = [day.edtf for day in one.sentence.dates] if len(one.sentence.dates) == 1 else []
        key = "-".join(slug(part) for part in (*when, *one.named, one.of if one.kind is ToldKind.FIGURE else one.value))
        said = f"{one.text[: one.start]}…{one.text[one.start + len(one.value) :]}"
        yield _fact(campaign, Relation.TOLD, one.kind, said, one.value, one, qualifier=key)


# Sections beside the story itself.
_BESIDE = re.compile(
    r"\b(?:background|legacy|commemorat\w+|memor\w+|historiography|culture|media|analysis|assessment|honou?rs|awards?)\b", re.IGNORECASE
)


def _weigh_told(fact: Fact, one: Told, campaign: Campaign) -> Fact:
    """Say how much it matters what a sentence tells: it names something of the narrative, unless it is told beside the campaign."""
    dates = one.sentence.dates
    if _BESIDE.search(one.sentence.section) or (dates and campaign.date and not any(day.overlaps(campaign.date.value) for day in dates)):
        return replace(fact, importance_why="told beside the campaign's own story")
    if not one.sentence.section:
        return replace(fact, importance=Importance.USEFUL, importance_why="the lead tells it")
    if one.is_measure:
        return replace(fact, importance_why="a distance or a time told in passing")
    return replace(fact, importance=Importance.USEFUL, importance_why="the narrative tells it of what it names")


def _weigh(fact: Fact, campaign: Campaign, prose: str, central: set[str]) -> Fact:
    """Say how much a fact matters: core by its relation, or because the lead or the result names what it is about."""
    if fact.relation in CORE:
        return replace(fact, importance=Importance.CORE, importance_why=_CENTRAL.get(fact.relation, f"the {fact.relation} of the campaign"))
    if isinstance(fact.leaf, Event):
        if fact.leaf.caption and fact.leaf.object in central:
            return replace(fact, importance=Importance.CORE, importance_why="the lead or the result names it")
        from quizgen.prose.plain import plain  # what prose needs to start would delay every quiz

        if fact.leaf.caption or plain(fact.leaf, campaign):
            return replace(fact, importance=Importance.USEFUL, importance_why="a named event of the narrative")
        return replace(fact, importance_why="an event with nothing named in it")
    if isinstance(fact.leaf, Told):
        return _weigh_told(fact, fact.leaf, campaign)
    if isinstance(fact.leaf, Estimate):
        return replace(fact, importance=Importance.USEFUL, importance_why="a figure of the infobox")
    told = (fact.subject, fact.object) if fact.relation in (Relation.GROUP, Relation.PARENT) else (fact.subject,)
    if any(_stands(name, prose) for name in told):
        return replace(fact, importance=Importance.USEFUL, importance_why="the prose names it")
    return fact
