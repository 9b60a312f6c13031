"""A campaign's title → deck names, tags and descriptions that stand beside a card and give no answer away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version

from quizgen.historical_date import MONTHS
from quizgen.items import Item
from quizgen.model import Campaign, norm
from quizgen.wording import counted
from quizgen.writers._notes.credit import attribution
from quizgen.writers._notes.markup import element, plain, shown

TOP, RETIRED = "quizgen", "retired"
_DISAMBIGUATOR = re.compile(r"\s*\([^()]*\)\s*$")


def short(title: str, campaigns: Iterable[Campaign]) -> str:
    """Shorten a title to what may stand beside date items of the campaigns (rule 10): no disambiguator, none of their years and months.

    "::" would nest decks. A title that is nothing else ("1848") gives "campaign".
    """
    return _without(title, _tellings(campaigns))


def _tellings(campaigns: Iterable[Campaign]) -> list[str]:
    return sorted({pattern for campaign in campaigns for pattern in _telling(campaign)}, reverse=True)


def _without(title: str, tellings: Iterable[str]) -> str:
    bare = _DISAMBIGUATOR.sub("", plain(title))
    for telling in tellings:
        bare = re.sub(telling, "", bare)
    return " ".join(re.sub(r":{2,}", ":", bare).split()).strip(" ,:–-") or "campaign"


def _telling(campaign: Campaign) -> Iterator[str]:
    for point in campaign.date.value.points if campaign.date else ():
        yield rf"\b{point.year if point.year > 0 else 1 - point.year}(?:[-–/]\d{{1,4}})?(?:\s*(?:BCE?|CE|AD))?\b"
        if point.month:
            yield rf"\b{MONTHS[point.month - 1]}\b"


def deck_names(title: str, campaigns: Sequence[Campaign]) -> dict[str, str]:
    """Give the deck of each campaign by its id: below the material's title, or below "quizgen" if that says nothing more.

    Two campaigns of one shortened name are numbered in the order given.
    """
    tellings = _tellings(campaigns)
    shorts = [_without(campaign.title.value, tellings) for campaign in campaigns]
    times = Counter(shorts)
    top = _without(title, tellings)
    says_no_more = top in (*shorts, " · ".join(shorts), "campaign")
    seen: Counter[str] = Counter()
    names = {}
    for campaign, name in zip(campaigns, shorts, strict=True):
        seen[name] += 1
        number = f" {seen[name]}" if times[name] > 1 else ""
        names[campaign.id] = f"{TOP if says_no_more else top}::{name}{number}"
    return names


def family_deck(name: str, family: str) -> str:
    """Give the deck of a family below that of its campaign."""
    return f"{name}::{family.capitalize()}"


def tags(item: Item, campaign: Campaign) -> tuple[str, ...]:
    """Tag an item with its campaign and family, type, level, difficulty, a side that it names, and whether it is sensitive.

    Lower case, no spaces.
    """
    name = _untelling(item, campaign)
    words = [(name, item.family), (TOP, "type", item.type), (TOP, "level", str(item.importance.level))]
    words += [(TOP, "difficulty", str(item.difficulty.level))]
    words += [(name, "side", side) for side in _sides_named(item, campaign)]
    words += [(TOP, "sensitive")] if item.sensitive else []
    return tuple("::".join(map(_tag, word)) for word in words)


def retired_tags(campaign: Campaign) -> tuple[str, ...]:
    """Tag a note that is no longer asked."""
    return (RETIRED, _tag(campaign.name))


def _untelling(item: Item, campaign: Campaign) -> str:
    """The campaign's name, but where it holds the answer ("verdun-1916") its title without dates (item rule 9)."""
    return short(campaign.title.value, [campaign]) if any(_stands(key, campaign.name) for key in item.key) else campaign.name


def _sides_named(item: Item, campaign: Campaign) -> Iterator[str]:
    """The one side that the stem names; none where the answer or an option names a side, so that no tag gives it away."""
    offered = (*item.key, *(part for pair in item.pairs for part in pair), *(d.text for d in item.distractors))
    labels = [side.label.value for side in campaign.sides if side.label]
    asked = [label for label in labels if _stands(label, item.stem)]
    if len(asked) == 1 and not any(_stands(label, text) for label in labels for text in offered):
        yield asked[0]


def _stands(name: str, text: str) -> bool:
    return f" {norm(name)} " in f" {norm(text)} "


def description(campaign: Campaign, families: Mapping[str, int], released: str) -> str:
    """Describe a deck in HTML: what it was made from, what it holds, who made it, and how to update it; `released`: when, if it can be."""
    holds = ", ".join(f"{family} {count}" for family, count in sorted(families.items()))
    made = f"Made by quizgen {version('quizgen')}"
    lasting = f"{made}; release of {released}. To update, import a later release: your history and your own edits stay."
    update = lasting if released else f"{made} as a one-off deck: one made later adds notes and corrects none of these."
    notes = f"{counted(sum(families.values()), 'note')}{f': {holds}' if holds else ''}. Every answer cites its source."
    return "".join(element("p", line) for line in (attribution(campaign), shown(notes), shown(update)))


def _tag(text: str) -> str:
    return re.sub(r"[^\w.-]+", "-", plain(text).lower()).strip("-") or "none"
