"""The campaigns loaded together, their facts, and the look-ups that asking and checking share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Commander, Event, Sentence, Side, names_of, norm
from quizgen.naming import (
    bear_titles,
    campaign_names,
    has_fought,
    namesakes,
    role_group,
    short_title,
    side_phrase,
    with_article,
    with_title,
)
from quizgen.prose.actions import Tense, clause, is_plural
from quizgen.relations import Fact, Relation, facts


@dataclass(frozen=True, eq=False)
class World:
    """What is loaded: items are asked of it, and their truth is judged by it alone. Two worlds are equal only if they are one.

    `lent`: of campaigns that are loaded as outlines, by id: the keys of their own questions, by type (`distractors.lendable`).
    """

    campaigns: tuple[Campaign, ...]
    facts: tuple[Fact, ...]
    lent: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    @cached_property
    def _by_relation(self) -> dict[tuple[str, Relation], tuple[Fact, ...]]:
        table: dict[tuple[str, Relation], list[Fact]] = {}
        for fact in self.facts:
            table.setdefault((fact.campaign, fact.relation), []).append(fact)
        return {key: tuple(found) for key, found in table.items()}

    def of(self, campaign: Campaign, *relations: Relation) -> tuple[Fact, ...]:
        """The campaign's facts of these relations, in the order of the relations given, then of the model."""
        return tuple(fact for relation in relations for fact in self._by_relation.get((campaign.id, relation), ()))

    def events(self, campaign: Campaign) -> tuple[Event, ...]:
        """The campaign's events that are facts, in the order of the model."""
        return self._events[campaign.id]

    @cached_property
    def _events(self) -> dict[str, tuple[Event, ...]]:
        return {campaign.id: tuple(map(event_of, self.of(campaign, Relation.EVENT))) for campaign in self.campaigns}

    @cached_property
    def _by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in reversed(self.facts)}

    def fact(self, fact_id: str) -> Fact | None:
        """The loaded fact of that id."""
        return self._by_id.get(fact_id)

    def campaign_of(self, fact: Fact) -> Campaign:
        """The campaign that a fact belongs to."""
        return self._by_campaign[fact.campaign]

    def campaign(self, campaign_id: str) -> Campaign | None:
        """The loaded campaign of that id."""
        return self._by_campaign.get(campaign_id)

    @cached_property
    def _by_campaign(self) -> dict[str, Campaign]:
        return {campaign.id: campaign for campaign in reversed(self.campaigns)}

    def campaign_named(self, phrase: str) -> Campaign:
        """The campaign that a stem names with one of its phrases; KeyError if none is so named."""
        return self._named[norm(phrase)]

    def is_campaign(self, phrase: str) -> bool:
        """Whether a phrase names a loaded campaign."""
        return norm(phrase) in self._named

    @cached_property
    def campaign_phrases(self) -> tuple[str, ...]:
        """Every phrase that names a loaded campaign, longest first."""
        phrases = {phrase for campaign in self.campaigns for phrase in campaign_names(campaign)}
        return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))

    @cached_property
    def _named(self) -> dict[str, Campaign]:
        return {norm(phrase): campaign for campaign in reversed(self.campaigns) for phrase in campaign_names(campaign)}

    def siblings(self, campaign: Campaign) -> tuple[Campaign, ...]:
        """The other loaded campaigns, those most easily confused with it first: of one name, "see also", of one whole, near in time."""
        others = [other for other in self.campaigns if other.id != campaign.id]
        return tuple(sorted(others, key=lambda other: (_farness(campaign, other), other.id)))

    def sides_of(self, campaign: Campaign, name: str) -> frozenset[str]:
        """The ids of every side that lists the name: among belligerents, units, commanders or groups in their roles."""
        return frozenset(self._members(campaign).get(norm(name), ()))

    def fought_on(self, campaign: Campaign, name: str) -> frozenset[str]:
        """The ids of every side that the name is said to have fought on; none where a list names it with a reserve."""
        return self.sides_of(campaign, name) if norm(name) not in self._reserved[campaign.id] else frozenset()

    @cached_property
    def _reserved(self) -> dict[str, frozenset[str]]:
        """By campaign, every name of a power that stands under "Supported by", "Alleged", "Until 1918" and the like."""
        return {
            campaign.id: frozenset(
                norm(name)
                for side in campaign.sides
                for power in side.belligerents
                if not has_fought(power)
                for name in self.aliases(campaign, power.name)
            )
            for campaign in self.campaigns
        }

    def listed(self, campaign: Campaign, name: str) -> str:
        """How the article lists a name, in words: "the Levant Front is listed among the units of the rebels"."""
        parties, leaders = ("parties", "leading figures") if campaign.civil else ("belligerents", "commanders")
        for side in campaign.sides:
            lists = ((parties, side.belligerents), ("units", side.units), (leaders, side.commanders))
            for title, members in lists:
                member = next((m for m in members if norm(m.name) == norm(name)), None)
                if member:
                    others = [side_phrase(other) for other in campaign.sides if other is not side]
                    if norm(name) == norm(side_phrase(side)) and others:
                        return f"{_is(name)} one side, against {' and '.join(others)}"
                    if isinstance(member, Commander):
                        role = f" ({member.role})" if member.role else ""
                        return f"{with_title(name)}{role} is listed among the {title} of {side_phrase(side)}"
                    if f" {norm(name)} " in f" {norm(side_phrase(side))} ":
                        return f"{_is(name)} on the side that bears this name, {side_phrase(side)}"
                    return f"{_is(name)} listed among the {title} of {side_phrase(side)}"
        names = " and ".join(side_phrase(campaign.side(number)) for number in sorted(self.sides_of(campaign, name)))
        return f"{_is(name)} named in the role of a {leaders[:-1]} of {names}"

    def _members(self, campaign: Campaign) -> dict[str, set[str]]:
        return self._membership[campaign.id]

    @cached_property
    def _membership(self) -> dict[str, dict[str, set[str]]]:
        table: dict[str, dict[str, set[str]]] = {}
        for campaign in self.campaigns:
            members = table.setdefault(campaign.id, {})
            for side in campaign.sides:
                for name in side_members(side):
                    members.setdefault(norm(name), set()).add(side.id)
            for name, sides in list(members.items()):
                for entity in (e for e in campaign.entities if name in map(norm, names_of(e))):
                    for alias in names_of(entity):
                        members.setdefault(norm(alias), set()).update(sides)
        return table

    @cached_property
    def _also(self) -> dict[tuple[str, str], frozenset[str]]:
        """Every name that is, or may be, the same thing's, by campaign and folded name."""
        table: dict[tuple[str, str], frozenset[str]] = {}
        for campaign in self.campaigns:
            for entity in campaign.entities:
                names = frozenset((*names_of(entity), *entity.maybe_same))
                for key in {(campaign.id, norm(name)) for name in names}:
                    table[key] = table.get(key, frozenset()) | names
        return table

    def aliases(self, campaign: Campaign, name: str) -> frozenset[str]:
        """The name and all names that are or may be the same thing's, as written."""
        return frozenset({name}) | self._also.get((campaign.id, norm(name)), frozenset())

    def saying(self, campaign: Campaign, text: str, tense: Tense) -> tuple[Event, ...]:
        """Every event whose clause in that tense is the text; captions are found in the present."""
        return self._clauses.get((campaign.id, tense, norm(text)), ())

    @cached_property
    def _clauses(self) -> dict[tuple[str, Tense, str], tuple[Event, ...]]:
        table: dict[tuple[str, Tense, str], tuple[Event, ...]] = {}
        for campaign in self.campaigns:
            for event in self.events(campaign):
                said = {tense: clause(event, campaign, tense) for tense in Tense} | {Tense.PRESENT: event.caption}
                for key in ((campaign.id, tense, norm(text)) for tense, text in said.items() if text):
                    table[key] = (*table.get(key, ()), event)
        return table

    def told(self, campaign: Campaign, day: HistoricalDate) -> tuple[Sentence, ...]:
        """Every sentence that may speak of that day: dated so, or not dated at all."""
        return _told(self, campaign.id, day)

    def is_named(self, campaign: Campaign, name: str, sentences: Iterable[Sentence]) -> bool:
        """Whether a sentence names it: under any alias, or by any capitalized word of its name (the text has a veto: rule 2)."""
        title = set(norm(campaign.title.value).split())
        aliases = self.aliases(campaign, name)
        telling = {norm(word) for alias in aliases for word in re.findall(r"\w[\w'’-]{3,}", alias) if not word[0].islower()} - title
        sought = {f" {text} " for text in (*map(norm, aliases), *telling)}
        return any(text in f" {norm(sentence.text)} " for sentence in sentences for text in sought)


@lru_cache(maxsize=256)  # each day is weighed for one event after the other
def _told(world: World, campaign_id: str, day: HistoricalDate) -> tuple[Sentence, ...]:
    sentences = world._by_campaign[campaign_id].sentences
    return tuple(s for s in sentences if not s.dates or any(d.overlaps(day) for d in s.dates))


def _farness(one: Campaign, other: Campaign) -> tuple[bool, bool, bool, int]:
    """How unlikely it is that two campaigns are taken for each other; years apart last."""
    titles = {norm(title.value) for title in (*one.see_also, one.title)}, {norm(title.value) for title in (*other.see_also, other.title)}
    parts = {norm(part.value) for part in one.part_of} & {norm(part.value) for part in other.part_of}
    years = abs(one.date.value.start.year - other.date.value.start.year) if one.date and other.date else 9999
    return (norm(short_title(one)) != norm(short_title(other)), not titles[0] & titles[1], not parts, years)


def is_confusable(one: Campaign, other: Campaign) -> bool:
    """Whether two campaigns may be taken for each other: of one name, one pointing to the other, or parts of one whole."""
    return not all(_farness(one, other)[:3])


def _is(name: str) -> str:
    """Begin a statement on a group: "the Levant Front is", "the Radwan Forces are", but "the United States is"."""
    shown = with_article(name)
    return f"{shown} {'are' if is_plural(re.sub(' and (?!the )', '-', shown)) else 'is'}"


def names_side(side: Side, sentence: Sentence) -> bool:
    """Whether a sentence names a side: by its label, an alias, or any of its members."""
    labels = [label.value for label in (side.label, *side.aliases) if label]
    stems = {norm(name).removesuffix("s") for name in (*labels, *side_members(side))}
    text = f" {norm(sentence.text)} "
    return any(f" {stem} " in text or f" {stem}s " in text for stem in stems if stem)


def side_members(side: Side) -> Iterator[str]:
    """Give every name that a side lists, over all roles, groups in commanders' roles among them."""
    yield from (power.name for power in side.belligerents)
    yield from (unit.name for unit in side.units if not unit.placeholder)
    for commander in side.commanders:
        if not commander.placeholder:
            yield commander.name
        if group := role_group(commander.role or ""):
            yield group


def all_names(campaigns: Iterable[Campaign]) -> tuple[str, ...]:
    """Give every name of the campaigns, each once: what a misspelt answer must not be nearer to than to its own (rule 33)."""
    campaigns = tuple(campaigns)
    entities = (name for campaign in campaigns for entity in campaign.entities for name in names_of(entity))
    return tuple(dict.fromkeys((*(name for c in campaigns for side in c.sides for name in side_members(side)), *entities)))


def event_of(fact: Fact) -> Event:
    """The event that an event fact rests on."""
    assert isinstance(fact.leaf, Event)
    return fact.leaf


def is_exact(event: Event) -> bool:
    """Whether it happened on one stated day and can be told: an action with a caption."""
    return bool(event.caption and event.date and event.date.is_day and not event.by and event.kind == "action")


def load(*campaigns: Campaign, lent: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None) -> World:
    """Load campaigns together; each knows those of the others that have its name. `lent`: what outlines among them lend."""
    together = tuple(bear_titles(_beside(campaign, campaigns)) for campaign in campaigns)
    return World(together, tuple(fact for campaign in together for fact in facts(campaign)), lent or {})


def outline(campaign: Campaign) -> Campaign:
    """What others need to know of a campaign to be told apart from it and asked beside it: its name, when, and part of what."""
    return Campaign(
        campaign.id,
        campaign.name,
        campaign.title,
        date=campaign.date,
        part_of=campaign.part_of,
        contradictions=tuple(c for c in campaign.contradictions if campaign.date and campaign.date.source in c.sources),
        see_also=campaign.see_also,
    )


def _beside(campaign: Campaign, others: Iterable[Campaign]) -> Campaign:
    """Add the titles of namesakes that are loaded to a campaign's "see also", by which it is named apart from them."""
    titles = tuple(other.title for other in others if other.id != campaign.id)
    whole = replace(campaign, see_also=(*campaign.see_also, *titles))
    return whole if namesakes(whole) != namesakes(campaign) else campaign
