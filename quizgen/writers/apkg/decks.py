"""A campaign's title → deck names, tags and descriptions that stand beside a card and give no answer away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version

from quizgen.historical_date import MONTHS
from quizgen.items import Item
from quizgen.model import Campaign
from quizgen.writers.apkg.credit import attribution
from quizgen.writers.apkg.markup import element, plain, shown

TOP = "quizgen"
_DISAMBIGUATOR = re.compile(r"\s*\([^()]*\)\s*$")


def short(title: str, campaigns: Iterable[Campaign]) -> str:
    """Shorten a title to what may stand beside date items of the campaigns (rule 10): no disambiguator, none of their years and months.

    "::" would nest decks. A title that is nothing else ("1848") gives "campaign".
    """
    bare = _DISAMBIGUATOR.sub("", plain(title))
    for telling in sorted({pattern for campaign in campaigns for pattern in _telling(campaign)}, reverse=True):
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
    shorts = [short(campaign.title.value, campaigns) for campaign in campaigns]
    top = short(title, campaigns)
    says_no_more = top in (*shorts, " · ".join(shorts), "campaign")
    seen: Counter[str] = Counter()
    names = {}
    for campaign, name in zip(campaigns, shorts, strict=True):
        seen[name] += 1
        number = f" {seen[name]}" if shorts.count(name) > 1 else ""
        names[campaign.id] = f"{TOP if says_no_more else top}::{name}{number}"
    return names


def tags(item: Item, campaign: Campaign) -> list[str]:
    """Tag an item with its campaign and family, type, level, difficulty, and whether it is sensitive; lower case, no spaces."""
    words = [(campaign.name, item.family), (TOP, "type", item.type), (TOP, "level", str(item.importance.level))]
    words += [(TOP, "difficulty", str(item.difficulty.level))]
    words += [(TOP, "sensitive")] if item.sensitive else []
    return ["::".join(map(_tag, word)) for word in words]


def description(campaign: Campaign, items: Sequence[Item]) -> str:
    """Describe a deck in HTML: what it was made from, what it holds, by which version, and that a preview does not update."""
    lines = (
        attribution(campaign),
        shown(f"{_counted(len(items), 'note')}: {_families(items)}. Every answer cites the line that it rests on."),
        shown(f"Preview by quizgen {version('quizgen')}: a later release brings notes of its own and will not update these."),
    )
    return "".join(element("p", line) for line in lines)


def _families(items: Iterable[Item]) -> str:
    return ", ".join(f"{family} {count}" for family, count in sorted(Counter(item.family for item in items).items()))


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" + "s" * (count != 1)


def _tag(text: str) -> str:
    return re.sub(r"[^\w.-]+", "-", plain(text).lower()).strip("-") or "none"
