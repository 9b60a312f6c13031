"""A text and a sentence → whether they may tell the same, or the like: by what they name, and by the deed (rule 2)."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.demonyms import folded_adjectives
from quizgen.model import Campaign, Sentence, norm
from quizgen.prose.names import names
from quizgen.prose.statements import TELLS
from quizgen.prose.words import words
from quizgen.questions.dates._statements import GIVING_UP
from quizgen.world import World

_STEM = 5  # letters by which forms of a word are known as one: attacked, attacking
_WIDE = 28  # days from which on a date tells of no day in particular
_NO_DEED = words(
    "was were had said told found made came went got kept led set ran lay stood became gave left put based named called united allied "
    "armed combined continued remained included used followed started began ended"
)
_DEEDS = re.compile(
    r"\b(?:counter-?)?(?:attack|assault|offensive|raid|landing|bombardment|shelling|bombing|advance|retreat|withdrawal|fighting|battle|siege|skirmish|"
    r"ambush|clash|breakthrough|breakout|evacuation|barrage|air ?strike|strike|sortie|convoy|surrender|truce|cease-?fire|armistice)",
    re.IGNORECASE,
)
_IRREGULAR = {
    "fought": "fight",
    "struck": "strike",
    "fled": "flee",
    "withdrew": "withdraw",
    "drove": "driv",
    "sank": "sunk",
    "broke": "break",
}


def _stem(word: str) -> str:
    """What forms of a word share, a counter-attack and an attack too; all ways of taking a place are one."""
    word = re.sub(r"^counter-?(?=\w{4})", "", _IRREGULAR.get(word, word))
    stem = re.sub(r"(?:ings?|ed|es|s|e)$", "", word)[:_STEM] if len(word) > _STEM else word
    return "take" if any(stem and word.startswith(like) for like in GIVING_UP) else stem


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[a-z][a-z-]+", text.casefold()))


@lru_cache(maxsize=4096)
def _deeds(text: str) -> frozenset[str]:
    """The stems of what a sentence tells that was done."""
    found = [word.rsplit(maxsplit=1)[-1] for word in TELLS.findall(text) + _DEEDS.findall(text)]
    return frozenset(_stem(word.casefold()) for word in found if norm(word) not in _NO_DEED)


def things(campaign: Campaign, text: str) -> tuple[str, ...]:
    """The names in a sentence by which one knows what it is about: beyond the title's words, peoples and the sides' names."""
    sides = (label.value for side in campaign.sides for label in (side.label, *side.aliases) if label)
    common = folded_adjectives() | {word for name in (campaign.title.value, *sides) for word in norm(name).split()}
    found = (name.text for name in names(f"the{text[3:]}" if text.startswith("The ") else text))
    return tuple(name for name in found if {word for word in norm(name).split() if word.removesuffix("s") not in common} - common)


def is_like(world: World, campaign: Campaign, text: str, other: Sentence) -> bool:
    """Whether a sentence tells of a thing that a text names; of a like deed, where that names none or the sentence is of no day."""
    about = things(campaign, text)
    is_about = any(world.is_named(campaign, thing, (other,)) for thing in about)
    is_wide = all(date.last - date.first >= _WIDE for date in other.dates)
    is_deed = bool(_deeds(text) & _stems(other.text))  # "counter-attacked", "several counterattacks"
    return is_about and (is_deed or not is_wide) if about else is_deed


def is_same(world: World, campaign: Campaign, text: str, other: Sentence) -> bool:
    """Whether a sentence may tell the very same as a text: the like deed of all that it names."""
    about = things(campaign, text)
    return all(world.is_named(campaign, thing, (other,)) for thing in about) and bool(_deeds(text) & _deeds(other.text))
