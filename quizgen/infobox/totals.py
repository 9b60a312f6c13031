"""The figures of one field, read one by one → the same figures with what only their neighbours tell: claimants, and totals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quizgen.infobox.claims import is_acronym
from quizgen.infobox.kinds import PERSONAL
from quizgen.model import Estimate

_ASIDE = re.compile(r"\(([^()]*)\)")
_NAMED = re.compile(r"(?:the )?(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}|government|rebels?|opposition|army|police)")
_SEVERAL = re.compile(r"\b(?:estimates|sources|historians|scholars|accounts)$", re.IGNORECASE)
_MOST = 8  # figures on each side of a total that may be its parts


def rivals(figures: Sequence[Estimate]) -> list[Estimate]:
    """Take a lone acronym or name beside a figure for its claimant where a rival of that kind stands: "(SOHR)", "(Herodotus)"."""
    found = list(figures)
    kinds = Counter(map(_what, found))
    claimed = {_what(figure) for figure in found if figure.claimed_by}
    for at, figure in enumerate(found):
        kind = _what(figure)
        is_open = not figure.claimed_by or _SEVERAL.search(figure.claimed_by)  # "Modern estimates: 1,000 killed (Laband)"
        for aside in _ASIDE.findall(figure.text) if is_open and kinds[kind] > 1 else ():
            if is_acronym(aside) or (kind in claimed and _NAMED.fullmatch(aside)):
                found[at] = replace(figure, claimed_by=aside)
                claimed.add(kind)
    return found


def _what(figure: Estimate) -> tuple[str, str | None]:
    """What a figure counts: "50,000" and "86,400 men" are rivals."""
    return figure.kind, None if figure.of in ("men", "soldiers", "troops", "personnel") else figure.of


def held(figures: Sequence[Estimate], depths: Sequence[tuple[int, int]]) -> list[Estimate]:
    """Mark the parts of each total: what is bulleted below it in its run, or the figures beside it that add up to it.

    `depths` gives for each figure its depth of bullets and the number of its run, from one heading to the next.
    """
    found = list(figures)
    for at in range(len(found)):
        whole = found[at]
        if whole.kind not in PERSONAL or whole.within is not None or whole.low is None:
            continue
        for part in _below(found, depths, at):
            found[part] = replace(found[part], within=at)
        if whole.kind == "casualties":
            for part in _adding_up(found, at):
                found[part] = replace(found[part], within=at)
    return found


def overrun(figures: Sequence[Estimate]) -> list[int]:
    """Where the last of these is a sum of those before it, yet less than they are together, though more than each: all their places."""
    *parts, whole = [at for at, figure in enumerate(figures) if figure.within is None and not figure.who] or [-1]
    end = figures[whole] if parts else None
    if not end or end.kind != "casualties" or end.of or not end.low or end.low != end.high:
        return []
    own = [at for at in parts if figures[at].kind in PERSONAL and figures[at].claimed_by == end.claimed_by]
    counts = [figures[at].low or 0 for at in own]
    return [*own, whole] if len(own) > 1 and max(counts) < end.low < sum(counts) else []


def _below(found: Sequence[Estimate], depths: Sequence[tuple[int, int]], at: int) -> list[int]:
    depth, run = depths[at]
    below = []
    for index in range(at + 1, len(found)):
        if depths[index][1] != run or depths[index][0] <= depth:
            break
        if found[index].kind in PERSONAL and found[index].within is None:
            below.append(index)
    return below


def _adding_up(found: Sequence[Estimate], at: int) -> list[int]:
    """The figures of men right after a total, or right before it, that add up to it exactly; none if none do."""
    whole = found[at]
    for indices in (range(at + 1, min(at + 1 + _MOST, len(found))), range(at - 1, max(at - 1 - _MOST, -1), -1)):
        total = 0
        parts: list[int] = []
        for index in indices:
            part = found[index]
            if part.kind not in PERSONAL or part.low is None or part.low != part.high:
                break
            if part.within is None:
                total, parts = total + part.low, [*parts, index]
                if total == whole.low == whole.high and len(parts) > 1:
                    return parts
    return []
