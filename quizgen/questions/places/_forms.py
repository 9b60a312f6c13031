"""A place of the prose → what else the article calls it, and its name without the word for what it is where that is no other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.demonyms import demonyms
from quizgen.model import Campaign, names_of, norm
from quizgen.prose.words import words
from quizgen.questions.places._sorts import SORTS, linked
from quizgen.world import World

# Words for one and the same thing: "Orel salient" and "Orel bulge".
_SAME = (words("salient bulge"), words("airfield airstrip airport aerodrome airbase"), words("strait straits"), words("river rivers"))
_HOUSES = r"(?:[Cc]onvent|[Aa]bbey|[Cc]hurch|[Mm]onastery|[Cc]athedral)"
_MORE = r"[A-Z\u00c0-\u017e][\w'’-]+"
_STEM = 5  # letters that "Sicily" and "Sicilian" share at least
_SHORTEST = 4  # letters of a name that is told apart without the word for what it is


def forms_of(world: World, campaign: Campaign, name: str, *, has_the: bool) -> tuple[str, ...]:
    """Give the other names of a place, as the article has them; `has_the`: "the" stands before it."""
    return _forms(world, campaign.id, name, has_the)


@lru_cache(maxsize=1 << 10)
def _forms(world: World, campaign_id: str, name: str, has_the: bool) -> tuple[str, ...]:
    campaign = next(c for c in world.campaigns if c.id == campaign_id)
    entity = campaign.entity(name)
    texts = tuple(sentence.text for sentence in campaign.sentences)
    forms = [
        *(names_of(entity) if entity else ()),
        *_in_full(name, texts, has_the=has_the),
        *_in_brackets(name, texts),
        linked(campaign, name),
    ]
    bare, noun = _parted(name)
    forms += [*_turned(bare, noun, texts)] if noun else []
    while noun:  # both of "Douve River valley"
        forms += [bare] if _is_its_alone(campaign, name, bare, noun, texts) else []
        bare, noun = _parted(bare)
    return tuple(form for form in dict.fromkeys(forms) if norm(form) not in ("", norm(name)) and campaign.entity(form) in (None, entity))


def _parted(name: str) -> tuple[str, str]:
    """A name and the word behind it for what it is: "Thompson", "Ridge"."""
    bare, _, noun = name.rpartition(" ")
    is_noun = bare and noun.casefold() in SORTS and bare.rpartition(" ")[2].casefold() not in ("the", "of")
    return (bare, noun) if is_noun else (name, "")


def _in_full(name: str, texts: tuple[str, ...], *, has_the: bool) -> Iterator[str]:
    """With the word for what it is: "the Sangro River", "the Crimean peninsula", "the Bon Sauveur convent"."""
    river = rf"\b(?:{re.escape(name)} [Rr]iver|[Rr]iver {re.escape(name)})\b"
    peninsula = rf"\b{re.escape(name.rstrip('aeiou'))}\w{{0,2}}n [Pp]eninsula\b"  # "Kerch Peninsula" is no other name of Kerch
    ways = re.compile(f"{river}|{peninsula}" if has_the else rf"{peninsula}|\b{re.escape(name)} {_HOUSES}\b")
    yield from (found[0] for text in texts if name.rstrip("aeiou") in text for found in ways.finditer(text))


def _in_brackets(name: str, texts: tuple[str, ...]) -> Iterator[str]:
    """The name that others have for it: "Orl Ridge (Osk Ridge to the Orlans)", "Orl (Osk) Ridge"."""
    bare, noun = _parted(name)
    beside = re.compile(rf"\b{re.escape(name)} \((?P<name>{_MORE}(?: {_MORE}){{0,2}}) to (?:the )?{_MORE}\)")
    within = re.compile(rf"\b{re.escape(bare)} \((?P<name>{_MORE})\) {re.escape(noun)}\b", re.IGNORECASE)
    for text in texts if noun else ():
        yield from (found["name"] for found in beside.finditer(text))
        for found in within.finditer(text):
            yield from (f"{found['name']} {noun}", f"{bare} ({found['name']}) {noun}")


def _turned(bare: str, noun: str, texts: tuple[str, ...]) -> Iterator[str]:
    """With another word for the same, or the words turned: "Orel bulge" of "Orel salient", "Strait of Sicily" of "Sicilian Strait"."""
    nouns = _nouns(noun)
    is_strait = noun.casefold() in _SAME[2]
    stems = {word[:_STEM] for word in re.split(r"[\s–-]", bare) if len(word) > _STEM} if is_strait else set()
    own = "|".join((re.escape(bare), *(rf"{re.escape(stem)}\w*" for stem in sorted(stems))))
    ways = re.compile(rf"\b(?:{own}) (?:(?i:{nouns}))\b|\b(?i:{nouns}) (?:of|at|in) (?:the )?(?:{own})\b")
    yield from (found[0] for text in texts for found in ways.finditer(text))


def _is_its_alone(campaign: Campaign, name: str, bare: str, noun: str, texts: tuple[str, ...]) -> bool:
    """Whether the name means nothing else without the word: it stands alone only with "the" (a river), or in a list before the word."""
    if len(bare) < _SHORTEST or demonyms(bare) or bare.casefold() in SORTS or not bare[:1].isupper():
        return False
    others = [other for entity in campaign.entities for other in names_of(entity) if norm(other) not in (norm(name), norm(bare))]
    if any(f" {norm(bare)} " in f" {norm(other)} " for other in (*others, campaign.title.value)):
        return False
    own, nouns = re.escape(bare), _nouns(noun)
    shared = rf"(?:(?:,|,? and) {_MORE})+ (?i:{nouns})s\b"  # "Osk, Lund and Ibb Ridges"
    alone = re.compile(rf"(?P<the>\b[Tt]he )?\b{own}\b(?!(?: \([^()]*\))? (?i:{nouns})s?\b|{shared})")
    return all(found["the"] for text in texts for found in alone.finditer(text))


def _nouns(noun: str) -> str:
    """The words for the same thing as one, as a pattern."""
    return "|".join(sorted(next((group for group in _SAME if noun.casefold() in group), frozenset((noun.casefold(),)))))
