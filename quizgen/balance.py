"""The places that each key can take → places that tell a guesser nothing (item rule 22)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import fsum, inf

from quizgen.draw import place

STEPS = 200  # more than any sheet has needed
TRIES = 12  # beginnings, where the changes from the first lead to nothing fair
NEAR = 0.99  # an item: n/k ± 1, where that is no whole number
PATTERNS = ((1, 4), (2, 6), (3, 6), (4, 8))  # (period, length): a run over three, and what a guesser sees as a cycle
Places = tuple[int | None, ...]
Unfairness = tuple[float, int, int]


def balanced(
    choices: Sequence[tuple[int, ...]], seed: str, before: Sequence[int | None] = (), names: Sequence[str] = (), sizes: Sequence[int] = ()
) -> Places:
    """Choose one of each item's places, in the order of the sheet; None for an item without places.

    `sizes`: how many options each has, by default as many as the widest. Each place is taken about equally often, without runs and
    cycles, and where possible not the one of another form, `before`. An item takes the place that its name's hash gives it, unless
    it has to change or exchange it: another sheet with the same item most often has its key at the same place.
    """
    before, names = before or (None,) * len(choices), names or [str(i) for i in range(len(choices))]
    fair = _fair(choices, sizes or [1 + max((p for own in choices for p in own), default=0)] * len(choices))
    best: Places = (None,) * len(choices)
    least: Unfairness = (inf, 0, 0)
    for n in range(TRIES):
        places, found = _settled(choices, f"{seed}/{n}" if n else seed, fair, before, names)
        if found < least:
            best, least = places, found
        if not any(least[:2]):
            break
    return best


def _settled(
    choices: Sequence[tuple[int, ...]], seed: str, fair: dict[int, float], before: Sequence[int | None], names: Sequence[str]
) -> tuple[Places, Unfairness]:
    """Begin with each item's own place, and change or exchange places as long as that makes the whole fairer."""
    places: Places = tuple(
        min(own, key=lambda p: (p == old, place(seed, f"{name}/{p}"))) if own else None
        for own, old, name in zip(choices, before, names, strict=True)
    )
    turn = sorted(range(len(choices)), key=lambda i: place(seed, names[i]))
    found = _unfairness(places, fair, before)
    for _ in range(STEPS):
        better = next((other for other in _moves(choices, places, turn) if _unfairness(other, fair, before) < found), None)
        if not any(found) or better is None:
            break
        places, found = better, _unfairness(better, fair, before)
    return places, found


def _moves(choices: Sequence[tuple[int, ...]], places: Places, turn: Sequence[int]) -> Iterator[Places]:
    """Give every way to change one place, or to exchange two."""
    for i in turn:
        yield from (_put(places, {i: p}) for p in choices[i] if p != places[i])
    for n, i in enumerate(turn):
        for j in turn[:n]:
            if places[i] != places[j] and places[j] in choices[i] and places[i] in choices[j]:
                yield _put(places, {i: places[j], j: places[i]})


def _put(places: Places, changed: dict[int, int | None]) -> Places:
    return tuple(changed.get(i, p) for i, p in enumerate(places))


def _fair(choices: Sequence[tuple[int, ...]], sizes: Sequence[int]) -> dict[int, float]:
    """How often each place would be right by chance."""
    most = max(sizes, default=0)
    return {p: fsum(1 / size for own, size in zip(choices, sizes, strict=True) if own and p < size) for p in range(most)}


def _unfairness(places: Places, fair: dict[int, float], before: Sequence[int | None]) -> Unfairness:
    used = Counter(p for p in places if p is not None)
    beyond = fsum(max(0.0, abs(used[p] - fair[p]) - NEAR) for p in fair)
    copied = sum(p is not None and p == old for p, old in zip(places, before, strict=True))
    return (round(beyond, 6), sum(1 for _ in patterns(places)), copied)


def patterns(places: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Find runs over three and short cycles among the keys: the index at which each begins, and its period."""
    keys = [p for p in places if p is not None]
    for period, length in PATTERNS:
        for start in range(len(keys) - length + 1):
            window = keys[start : start + length]
            if window[period:] == window[:-period]:
                yield start, period
