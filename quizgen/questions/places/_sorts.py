"""A gap for a place → which places may stand beside the right one: of its sort, of the same part of the story, and not as right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.demonyms import demonyms, folded_adjectives
from quizgen.model import Campaign, Quote, Told, norm
from quizgen.prose.words import words
from quizgen.world import World

_SORTS = {
    "river": words("river stream creek canal brook rivers"),
    "water": words("sea bay gulf strait straits estuary lagoon lake harbour harbor channel fjord sound"),
    "height": words("mount monte mountain mountains hill hills ridge height heights peak spur saddle plateau massif alps pass gap"),
    "wood": words("forest wood woods jungle"),
    "island": words("island islands isle isles atoll reef"),
    "line": words("line wall bridgehead beachhead pocket salient front position positions"),
    "region": words("peninsula valley province region area territory basin marshes coast desert county district department isthmus"),
    "cape": words("cape point headland"),
    "house": words(
        "abbey church cathedral monastery convent palace chancellery school university hospital house hall building prison "
        "lycée collège école hospice abbaye château kloster schloss kirche"
    ),
    "site": words(
        "airfield airport airstrip aerodrome airbase citadel castle fort fortress station factory plant bridge causeway barracks park "
        "dockyard docks square street road avenue boulevard camp farm lighthouse crossing cemetery jetty dam gare"
    ),
    "beach": words("beach beaches"),
}
SORTS = frozenset(word for nouns in _SORTS.values() for word in nouns)
_AROUND = re.compile(
    r"background|prelude|origins?|causes|legacy|analysis|assessment|commemor|aftermath|subsequent|strategic (?:situation|context)", re.I
)
_SEVERAL = re.compile(
    r"\b(?:(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern|wards?)?(?: side| part| bank)? of|near|off|beyond|past|outside|around|"
    r"between|close to|beside|behind|vicinity of|"
    r"(?:fight|fought|combat|battle)\w*(?: (?:was|were|took place|broke out|ensued))? (?:at|in|on))\s(?:the\s)?$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b([A-Z]\w+) (?:[a-z]+ ){1,2}(?:of|at|in|near|on|called) (?:the )?$")
_LAND = re.compile(r",? (?:in )?(?:the )?([A-Z]\w+)")
_ELSEWHERE = re.compile(
    r"\b(?:battle|siege|raid|operation|landings?|campaign|offensive|in|during|airfield|airport|airbase|aerodrome|district|county|province)\b|[,#:/]",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*\([^()]*\)$")
_KIND = re.compile(r"\b(?P<noun>region|province|county|port|state|capital|fortress) of (?:the )?$", re.IGNORECASE)
_BEARING = re.compile(r"\b(?:north|south|east|west)(?:[ -]?(?:east|west))? of (?:the )?$", re.IGNORECASE)
_FAR = re.compile(r"\d[^.;]{0,20}$")
_NOUN_AT = re.compile(r"\b(?P<noun>[a-z]{4,}?)s? (?P<by>at|near|in|on|around|outside|off) (?:the )?$")


def linked(campaign: Campaign, name: str) -> str:
    """The title of the one page that the prose links the name to, where it says the name and a word more: "Sword Beach" of "Sword"."""
    link = re.compile(rf"\[\[([^][|]+)\|{re.escape(name)}\]\]")
    quotes = (s.source.quote for s in campaign.sentences if isinstance(s.source, Quote) and name in s.text)
    titles = {_AFTER.sub("", title) for quote in quotes for title in link.findall(quote)}
    title = titles.pop() if len(titles) == 1 else ""
    is_longer = len(norm(title).split()) == len(norm(name).split()) + 1 and f" {norm(name)} " in f" {norm(title)} "
    return title if is_longer and not _ELSEWHERE.search(title) else ""


def sort_of(world: World, campaign: Campaign, name: str) -> str:
    """What sort of place a name is of, by its own words or by those of the prose ("the Sangro River"); empty if neither tells."""
    return _sort(world, campaign.id, name)


@lru_cache(maxsize=1 << 10)
def _sort(world: World, campaign_id: str, name: str) -> str:
    own = {word.casefold() for word in re.findall(r"\w+", name)}
    for sort, nouns in _SORTS.items():
        if own & nouns:
            return sort
    campaign = next(c for c in world.campaigns if c.id == campaign_id)
    sentences = campaign.sentences
    if linked(campaign, name).endswith(" Beach"):
        return "beach"
    after = "[Rr]iver|[Cc]anal|[Rr]idge|[Ff]orest|convent|abbey|monastery|cathedral|church"
    told = re.compile(rf"\b(?P<before>River|Mount|Monte|Lake) {re.escape(name)}\b|\b{re.escape(name)} (?P<after>{after})\b")
    for found in (match for sentence in sentences for match in told.finditer(sentence.text)):
        word = (found["before"] or found["after"]).casefold()
        return next(sort for sort, nouns in _SORTS.items() if word in nouns)
    return ""


def unsorted(name: str) -> str:
    """A name without the words for its sort, by which another of the sort is not named: "Osk" of "Mount Osk"."""
    return " ".join(word for word in name.split() if word.casefold() not in SORTS) or name


def is_of_kind(campaign: Campaign, one: Told, option: str) -> bool:
    """Whether a place is what the words before a gap say of it, by the article itself: "the port of _"; of towns it need not say so."""
    found = _KIND.search(one.text, 0, one.start)
    called = f"{found['noun'].casefold()} of {norm(option)} " if found else ""
    return not called or any(called in f"{norm(sentence.text)} " for sentence in campaign.sentences)


def is_told_apart(one: Told) -> bool:
    """Whether words beside a gap leave few places: a land behind it ("_, Denmark"), a people before it ("the Belgian towns of _")."""
    owned = _OWNED.search(one.text, 0, one.start)
    land = _LAND.match(one.text, one.start + len(one.value))
    return bool(land and demonyms(land[1])) or any(norm(found[1]) in folded_adjectives() for found in (owned, land) if found)


def has_several(one: Told) -> bool:
    """Whether the words before a gap fit many a place beside that of the sentence: "north of", "near", "fighting at"."""
    return bool(_SEVERAL.search(one.text, 0, one.start))


def is_open(campaign: Campaign, one: Told, others: tuple[str, ...]) -> bool:
    """Whether who fills a gap freely may be right with another place: north of many, or what the text tells of another as well."""
    bearing = _BEARING.search(one.text, 0, one.start)
    is_bare = bearing and not _FAR.search(one.text, 0, bearing.start())
    return bool(is_bare) or any(is_alike_told(campaign, one, other) for other in others)


def is_alike_told(campaign: Campaign, one: Told, other: str) -> bool:
    """Whether another sentence has the same thing at another place: "radar stations at _", and "the radar station at Halm"."""
    found = _NOUN_AT.search(one.text, 0, one.start)
    if not found:
        return False
    alike = re.compile(rf"\b{found['noun']}s? (?:at|near|in|on|around|outside|off) (?:the )?{re.escape(other)}\b", re.IGNORECASE)
    return any(alike.search(sentence.text) for sentence in campaign.sentences)


def is_of_story(campaign: Campaign, one: Told, name: str) -> bool:
    """Whether a place is named in the part of the story that a sentence is of: no town of the background beside those fought for."""
    return bool(_AROUND.search(one.sentence.section)) or any(not _AROUND.search(section) for section in _sections(campaign, name))


def _sections(campaign: Campaign, name: str) -> Iterator[str]:
    return (sentence.section for sentence in campaign.sentences if name in sentence.text)
