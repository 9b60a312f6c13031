"""The texts of an item → the words, dates and names by which the rules compare them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations

from quizgen.grammar.dates import Partial
from quizgen.items import Family, Format, Item
from quizgen.model import Campaign, norm
from quizgen.naming import short_title, side_name
from quizgen.notation import read_dates
from quizgen.relations import Fact
from quizgen.world import World

CHOICE = frozenset((Format.MULTIPLE_CHOICE, Format.MULTIPLE_RESPONSE))
TYPED = frozenset((Format.CLOZE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE))
INSTRUCTION = frozenset((Format.MATCHING, Format.ORDERING, Format.SORTING))
DRAWN = 3  # distractors of a multiple choice that a learner sees, of as many as the item holds


def word_set(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


_FUNCTION = word_set(
    "which what when where whom whose with from that this these those they their them were been being have into onto over under after "
    "before during between against about upon until since while than then only also does much many long each every such more most other "
    "according following listed fought took taken take place part name named many time same both there here"
)
GENERIC = word_set(
    "force army armie group front division brigade battalion regiment corp company companie squadron legion militia unit troop fighter "
    "soldier commander general leader formation"
)
KINDS = word_set(
    "campaign offensive counteroffensive battle war siege operation conflict invasion front theatre theater uprising rebellion revolt "
    "insurgency city country region village district town"
)


@lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """Split a text into its words as `norm` folds them."""
    return tuple(norm(text).split())


@lru_cache(maxsize=1 << 14)  # the same names meet again and again
def holds(text: str, part: str) -> bool:
    """Whether the words of a part stand in a text in one run."""
    return bool(words(part)) and f" {' '.join(words(part))} " in f" {' '.join(words(text))} "


@lru_cache(maxsize=1 << 14)
def gives(text: str, key: str) -> bool:
    """Whether a folded text contains the folded key (rule 9); digits and short keys count as whole words only."""
    sought = " ".join(words(key))
    if len(sought) < 4 or sought[0].isdigit():
        return holds(text, key)
    return sought in " ".join(words(text))


@lru_cache(maxsize=1 << 14)
def content(text: str, frame: tuple[str, ...] = (), passed: frozenset[str] = GENERIC) -> frozenset[str]:
    """Give the content words of a text: four letters or more, no function words, no plural -s; frame and passed words left out."""
    folded = f" {' '.join(words(text))} "
    for phrase in frame:
        folded = folded.replace(f" {phrase} ", " | ")
    singular = (word.removesuffix("s") for word in folded.split() if len(word) >= 4 and word.isalpha() and word not in _FUNCTION)
    return frozenset(singular) - passed


def campaign_of(item: Item, world: World) -> Campaign | None:
    """Give the campaign that an item asks about, None if it is not loaded."""
    return world.campaign(item.campaign)


def facts_of(item: Item, world: World) -> tuple[Fact, ...]:
    """Give the facts that an item rests on."""
    return tuple(fact for fact in (world.fact(id_) for id_ in item.facts) if fact)


def frame(item: Item, world: World) -> tuple[str, ...]:
    """Give the phrases that name the campaign, longest first: every stem has them, so they hint at nothing.

    An item that asks where it was or what it was part of has no frame: there the name itself tells.
    """
    campaign = campaign_of(item, world)
    if campaign is None or item.family is Family.PLACES:
        return ()
    return _frames(world)[campaign.id]


@lru_cache(maxsize=8)
def _frames(world: World) -> dict[str, tuple[str, ...]]:
    found = {}
    for campaign in world.campaigns:
        names = [campaign.title.value, short_title(campaign), *(part.value for part in campaign.part_of), *places(campaign)]
        found[campaign.id] = tuple(sorted({" ".join(words(name)) for name in names}, key=lambda name: (-len(name), name)))
    return found


def places(campaign: Campaign) -> tuple[str, ...]:
    """Give the campaign's place whole and by its parts: "Aleppo, Syria", "Aleppo", "Syria"."""
    if not campaign.place:
        return ()
    return tuple(dict.fromkeys((campaign.place.value, *re.split(r",\s*", campaign.place.value))))


def years(campaign: Campaign) -> tuple[str, ...]:
    """Give the years of the campaign's ends as written."""
    points = campaign.date.value.points if campaign.date else ()
    return tuple(dict.fromkeys(str(point.year if point.year > 0 else 1 - point.year) for point in points))


def wrong(item: Item) -> tuple[str, ...]:
    """Give the texts of an item's distractors, most plausible first."""
    return tuple(distractor.text for distractor in item.distractors)


def options(item: Item) -> tuple[str, ...]:
    """Give all options of a choice, the right ones first; none for other formats."""
    return (*item.key, *wrong(item)) if item.format in CHOICE else ()


def answers(item: Item) -> tuple[str, ...]:
    """Give the keys that the stem must not tell: of choices and typed answers."""
    return item.key if item.format in CHOICE | TYPED else ()


def draws(item: Item) -> tuple[tuple[str, ...], ...]:
    """Give every set of distractors that may stand beside the key of a multiple choice, all of them together first."""
    if item.format is not Format.MULTIPLE_CHOICE or not item.distractors or len(item.key) != 1:
        return ()
    return tuple(dict.fromkeys((wrong(item), *combinations(wrong(item)[:8], min(DRAWN, len(item.distractors))))))


def columns(item: Item) -> tuple[tuple[str, ...], ...]:
    """Give the lists of texts in which each must differ from every other."""
    match item.format:
        case Format.MULTIPLE_CHOICE | Format.MULTIPLE_RESPONSE:
            return (options(item),)
        case Format.ORDERING:
            return (item.key,)
        case Format.SORTING:
            return (tuple(thing for thing, _ in item.pairs), groups(item))
        case Format.MATCHING:
            return (tuple(premise for premise, _ in item.pairs), (*(response for _, response in item.pairs), *wrong(item)))
        case _:
            return ()


def groups(item: Item) -> tuple[str, ...]:
    """Give the groups of a sorting item, each once."""
    return tuple(dict.fromkeys(group for _, group in item.pairs))


def parts(item: Item) -> tuple[str, ...]:
    """Give every text beside the stem that a learner is asked about: keys, options, things, premises, responses; no marking notes."""
    if item.format in (Format.TRUE_FALSE, Format.OPEN):
        return ()
    return tuple(dict.fromkeys((*item.key, *wrong(item), *(text for pair in item.pairs for text in pair))))


@lru_cache(maxsize=1 << 12)
def date_ends(text: str) -> tuple[Partial, ...]:
    """Give the first and last stated end of a text that is a date and nothing else; nothing for other texts and bare numbers."""
    dates = () if text.isdigit() else read_dates(text.removeprefix("on ").removeprefix("in "))
    return (dates[0].first, dates[0].last or dates[0].first) if dates else ()


def names_all(item: Item) -> bool:
    """Whether the stem names every option once ("before, during or after …") and so tells nothing."""
    stem = f" {' '.join(words(item.stem))} "
    return bool(options(item)) and all(stem.count(f" {' '.join(words(option))} ") == 1 for option in options(item))


def is_two_valued(item: Item, world: World) -> bool:
    """Whether the options are the two sides of the campaign, two claimants of its figures, or two campaigns named in the stem."""
    campaign = campaign_of(item, world)
    shown = sorted(map(words, options(item)))
    if campaign is None or len(shown) != 2:
        return False
    sides = sorted(words(side_name(side)) for side in campaign.sides)
    claimants = {words(fact.claimed_by) for fact in world.facts if fact.claimed_by and fact.campaign == campaign.id}
    claiming = sorted(text[:-1] if text[-1:] == ("sources",) else text for text in shown)  # "pro-government sources"
    are_campaigns = names_all(item) and all(map(world.is_campaign, options(item)))
    return shown == sides or claimants.issuperset(claiming) or are_campaigns


def spells(text: str, name: str) -> bool:
    """Whether a text has a name as written, case and all: "military" is not in "Military Academy"."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
