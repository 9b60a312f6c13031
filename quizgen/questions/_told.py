"""What the questions on what a sentence of the prose tells share: the sentence with a gap, who fills it, what the text vetoes (rule 2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from quizgen.demonyms import folded_adjectives
from quizgen.grammar.names import split_rank
from quizgen.items import BLANK, Format
from quizgen.model import Campaign, Told, ToldKind, norm
from quizgen.naming import name_for
from quizgen.prose.words import words
from quizgen.questions import Slots
from quizgen.relations import Fact, Relation
from quizgen.world import World

DEATH = re.compile(
    r"\b(?:die[ds]?|dead|dying|killed|kill|murdered|assassinated|strangled|hanged|beheaded|drowned|shot|poisoned|slain|slew|executed|civilians?|massacred?|deaths?)\b"
)
GAPPED = ("The article on {campaign} says: {before}{option}{after}", "From the article on {campaign}: {before}{option}{after}")
SHORT = ("On {campaign}: {before}{option}{after}", "About {campaign}: {before}{option}{after}")  # a cloze has few words (item rule 26)
STEMS = {Format.CLOZE: SHORT, Format.MULTIPLE_CHOICE: GAPPED}

# Words of the whole services of a side, which do the like at many places.
_SERVICES = words("luftwaffe wehrmacht kriegsmarine raf usaaf vvs red royal imperial army navy air armed force forces marines")
RANK = 5  # words: "Air Chief Marshal Sir"

Gap = tuple[Fact, Told]


@lru_cache(maxsize=16)  # a type goes through its campaigns one by one
def gaps(world: World, campaign_id: str, kind: ToldKind) -> dict[str, Gap]:
    """What the campaign's sentences tell of a kind, by their folded text with the gap; one that would fit two answers is left out."""
    found: dict[str, list[Gap]] = {}
    campaign = next(c for c in world.campaigns if c.id == campaign_id)
    for fact in world.of(campaign, Relation.TOLD):
        if isinstance(fact.leaf, Told) and fact.leaf.kind is kind and not fact.disputed:
            found.setdefault(norm(gapped(fact.leaf)), []).append((fact, fact.leaf))
    return {text: told[0] for text, told in found.items() if len({norm(one.value) for _, one in told}) == 1}


def told_in(world: World, kind: ToldKind) -> Iterator[tuple[Campaign, Fact, Told]]:
    """Give what is told of a kind in all campaigns."""
    return ((campaign, *gap) for campaign in world.campaigns for gap in gaps(world, campaign.id, kind).values())


def before(one: Told) -> str:
    """The sentence up to the gap; the rank of a person is in the gap: it may tell him from all others."""
    told = one.text[: one.start]  # which ends in a space before a name
    words = told.split() if one.kind is ToldKind.PERSON else []
    ranks = (" ".join(words[-n:]) for n in range(min(RANK, len(words)), 0, -1))
    rank = next((text for text in ranks if split_rank(f"{text} {one.value}") == (text, one.value)), "")
    return told[: -len(rank) - 1] if rank else told


def gapped(one: Told) -> str:
    """The sentence with the gap."""
    return f"{before(one)}{BLANK}{one.text[one.start + len(one.value) :]}"


def slots_of(campaign: Campaign, one: Told) -> dict[str, str] | None:
    """What fills the stems: the campaign named without a word of the key, and the sentence around the gap."""
    name = name_for(campaign, one.of if one.kind is ToldKind.PERSON else one.value)
    return {"campaign": name, "before": before(one), "after": one.text[one.start + len(one.value) :]} if name else None


def asked(world: World, slots: Slots, kind: ToldKind) -> tuple[Campaign, Told] | None:
    """What a stem asks."""
    campaign = world.campaign_named(slots["campaign"])
    gap = gaps(world, campaign.id, kind).get(norm(f"{slots['before']}{BLANK}{slots['after']}"))
    return (campaign, gap[1]) if gap else None


def things(campaign: Campaign, one: Told) -> tuple[str, ...]:
    """The names in the sentence by which the text knows what it is about: beyond the title's words, adjectives and whole services."""
    common = folded_adjectives() | set(norm(campaign.title.value).split())
    return tuple(name for name in one.named if set(norm(name).split()) - common - _SERVICES)


def may_fit(world: World, campaign: Campaign, one: Told, name: str, called: Callable[[str], str] = str) -> bool:
    """Whether the text may tell the same of another name: a sentence of that day, or of none, names it with what else is named here.

    Where nothing else is named, any such sentence may. `called`: by what of a name the text may name it, if not by each of its words.
    """
    own = one.sentence
    others = [
        s
        for s in campaign.sentences
        if s is not own and (not own.dates or not s.dates or any(d.overlaps(e) for d in s.dates for e in own.dates))
    ]
    naming = [s for s in others if world.is_named(campaign, called(name), (s,))]
    about = things(campaign, one)
    is_told = any(world.is_named(campaign, called(thing), naming) for thing in about) if about else bool(naming)
    return is_told or world.is_named(campaign, called(name), (own,))
