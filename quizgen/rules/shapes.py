"""Rules on the shape of each answer format, and on what every item carries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from quizgen.demonyms import folded_adjectives
from quizgen.formats import breaches, draw, verify
from quizgen.historical_date import HistoricalDate
from quizgen.items import BLANK, Format, Importance, Item
from quizgen.model import By, Campaign, EntityKind, names_of
from quizgen.rules import rule
from quizgen.rules._words import TYPED, campaign_of, groups, holds, parts, spells, words, wrong
from quizgen.world import World

LONGEST_WORD = 40  # letters; a column of an answer card holds as many
_UNPRINTABLE = ("Cc", "Cn", "Co", "Cs", "Zl", "Zp")
_TWO_CLAIMS = re.compile(r";|,? \b(?:but|whereas|although|though|because)\b|, (?:while|and (?:it|they|he|she|the) )")


@rule(30)
def statement_is_one_proposition(item: Item, world: World) -> Iterator[str]:
    """A true/false item has the key "True" or "False", nothing to choose from, and says one thing."""
    if item.format is not Format.TRUE_FALSE:
        return
    if item.key not in (("True",), ("False",)):
        yield f'the key {item.key} is neither "True" nor "False"'
    if item.distractors or item.pairs or item.accepted:
        yield "a statement has no options"
    names = [name for name in world.campaign_phrases if name in item.stem]
    if found := _TWO_CLAIMS.search(item.stem.replace(names[0], "it") if names else item.stem):
        yield f'the statement says more than one thing: "{found[0].strip()}"'


@rule(31)
def matching_is_one_to_one(item: Item, _world: World) -> Iterator[str]:
    """Matching has 4 to 10 premises, each with a response of its own, and 1 to 3 responses more."""
    if item.format is not Format.MATCHING:
        return
    premises, responses = [words(a) for a, _ in item.pairs], [words(b) for _, b in item.pairs]
    if not 4 <= len(premises) <= 10:
        yield f"{len(premises)} premises are not 4 to 10"
    if not 1 <= len(item.distractors) <= 3:
        yield f"{len(item.distractors)} extra responses are not 1 to 3"
    if len(set(premises)) < len(premises) or len(set(responses)) < len(responses):
        yield "the pairs are not one-to-one"
    if {*map(words, wrong(item))} & {*responses}:
        yield "an extra response belongs to a premise"
    if item.key:
        yield "matching has pairs, no key"


@rule(31)
def sorting_has_groups(item: Item, _world: World) -> Iterator[str]:
    """Sorting has two groups or more, each with a thing, and each thing in one group."""
    if item.format is not Format.SORTING:
        return
    things = [words(thing) for thing, _ in item.pairs]
    if len(groups(item)) < 2:
        yield "all things stand in one group"
    if len(set(things)) < len(things):
        yield "a thing stands in two groups"
    if len(things) < 4:
        yield f"{len(things)} things are too few to sort"


@rule(32)
def ordering_is_strict(item: Item, world: World) -> Iterator[str]:
    """Ordering has 3 to 7 things; those that are captions of the model follow each other strictly at stored precision."""
    if item.format is not Format.ORDERING:
        return
    if not 3 <= len(item.key) <= 7:
        yield f"{len(item.key)} things are not 3 to 7"
    campaign = campaign_of(item, world)
    dates = [_date_of(campaign, thing) if campaign else None for thing in item.key]
    for (one, first), (other, second) in pairwise(zip(item.key, dates, strict=True)):
        if first and second and not first.before(second):
            yield f'"{one}" is not surely before "{other}"'


def _date_of(campaign: Campaign, thing: str) -> HistoricalDate | None:
    """Give the date of the one event with this caption, None if there is none or several."""
    dates = [event.date for event in campaign.events if event.caption and words(event.caption) == words(thing) and not event.by]
    return dates[0] if len(dates) == 1 else None


@rule(34)
def typed_answer_is_no_long_list(item: Item, _world: World) -> Iterator[str]:
    """A typed answer is one answer of at most three members."""
    if item.format not in TYPED:
        return
    if len(item.key) != 1:
        yield f"a typed item has one key, not {len(item.key)}"
    for key in item.key:
        members = re.split(r",\s+(?:and\s+)?|\s+and\s+|;\s*|\s+&\s+", key)
        if len(members) > 3:
            yield f'"{key}" is a list of {len(members)}'


@rule(35)
def cloze_has_one_gap(item: Item, _world: World) -> Iterator[str]:
    """A cloze has one gap, and its answer stands nowhere else in the text."""
    if item.format is not Format.CLOZE:
        return
    if item.stem.count(BLANK) != 1 or "__" in item.stem.replace(BLANK, "", 1):
        yield "there is not exactly one gap"
    for answer in (*item.key, *item.accepted):
        if holds(item.stem, answer) if answer in item.key else spells(item.stem, answer):
            yield f'the answer "{answer}" is left in the text'


@rule(38)
def item_carries_its_grounds(item: Item, world: World) -> Iterator[str]:
    """An item has an id, facts that are loaded, a place in a source, importance and difficulty with causes, an explanation."""
    missing = [name for name in ("id", "type", "facts", "explanation", "campaign") if not getattr(item, name)]
    if missing:
        yield f"it has no {', no '.join(missing)}"
    yield from (f'the fact "{fact}" is not loaded' for fact in item.facts if not world.fact(fact))
    source = item.source
    if not (source.who if isinstance(source, By) else source.file and source.line >= 1 and source.quote):
        yield "it cites no place in a source"
    if item.importance.level not in set(Importance) or not item.importance.why:
        yield "it has no importance with a cause"
    if item.difficulty.level not in range(1, 6) or not item.difficulty.why:
        yield "it has no difficulty from 1 to 5 with a cause"
    if min(item.id, default="!") < "!":
        yield f'the id "{item.id}" has spaces'


@rule(42, refuses=False)
def detail_is_told(item: Item, _world: World) -> Iterator[str]:
    """A thing of no importance is asked only on request."""
    if item.importance.level == Importance.DETAIL:
        yield f"it asks a detail: {item.importance.why}"


def _is_same_unit(name: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a unit is called so for short, or with its people: "30th Division", "US 30th Infantry Division"."""
    own = name[1:] if name[0] in folded_adjectives() or name[0] == "us" else name
    return own[:1] == whole[:1] and whole[0][0].isdigit() and {*own} <= {*whole}


@rule(33)
def accepted_names_no_rival(item: Item, world: World) -> Iterator[str]:
    """What a typed answer accepts is no name of another thing that the model knows, unless the key is a name of that thing.

    A power and its land share their name.
    """
    yield from (f'"{text}" is a name of "{name}"' for text, name in accepted_rivals(item, world))


def accepted_rivals(item: Item, world: World) -> Iterator[tuple[str, str]]:
    """Give each text that a typed answer accepts and that is a name of another thing, and what that is."""
    campaign = campaign_of(item, world)
    if campaign is None or item.format not in TYPED:
        return
    own = {words(key) for key in item.key}
    is_power = any(words(power.name) in own for side in campaign.sides for power in side.belligerents)
    for entity in campaign.entities if not is_power else (e for e in campaign.entities if e.kind is not EntityKind.PLACE):
        names = {words(name) for name in names_of(entity)}
        if not names & own and not any(_is_same_unit(name, key) for name in names for key in own):
            yield from ((text, entity.name) for text in item.accepted if words(text) in names)


@rule(39)
def key_survives_the_draw(item: Item, _world: World) -> Iterator[str]:
    """Drawn and shuffled, the answer is still the key; an item of another shape than its format's is told by its own rules."""
    if breaches(item):
        return
    for seed in ("A", "B", "C"):
        try:
            verify(draw(item, seed))
        except ValueError as err:
            yield str(err)


@rule(40)
def texts_can_be_set(item: Item, _world: World) -> Iterator[str]:
    """No text holds a character that no font has, or a word too long for a line; the writers measure the rest as they set it."""
    for text in (item.stem, *parts(item), item.explanation):
        yield from _unfit(text)


@lru_cache(maxsize=1 << 14)
def _unfit(text: str) -> tuple[str, ...]:
    odd = [f'"{text}" holds the unprintable character U+{ord(c):04X}' for c in text if unicodedata.category(c) in _UNPRINTABLE]
    long = [f'"{word}" is longer than a line' for word in re.split(r"[\s\-–—/]", text) if len(word) > LONGEST_WORD]
    return (*odd[:1], *long[:1])
