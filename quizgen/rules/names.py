"""Rule 8: what is asked about has a name of its own, not a placeholder, a counted noun or a name that fits many armies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.demonyms import adjectives
from quizgen.grammar.alike import same
from quizgen.items import BLANK, Item
from quizgen.model import Campaign, Event
from quizgen.naming import side_name
from quizgen.prose.plain import plain
from quizgen.relations import Relation
from quizgen.rules import rule
from quizgen.rules._names import known
from quizgen.rules._words import campaign_of, facts_of, holds, parts, words
from quizgen.world import World

_PLACEHOLDER = re.compile(
    r"\b(unknown(?! (?:soldier|warrior))|unnamed|unidentified|unspecified|undisclosed|several|others|various|and \d+ more|n/a|tbd)\b|^\?+$",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b\d+(?:, \d+)+,? (?:&|and) \d+\b|\b\d+(?:, \d+){2,}(?!\d|,\d)")  # "UDTs 7, 11, 12 & 18"
_UNNAMED_SIDE = re.compile(r"\b[Ss]ide \d\b")  # what naming.side_name gives where a side has neither a label nor a power
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|some|many|numerous|both|the)"
_THING = (
    r"(?:hill|hilltop|factory|factorie|village|town|position|point|building|base|school|district|area|checkpoint|neighbou?rhood|bridge|road|"
    r"house|outpost|camp|bunker|trench|trenche|tank|vehicle|ship|gun|fort|street|block|complex|place|location|site|settlement)s?"
)
_COUNTED = re.compile(rf"(?:^|\b{_COUNT} )(?:(?:{_COUNT}|more|other|nearby|small|large|strategic|armou?red|surrounding) )*{_THING}$")
_DEED = re.compile(
    rf"(?:{_COUNT} )?(?:[a-z-]+ ){{0,2}}(?:attack|assault|offensive|counter-?attack|counter-?offensive|air-?strike|advance|fighting|clashe|"
    r"casualtie|losse|siege|shelling|bombardment|bombing|ambush|raid|battle|operation|retreat)s?"
)
_DESCRIPTION = re.compile(
    r"[a-z]+ (?:troops|fighters|soldiers|militants|volunteers|reinforcements|elements|remnants|units|militias?|forces|groups|men)$|"
    r"^(?:elements|parts|remnants|units|members) of ",
)
_ARM = (
    r"(?:armou?red|mechani[sz]ed|infantry|motori[sz]ed|motor|cavalry|tank|artillery|guards?|rifle|airborne|mountain|light|heavy|marine|naval|"
    r"air|parachute|engineer|reserve|special|assault|shock|combined|arms|panzer|border|coastal|missile|commando|separate|independent|foot)"
)
_BODY = (
    r"(?:army(?: group| corps)?|corps|divisions?|brigades?|regiments?|battalions?|company|squadrons?|fleet|group|wing|front|battery|legion|"
    r"flotilla|task force|platoon)"
)
_ORDER = (
    r"(?:\d+(?:st|nd|rd|th)?|[ivxl]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|northern|southern|eastern|western|"
    r"central|coastal|north|south|east|west)"
)
_NOBODYS = re.compile(
    rf"(?:{_ORDER} )?(?:{_ARM} )*{_BODY}|"
    r"(?:republican|presidential|national|royal|imperial|home|red|revolutionary|border|coast|palace|civil) guards?|"
    r"(?:aerospace|armed|air|ground|land|naval|special|air defen[cs]e|border|security|internal security|national defen[cs]e|defen[cs]e|"
    r"local|tribal|popular|self defen[cs]e|police|paramilitary|airborne) (?:forces?|units|militias?)|"
    r"(?:allied|coalition|various|other|foreign|auxiliary) (?:arm(?:y|ies)|forces?|troops|fleets?|powers?|nations|states|contingents?)|"
    r"(?:national |people s |royal |regular |red )?(?:army|navy|air force|police|gendarmerie|militia|marines|marine corps|general staff)"
)

# "the German _____ reached Halm", "About a German unit in the Battle of Selm: the _____ reached Halm".
_OWNED_GAP = re.compile(rf"\b(?:{'|'.join(sorted(adjectives()))}|US|U\.S\.)(?:(?: [a-z]+ of(?: the)?)? {BLANK}| unit in [^:]+:.*{BLANK})")


@rule(8)
def no_placeholder(item: Item, world: World) -> Iterator[str]:
    """No key, option or row is "unknown", "several" or "others", and no stem asks about such an entry of a list."""
    campaign = campaign_of(item, world)
    hidden = [" ".join(name) for name in known(campaign, world).placeholders] if campaign else []
    for text in parts(item):
        if found := _PLACEHOLDER.search(text):
            yield f'"{text}" has the placeholder "{found[0]}"'
    for text in (item.stem, *parts(item)):
        if _UNNAMED_SIDE.search(text) or any(holds(text, name) for name in hidden):
            yield f'"{text}" asks about an entry that has no name'


@rule(8)
def no_list_of_numbers(item: Item, world: World) -> Iterator[str]:
    """No unit is asked about that is a row of units by their numbers ("UDTs 7, 11, 12 & 18")."""
    campaign = campaign_of(item, world)
    listed = known(campaign, world).listed if campaign else {}
    for name in listed.values():
        if _LIST.search(name) and any(holds(text, name) for text in (item.stem, *parts(item))):
            yield f'"{name}" is a list of several'


@rule(8)
def no_counted_noun(item: Item, _world: World) -> Iterator[str]:
    """No key, option or row is, or ends in, a bare or counted noun ("two hills", "a factory", "an assault")."""
    for text in parts(item):
        if _COUNTED.search(text[:1].lower() + text[1:]) or _DEED.fullmatch(text):
            yield f'"{text}" names no particular thing'


@rule(8)
def no_description_for_a_name(item: Item, world: World) -> Iterator[str]:
    """No listed group is asked about that is described instead of named ("… elite shock troops")."""
    for name in _described(world).get(item.campaign, ()):
        if any(holds(text, name) for text in (item.stem, *parts(item))):
            yield f'"{name}" describes a group instead of naming it'


@lru_cache(maxsize=8)
def _described(world: World) -> dict[str, tuple[str, ...]]:
    """By campaign, each belligerent and unit that is described instead of named."""
    listed = {campaign.id: known(campaign, world).listed.values() for campaign in world.campaigns}
    return {campaign: tuple(filter(_DESCRIPTION.search, names)) for campaign, names in listed.items()}


def _is_quoted(item: Item, event: Event, world: World) -> bool:
    """Whether the item tells the event in the article's own words, which name what the reader made no slot of."""
    if BLANK in item.stem and {*words(event.sentence.text)} <= {*words(item.stem), *(words(event.date.words()) if event.date else ())}:
        return True
    campaign = campaign_of(item, world)
    said = plain(event, campaign) if campaign else None
    return said is not None and any(holds(text, said.text) for text in (item.stem, *parts(item)))


@rule(8)
def deed_is_one_of_its_kind(item: Item, world: World) -> Iterator[str]:
    """No event is asked about that names nothing of its own ("launch a counterattack"): others of the campaign fit it too."""
    for fact in facts_of(item, world):
        event = fact.leaf
        if isinstance(event, Event) and event.action and not _names_something(event) and not _is_quoted(item, event, world):
            yield f'"{fact.subject}" names no particular deed'


def _names_something(event: Event) -> bool:
    """Whether its object or place has a name, a people's adjective aside ("an Italian attack")."""
    told = " ".join(filter(None, (event.object, event.place)))
    return bool(set(re.findall(r"\b[A-Z0-9][\w'’-]*", told)) - adjectives())


@rule(8)
def names_have_owners(item: Item, world: World) -> Iterator[str]:
    """No name that fits many armies ("8th Brigade", "Republican Guard") is asked about, unless its list or the stem tells whose it is."""
    campaign = campaign_of(item, world)
    if campaign is None:
        return
    names = known(campaign, world)
    is_of_war = any(fact.relation is Relation.PART_OF for fact in facts_of(item, world))  # the Eastern Front of a war is no army
    for text in () if is_of_war or _OWNED_GAP.search(item.stem) else parts(item):
        folded = words(re.sub(r" (?:top |field )?(?:commander|leader)$", "", text))
        if _is_nobodys(folded) and not names.above.get(folded) and folded not in _labels(campaign):
            yield f'"{text}" needs its full name: it fits many armies'
    for name in _ownerless(world)[campaign.id]:
        if _asks_about(item.stem, name):
            yield f'"{name}" in the stem needs its full name: it fits many armies'


@rule(8)
def units_are_of_one_side(item: Item, world: World) -> Iterator[str]:
    """No unit is asked about whose name a unit of another side may have too ("I Corps", "First Corps"), but under its formation."""
    for name, (above, rivals) in _twins(world).get(item.campaign, {}).items():
        is_asked = any(words(text) == words(name) for text in parts(item)) or holds(item.stem, name)
        if is_asked and (not above or above in rivals or not holds(item.stem, above)):
            yield f'"{name}" needs its full name: a unit of the other side goes by it too'


@lru_cache(maxsize=8)
def _twins(world: World) -> dict[str, dict[str, tuple[str, frozenset[str]]]]:
    """By campaign, each unit that another side has the like of, with the formation above it and those above the others."""
    found: dict[str, dict[str, tuple[str, frozenset[str]]]] = {}
    for campaign in world.campaigns:
        units = [(side.id, unit) for side in campaign.sides for unit in side.units if not unit.placeholder]
        for own, unit in units:
            rivals = [other for side, other in units if side != own and same(unit.name, other.name)]
            if rivals:
                above = frozenset(other.parent or "" for other in rivals)
                found.setdefault(campaign.id, {})[unit.name] = (unit.parent or "", above)
    return found


def _labels(campaign: Campaign) -> set[tuple[str, ...]]:
    """Give every name of a side, folded."""
    return {words(name) for s in campaign.sides for name in (side_name(s), *(a.value for a in (s.label, *s.aliases) if a))}


@lru_cache(maxsize=8)
def _ownerless(world: World) -> dict[str, tuple[str, ...]]:
    """By campaign, the listed belligerents and units whose names fit many armies and stand below nothing."""
    known_of = {campaign.id: known(campaign, world) for campaign in world.campaigns}
    return {
        campaign: tuple(name for key, name in names.listed.items() if _is_nobodys(key) and not names.above.get(key))
        for campaign, names in known_of.items()
    }


@lru_cache(maxsize=4096)
def _is_nobodys(name: tuple[str, ...]) -> bool:
    return bool(_NOBODYS.fullmatch(" ".join(name)))


@lru_cache(maxsize=1 << 14)
def _asks_about(stem: str, name: str) -> bool:
    """Whether a stem names it with no other capitalized word before it that may be its owner ("Syrian Republican Guard")."""
    found = re.search(rf"(?P<owner>\b[A-Z][\w'’-]* )?\b{re.escape(name)}\b(?! of\b)", stem)
    return bool(found and (not found["owner"] or found.start() == 0))
