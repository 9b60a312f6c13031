"""The places that each key can take → places that tell a guesser nothing (item rule 22)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.draw import place

TRIES = 60
PATTERNS = ((1, 4), (2, 6), (3, 6), (4, 8))  # (period, length): a run over three, and what a guesser sees as a cycle


def balanced(choices: Sequence[tuple[int, ...]], seed: str, before: Sequence[int | None] = ()) -> tuple[int | None, ...]:
    """Choose one of each item's places, in the order of the sheet; None for an item without places.

    Each place is taken about equally often, without runs and cycles, and where possible not the one of another form, `before`.
    """
    before = before or (None,) * len(choices)
    fills = (_fill(choices, f"{seed}/{n}", before) for n in range(TRIES))
    tries = ((_unfairness(choices, places, before), places) for places in fills)
    best = next(tries)
    while any(best[0]) and (other := next(tries, None)):
        best = min(best, other, key=lambda found: found[0])
    return best[1]


def _fill(choices: Sequence[tuple[int, ...]], seed: str, before: Sequence[int | None]) -> tuple[int | None, ...]:
    """Give each item its least used place, items with the fewest places first; ties go by keyed hash."""
    used: Counter[int] = Counter()
    places: list[int | None] = [None] * len(choices)
    for i in sorted(range(len(choices)), key=lambda i: (len(choices[i]), place(seed, str(i)))):
        if choices[i]:
            places[i] = chosen = min(choices[i], key=lambda p: (used[p] + (p == before[i]), place(seed, f"{i}/{p}")))
            used[chosen] += 1
    return tuple(places)


def _unfairness(choices: Sequence[tuple[int, ...]], places: Sequence[int | None], before: Sequence[int | None]) -> tuple[int, int, int]:
    used = Counter(p for p in places if p is not None)
    spread = max(used.values()) - min(used[p] for own in choices for p in own) if used else 0
    copied = sum(p is not None and p == old for p, old in zip(places, before, strict=True))
    return (max(0, spread - 1), sum(1 for _ in patterns(places)), copied)


def patterns(places: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Find runs over three and short cycles among the keys: the index at which each begins, and its period."""
    keys = [p for p in places if p is not None]
    for period, length in PATTERNS:
        for start in range(len(keys) - length + 1):
            window = keys[start : start + length]
            if window[period:] == window[:-period]:
                yield start, period
