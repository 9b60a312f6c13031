"""Blocks in order → pages: none is split, none that belongs to the next is left at a foot, the last page is not near-empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import fsum

from quizgen.writers._print.blocks import Block
from quizgen.writers._print.pen import Pen

SHORT = 0.3  # a last page filled less than this is avoided
TIGHT = 0.7  # how far gaps may shrink to save such a page
LOOSE = 6.0  # points by which a gap may grow to fill a page


@dataclass(frozen=True, slots=True)
class Flow:
    """A block on its way to a page: the gap above it (none at the head of a page), whether it must stay with the next.

    `section`: the words under which a part of the document begins with it; `within`: the role of what it and its neighbours make
    up together, such as a list.
    """

    block: Block
    gap: float = 0.0
    keep: bool = False
    code: str = ""
    number: int = 0
    section: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Flows with the distance of each from the top of the text area."""

    placed: tuple[tuple[float, Flow], ...]


class TooTallError(Exception):
    """A block does not fit on any page."""

    def __init__(self, flow: Flow, height: float, capacity: float) -> None:
        self.flow, self.height, self.capacity = flow, height, capacity
        super().__init__(f"{height:.0f} points on a page of {capacity:.0f}")


Chain = tuple[Flow, ...]


def paginate(flows: Iterable[Flow], capacity: float) -> tuple[Page, ...]:
    """Fill pages of `capacity` points; raises TooTallError for a block that fits on none."""
    chains = _chains(_measured(flow) for flow in flows)
    for chain in chains:
        if _height(chain) > capacity:
            raise TooTallError(chain[-1], _height(chain), capacity)
    pages = _balanced(chains, capacity)
    return tuple(_page(page, capacity, is_last=number == len(pages)) for number, page in enumerate(pages, 1))


@dataclass(frozen=True, slots=True)
class _Measured:
    """A block whose height was added up once."""

    block: Block
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the block."""
        self.block.draw(pen, x, top)


def _measured(flow: Flow) -> Flow:
    return replace(flow, block=_Measured(flow.block, flow.block.height))


def _chains(flows: Iterable[Flow]) -> tuple[Chain, ...]:
    chains: list[Chain] = []
    open_chain = False
    for flow in flows:
        if open_chain:
            chains[-1] += (flow,)
        else:
            chains.append((flow,))
        open_chain = flow.keep
    return tuple(chains)


def _height(flows: Chain) -> float:
    """The height at the head of a page: without the first gap."""
    return fsum(flow.block.height + flow.gap for flow in flows) - flows[0].gap


def _fill(chains: Iterable[Chain], capacity: float) -> list[Chain]:
    pages: list[Chain] = []
    used = 0.0
    for chain in chains:
        height = _height(chain)
        if pages and used + chain[0].gap + height <= capacity:
            pages[-1] += chain
            used += chain[0].gap + height
        else:
            pages.append(chain)
            used = height
    return pages


def _balanced(chains: Sequence[Chain], capacity: float) -> list[Chain]:
    """Save a near-empty last page by tighter gaps, or fill it from the others by ending them earlier."""
    pages = _fill(chains, capacity)
    if len(pages) < 2 or _height(pages[-1]) >= SHORT * capacity:
        return pages
    tight = _fill([_tightened(chain) for chain in chains], capacity)
    if len(tight) < len(pages):
        return tight
    tallest = max(map(_height, chains))
    for percent in range(97, 40, -3):
        even = _fill(chains, max(capacity * percent / 100, tallest))
        if len(even) > len(pages):
            break
        if _height(even[-1]) >= SHORT * capacity:
            return even
    return pages


def _tightened(chain: Chain) -> Chain:
    return tuple(replace(flow, gap=flow.gap * TIGHT) for flow in chain)


def _page(flows: Chain, capacity: float, *, is_last: bool) -> Page:
    """Place the flows of a page; its gaps share what is left over, so that pages end level."""
    gaps = sum(flow.gap > 0 for flow in flows[1:])
    extra = 0.0 if is_last or not gaps else min(LOOSE, (capacity - _height(flows)) / gaps)
    placed: list[tuple[float, Flow]] = []
    at = 0.0
    for number, flow in enumerate(flows):
        at += (flow.gap + extra if flow.gap else 0.0) if number else 0.0
        placed.append((at, flow))
        at += flow.block.height
    return Page(tuple(placed))
