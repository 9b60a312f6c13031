"""A campaign and the links of its article's box → the campaign with the titles of the pages that its names lead to as other names.

"[[Ayyubid dynasty|Ayyubids]]", "{{flag|French Third Republic|name=France}}": the title is taken only where it says what the name
says and more. Many lead elsewhere: to what holds the thing ("[[Cheyenne|Northern Cheyenne]]"), to its army, to a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgen.article import Article
from quizgen.demonyms import demonyms
from quizgen.grammar.alike import folded, same
from quizgen.grammar.letters import abbreviates
from quizgen.grammar.names import split_rank
from quizgen.infobox.keys import field_of
from quizgen.model import Campaign, Entity, EntityKind, Sourced, names_of, norm
from quizgen.prose.letters import with_letters
from quizgen.prose.words import words

NO_NAME = re.compile(r"#|^:|/|\b(?:lists? of|orders? of battle|outline of|timeline of|history of)\b", re.IGNORECASE)
_AFTER = re.compile(r"\s*\([^()]*\)$")
_SMALL = words("of the and for de la le du des del von in on a")
_STATE = words("empire imperial kingdom republic sultanate caliphate emirate khanate dynasty duchy principality state states government")
_KIND = words("war wars campaign theatre theater front conflict phase offensive crisis")
# A page on a power's forces, on an event or on something else of it is not on the power.
_NOT_POWER = re.compile(
    r"\b(?:arm(?:y|ies|ed)|navy|naval|forces?|corps|legions?|military|guards?|brigades?|divisions?|regiments?|command|wars?|revolution|"
    r"rebellion|revolt|uprising|campaign|battle|siege|treaty|crisis|economy|politics|culture|(?<!-)in|during)\b|,",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(r"\bgovernments?\b|,", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"\b(?:clan|house|family|brothers|dynasty|army|corps|division|brigade|regiment|battalion|group|force|command|list)\b", re.IGNORECASE
)
_TITLE = words(
    "duke earl count baron viscount marquess marquis lord lady sir king queen emperor prince princess crown sultan pasha bey khan bishop "
    "cardinal patriarch chief general marshal admiral captain elector comte duc grand"
)
_PREFIX, _ENDING = 4, 5  # letters that two forms of a word share at the least, and that either has beyond them at the most


def with_links(campaign: Campaign, article: Article) -> Campaign:
    """Give the things of a campaign the names of the pages that the box links them to; nothing of an article without links."""
    links: dict[str, dict[str, set[str]]] = {}
    for field in article.fields:
        known = field_of(field.key)
        for shown, target in field.links if known else ():
            links.setdefault(known[0] if known else "", {}).setdefault(shown, set()).add(target)
    people = _settled(links.get("commanders", {}))
    groups = _settled({shown: found for name in ("belligerents", "units") for shown, found in links.get(name, {}).items()})
    entities = tuple(_named(entity, people if entity.kind is EntityKind.PERSON else groups, campaign) for entity in campaign.entities)
    parts = tuple(_part(part, _settled(links.get("part_of", {})), campaign.part_of) for part in campaign.part_of)
    place = _place(campaign.place, _settled(links.get("place", {}))) if campaign.place else None
    named = with_letters(tuple(_without_twins(entities)), (sentence.text for sentence in campaign.sentences))
    return replace(campaign, entities=named, part_of=parts, place=place)


def _settled(links: dict[str, set[str]]) -> dict[str, str]:
    """What each name leads to, where it leads to one page, and no other name does."""
    one = {shown: next(iter(found)) for shown, found in links.items() if len(found) == 1}
    led = [target for found in links.values() for target in found]
    return {_bare(shown): _AFTER.sub("", target) for shown, target in one.items() if led.count(target) == 1 and not NO_NAME.search(target)}


def _bare(shown: str) -> str:
    """What a link shows, without rank and what it adds in parentheses: "CSA (Confederacy)"."""
    return norm(split_rank(_AFTER.sub("", shown))[1] or shown)


def _named(entity: Entity, links: dict[str, str], campaign: Campaign) -> Entity:
    title = links.get(norm(entity.name))
    if not title or entity.kind is EntityKind.PLACE or entity.name[:1].islower() or any(same(title, name) for name in names_of(entity)):
        return entity
    is_power = any(norm(power.name) == norm(entity.name) for side in campaign.sides for power in side.belligerents)
    others = [*_others(entity, campaign), *(part.value for part in campaign.part_of)]
    is_person = entity.kind is EntityKind.PERSON
    fits = is_same_person(entity.name, title) if is_person else is_same_group(entity.name, title, is_power=is_power)
    if not fits or any(same(title, other) or (not is_person and _holds(title, other, entity.name)) for other in others):
        return entity
    return replace(entity, aliases=(*entity.aliases, title))


def _others(entity: Entity, campaign: Campaign) -> Iterator[str]:
    """The names of everything else that the box lists."""
    for side in campaign.sides:
        names = (*(b.name for b in side.belligerents), *(u.name for u in side.units), *(c.name for c in side.commanders))
        yield from (name for name in names if norm(name) != norm(entity.name))


def _holds(title: str, other: str, own: str) -> bool:
    """Whether another name stands within a title and not within the name: "Denmark–Norway" of Denmark, beside Norway."""
    return f" {norm(other)} " in f" {norm(title)} " and f" {norm(other)} " not in f" {norm(own)} "


def _without_twins(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Leave out an entity of the prose that is now another name of a listed one."""
    entities = tuple(entities)
    listed = {norm(alias): entity for entity in entities for alias in entity.aliases if entity.kind is not EntityKind.PLACE}
    for entity in entities:
        twin = listed.get(norm(entity.name))
        if twin is None or twin is entity or twin.kind is not entity.kind:
            yield replace(entity, maybe_same=tuple(name for name in entity.maybe_same if norm(name) not in map(norm, entity.aliases)))


def _place(place: Sourced, links: dict[str, str]) -> Sourced:
    """The place with what its last part is called by its page: "British Burma" of "Pegu, Burma"."""
    last = place.value.rpartition(", ")[2]
    title = links.get(norm(last), "")
    is_fuller = f" {norm(last)} " in f" {norm(title)} " and norm(title) != norm(last) and "," not in title
    return replace(place, aliases=(*place.aliases, title)) if is_fuller else place


def _part(part: Sourced, links: dict[str, str], all_parts: Iterable[Sourced]) -> Sourced:
    own = _bare(part.value)
    title = next((to for shown, to in links.items() if own == shown or own.startswith(f"{shown} of ")), None)
    others = [other.value for other in all_parts if other is not part]
    if not title or any(same(title, name) for name in (_AFTER.sub("", part.value), *others)) or not is_same_war(part.value, title):
        return part
    return replace(part, aliases=(*part.aliases, title))


def is_same_group(name: str, title: str, *, is_power: bool) -> bool:
    """Whether the title of a page says all that a name says, and no army, event or place instead of a power."""
    if abbreviates(name, title):
        return True
    strange = [found[0] for found in (_NOT_POWER if is_power else _NO_UNIT).finditer(title)]
    if any(not re.search(rf"\b{re.escape(word)}", name, re.IGNORECASE) for word in strange):
        return False
    return _says(name, title, _STATE if is_power else frozenset()) and (is_power or _numbers(name) == _numbers(title))


def is_same_war(name: str, title: str) -> bool:
    """Whether the title of a page on a war or campaign says all that a name says, whatever either calls it: "Pacific Theater"."""
    return name[:1].isupper() and _says(_AFTER.sub("", name), title, _KIND) and _numbers(_AFTER.sub("", name)) == _numbers(title)


def is_same_person(name: str, title: str) -> bool:
    """Whether the title of a page is on a person who has a word of the name: "Lord Raglan", "FitzRoy Somerset, 1st Baron Raglan"."""
    ours, theirs = ({word for word in norm(text).split() if len(word) > 2 and word.isalpha()} - _TITLE - _SMALL for text in (name, title))
    return bool(ours & theirs) and not _NO_PERSON.search(title)


def _says(name: str, title: str, free: frozenset[str]) -> bool:
    ours, theirs = _words(name), _words(title)
    needed = [word for word in ours if word not in free] or ours
    is_its = {norm(word) for word in demonyms(name)} & set(theirs)  # "France" and "French Third Republic"
    return bool(is_its) or all(any(_alike(word, other) for other in theirs) for word in needed)


def _numbers(name: str) -> set[str]:
    return {word for word in folded(name) if word.isdigit()}


def _words(text: str) -> list[str]:
    """The words of a name that tell something, numbers in figures."""
    return [word for word in folded(text) if word not in _SMALL]


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one: "Ayyubids" and "Ayyubid", "Syrian" and "Syria"."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    is_form = shared >= _PREFIX and max(len(one), len(other)) - shared <= _ENDING and one.isalpha()
    return one == other or is_form or one in {norm(word) for word in demonyms(other.capitalize())}
