"""Rules on leaks: what stands in the stem, the title or beside it must not tell the key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.demonyms import demonyms
from quizgen.grammar.dates import Partial, find_dates
from quizgen.historical_date import MONTHS
from quizgen.items import Format, Item
from quizgen.model import Campaign, names_of
from quizgen.naming import short_title
from quizgen.notation import read_number
from quizgen.relations import Relation
from quizgen.rules import rule
from quizgen.rules._names import known
from quizgen.rules._words import (
    CHOICE,
    DRAWN,
    KINDS,
    TYPED,
    answers,
    campaign_of,
    content,
    date_ends,
    facts_of,
    frame,
    gives,
    groups,
    holds,
    names_all,
    spells,
    words,
    wrong,
    years,
)
from quizgen.world import World

_ABBREVIATED = {"united states": ("US", "U.S.", "USA"), "united kingdom": ("UK", "U.K."), "soviet union": ("USSR",)}


@rule(9)
def key_in_stem(item: Item, _world: World) -> Iterator[str]:
    """The stem does not contain the key."""
    if names_all(item):
        return
    for key in answers(item):
        if gives(item.stem, key):
            yield f'the stem contains the key "{key}"'
    for text in item.accepted if item.format in TYPED else ():
        if len(text) >= 4 and not text.isdigit() and spells(item.stem, text):
            yield f'the stem contains the accepted answer "{text}"'


@rule(9)
def other_name_in_stem(item: Item, world: World) -> Iterator[str]:
    """The stem does not call the key by another of its names; the campaign's own name, which all items have, aside."""
    campaign = campaign_of(item, world)
    if campaign is None or names_all(item):
        return
    asked = _but(item.stem, world)
    for key in answers(item):
        entity = known(campaign, world).entities.get(words(key))
        for name in names_of(entity) if entity else ():
            if len(name) >= 4 and name not in item.key and spells(asked, name):
                yield f'the stem contains "{name}", which is the key "{key}"'


@rule(9)
def key_beside_stem(item: Item, world: World) -> Iterator[str]:
    """The deck's title, the tag, the file's name and the code, which a learner sees with the stem, do not contain the key."""
    campaign = campaign_of(item, world)
    shown = [("tag", item.family.value), ("code", item.code)]
    if campaign:
        shown += [("title", short_title(campaign)), ("file name", campaign.name)]
    for key in () if names_all(item) else answers(item):
        for what, text in shown:
            if gives(text, key):
                yield f'the {what} "{text}" contains the key "{key}"'


@rule(9)
def key_word_in_stem(item: Item, world: World) -> Iterator[str]:
    """A key of several words shares no content word with the stem, unless every option shares it."""
    stem = content(item.stem, frame(item, world), passed=KINDS)
    for key in () if names_all(item) else answers(item):
        if len(words(key)) > 1 and not read_number(key):
            shared = stem & content(key, passed=KINDS)
            others = [content(text, passed=KINDS) for text in wrong(item)]
            for word in sorted(shared - frozenset.intersection(shared, *others) if others else shared):
                yield f'the stem shares the word "{word}" with the key "{key}"'


@rule(9)
def people_in_stem_tell_power(item: Item, world: World) -> Iterator[str]:
    """The stem of a choice does not name the people of the one option that names their country ("German" and "Germany")."""
    campaign = campaign_of(item, world)
    if campaign is None or item.format is not Format.MULTIPLE_CHOICE or names_all(item):
        return
    asked = _but(item.stem, world)
    for key in item.key:
        for word in sorted(_peoples(campaign, key, asked)):
            if not any(word in _peoples(campaign, text, asked) for text in wrong(item)):
                yield f'"{word}" in the stem tells the key "{key}"'


@rule(9)
def people_of_row_tell_group(item: Item, world: World) -> Iterator[str]:
    """A thing to be sorted does not name the people of its group's country."""
    campaign = campaign_of(item, world)
    for thing, group in item.pairs if campaign and item.format is Format.SORTING else ():
        if campaign and (told := _peoples(campaign, group, thing)):
            yield f'"{min(told)}" in "{thing}" tells "{group}"'


def _but(stem: str, world: World) -> str:
    """Leave the campaign's name out of a stem: that all items have."""
    return next((stem.replace(name, "") for name in world.campaign_phrases if name in stem), stem)


def _peoples(campaign: Campaign, text: str, asked: str) -> set[str]:
    """Give the words for the people of a power in one text that stand in another: "Germany", "the German 6th Army" → German."""
    powers = [power.name for side in campaign.sides for power in side.belligerents if holds(text, power.name)]
    peoples = {word for power in powers for word in (*demonyms(power), *_ABBREVIATED.get(" ".join(words(power)), ()))}
    return {word for word in peoples if spells(asked, word) and not any(spells(power, word) for power in powers)}


@rule(9)
def row_tells_its_partner(item: Item, _world: World) -> Iterator[str]:
    """A premise or thing has no word of its response or group, unless every response or group has it."""
    if item.format not in (Format.MATCHING, Format.SORTING):
        return
    partners = groups(item) if item.format is Format.SORTING else (*(response for _, response in item.pairs), *wrong(item))
    common = frozenset.intersection(*map(content, partners)) if partners else frozenset()
    for thing, partner in item.pairs:
        if gives(thing, partner) or gives(partner, thing) or (content(thing) & content(partner)) - common:
            yield f'"{thing}" tells "{partner}"'


@rule(10)
def date_in_stem(item: Item, world: World) -> Iterator[str]:
    """No year, month or day of a date key stands in the stem or the title as shown."""
    campaign = campaign_of(item, world)
    shown = [("stem", item.stem), *([("title", short_title(campaign))] if campaign else [])]
    for key in answers(item):
        ends = date_ends(key)
        if not ends and item.format is Format.DATE and key.isdigit():
            ends = (Partial(day=int(key)),)
        for what, text in shown:
            for part in dict.fromkeys(part for end in ends for part in _told(end, text)):
                yield f'the {what} tells the {part} of the key "{key}"'


@rule(10)
def statement_date_in_name(item: Item, world: World) -> Iterator[str]:
    """A statement on when a campaign began or ended does not name it by a title that tells its month or day."""
    ends = (Relation.START, Relation.END)
    asked = [fact for fact in facts_of(item, world) if fact.relation in ends] if item.format is Format.TRUE_FALSE else []
    name = next((name for name in world.campaign_phrases if holds(item.stem, name)), "")
    for fact in asked if not re.search(r"\bdays\b", item.stem) else ():
        told = [part for end in date_ends(fact.object) for part in _told(end, name) if part != "year"]
        if told:
            yield f'the name "{name}" tells the {told[0]}'


def _told(date: Partial, text: str) -> Iterator[str]:
    """Name the parts of a date that a text states: its year, its month as a capitalized word, its day in a date."""
    if date.year and str(date.year) in words(text):
        yield "year"
    if date.month and re.search(rf"\b(?:{MONTHS[date.month - 1]}\b|{MONTHS[date.month - 1][:3]}t?\.)", text):
        yield "month"
    stated = (end for found in find_dates(text) for end in (found.first, found.last) if end)
    if date.day and any(end.day == date.day for end in stated):
        yield "day"


@rule(10)
def shortened_title_is_settled(item: Item, world: World) -> Iterator[str]:
    """A title that lost its disambiguator fits its siblings too: the stem adds the year, a larger campaign or an outcome."""
    campaign = campaign_of(item, world)
    if campaign is None or short_title(campaign) == campaign.title.value or not holds(item.stem, short_title(campaign)):
        return
    settling = [campaign.title.value, *years(campaign), *(part.value for part in campaign.part_of), *(o.value for o in campaign.outcomes)]
    if not any(holds(item.stem, text) for text in settling):
        yield f'"{short_title(campaign)}" fits other campaigns too: add its year or what it was part of'


@rule(11)
def only_key_echoes_stem(item: Item, world: World) -> Iterator[str]:
    """In no draw of the options is the key the only one that shares a content word with the stem."""
    if item.format not in CHOICE or names_all(item):
        return
    stem = content(item.stem, frame(item, world))
    silent = [text for text in wrong(item) if not content(text) & stem]
    drawn = DRAWN if item.format is Format.MULTIPLE_CHOICE else len(item.distractors)
    if not item.distractors or len(silent) < min(drawn, len(item.distractors)):
        return
    for key in item.key:
        if echo := sorted(content(key) & stem):
            yield f'the key "{key}" alone repeats "{echo[0]}" of the stem'


@rule(11, refuses=False)
def only_key_echoes_campaign(item: Item, world: World) -> Iterator[str]:
    """The key is not the only option that repeats a word of the campaign's name, which every stem has."""
    for key in answers(item) if item.format in CHOICE else ():
        echo = content(key) & content(item.stem) - content(item.stem, frame(item, world))
        if echo and not any(echo & content(text) for text in wrong(item)):
            yield f'the key "{key}" alone repeats "{min(echo)}" of the campaign\'s name'
