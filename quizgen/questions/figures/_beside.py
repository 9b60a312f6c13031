"""The figures of one field → whether one of them is surely not the whole, or not settled: more of the like stands beside it."""

from __future__ import annotations

import re

from quizgen.model import Campaign, Estimate, Quote, norm
from quizgen.relations import Fact, Relation

_MORE = re.compile(
    r"\b(?:later|after|afterwards|post\w*|subsequent\w*|additional\w*|another|further|more|plus|elsewhere|previous\w*)\b", re.IGNORECASE
)
_RIVAL = re.compile(r"\(\D{0,12}\d[\d,.]*\s+(?:\w+\s+)?(?:according to|per\b|by (?:other|some|modern)|in other)", re.IGNORECASE)
_MEN = (None, "men", "soldiers", "troops", "personnel", "strong")


def has_more_beside(campaign: Campaign, fact: Fact, figure: Estimate) -> bool:
    """Whether its field goes on: "(1 merchant sunk later)", "plus 5,000 allies", "(1,500 according to the annals)"."""
    if _RIVAL.search(figure.text):
        return True
    side = campaign.side(fact.side) if fact.side else None
    field = (side.strength if fact.relation is Relation.STRENGTH else side.casualties) if side else ()
    at = next((n for n, own in enumerate(field) if own is figure), None)
    others = [other for other in field if other is not figure and other.claimed_by == figure.claimed_by]
    return any(_is_more(figure, other, at) or _is_added(figure, other) for other in others)


def _is_more(figure: Estimate, other: Estimate, at: int | None) -> bool:
    """Whether another figure counts the same things once more, not as a part of this one."""
    is_like = _what(figure) == _what(other) and any(_what(figure))
    is_part = other.within is not None and other.within == at
    return is_like and (bool(_MORE.search(other.text)) if is_part else other.within != figure.within or bool(_MORE.search(other.text)))


def _what(figure: Estimate) -> tuple[str, str, str]:
    kind, of = (" ".join(word.rstrip("s") for word in norm(words).split()) for words in (figure.kind, figure.of or ""))
    return kind, of, figure.who or ""


def _is_added(figure: Estimate, other: Estimate) -> bool:
    """Whether another figure is added to a sum of men: "plus 50,000 allies"."""
    number = re.match(r"[\d,.]+", other.text)
    is_sum = not figure.kind and not figure.who and figure.of in _MEN and figure.within is None and other.within is None
    if not is_sum or not number or not isinstance(other.source, Quote):
        return False
    return bool(re.search(rf"(?:\bplus|\band|\bas well as|\balong with|\btogether with|\+)\s+{re.escape(number[0])}", other.source.quote))
