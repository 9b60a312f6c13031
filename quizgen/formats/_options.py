"""Options → their order on paper and their letters; shared by the formats that print options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.draw import ordered
from quizgen.items import Item
from quizgen.model import norm
from quizgen.notation import in_order


def letter(index: int) -> str:
    """Give the letter of an option: 0 is "a", 25 "z", 26 "aa"."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("a") + index % 26)


def lettered(texts: Iterable[str]) -> tuple[str, ...]:
    """Put letters before texts: "a) …"."""
    return tuple(f"{letter(i)}) {text}" for i, text in enumerate(texts))


def numbered(texts: Iterable[str]) -> tuple[str, ...]:
    """Put numbers before texts: "1. …"."""
    return tuple(f"{i}. {text}" for i, text in enumerate(texts, 1))


def shuffled(texts: Iterable[str], seed: str, item: Item) -> tuple[str, ...]:
    """Shuffle texts by seed and item."""
    return tuple(ordered(f"{seed}/{item.id}", texts))


def arranged(texts: Sequence[str], seed: str, item: Item) -> tuple[str, ...]:
    """Put numbers and dates in order, shuffle names (rule 21)."""
    return in_order(texts) or shuffled(texts, seed, item)


def wrong(item: Item) -> tuple[str, ...]:
    """Give the texts of an item's distractors, most plausible first."""
    return tuple(d.text for d in item.distractors)


def repeats(texts: Iterable[str]) -> Iterator[str]:
    """Say which texts stand twice, as a learner compares them (rule 17)."""
    seen: set[str] = set()
    for text in texts:
        folded = norm(text) or text
        if folded in seen:
            yield f'"{text}" stands twice among the options'
        seen.add(folded)
