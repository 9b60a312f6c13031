"""Items, a blueprint and a seed → a quiz: which items, in which order, with which options where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, product

from quizgen.balance import balanced
from quizgen.clashes import Card
from quizgen.draw import ordered
from quizgen.formats import Answer, Drawn, draw, format_of, is_open, letter, seen, verify
from quizgen.items import Format, Item
from quizgen.model import Campaign
from quizgen.parallel import pick_parallel
from quizgen.questions import Figure
from quizgen.rules import check_sheet
from quizgen.rules.truth import solver_finds_the_key
from quizgen.selection import Blueprint, eligible, left_out, pick
from quizgen.solver import figure_of, is_read
from quizgen.swapping import exchange
from quizgen.world import load

DRAWS = 8  # tried until one keeps every rule on sheets: an odd draw in a hundred does not


@dataclass(frozen=True, slots=True)
class Quiz:
    """A drawn quiz or one form of a sheet. `sources` are the names of the campaigns, `titles` their titles.

    `student`: whom the form is for, if it is for one alone.
    """

    seed: str
    items: tuple[Drawn, ...]
    sources: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    form: str = ""
    student: str = ""
    credits: tuple[str, ...] = field(default=())

    @property
    def points(self) -> int:
        """What it is worth in all."""
        return sum(drawn.points for drawn in self.items)


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one format on a sheet, under one heading; each with its number on the sheet, from 1."""

    title: str
    instruction: str
    items: tuple[tuple[int, Drawn], ...]

    @property
    def points(self) -> int:
        """What the section is worth."""
        return sum(drawn.points for _, drawn in self.items)


def sections(quiz: Quiz) -> tuple[Section, ...]:
    """Part a quiz into its sections, in its order."""
    runs = groupby(enumerate(quiz.items, 1), key=lambda numbered: format_of(numbered[1]))
    return tuple(Section(form.title, form.instruction, tuple(items)) for form, items in runs)


def assemble(
    items: Iterable[Item],
    blueprint: Blueprint,
    seed: str | int,
    forms: int = 1,
    campaigns: Sequence[Campaign] = (),
    *,
    swap: Mapping[str, str] | None = None,
    parallel: bool = False,
    beside: Sequence[Campaign] = (),
) -> tuple[Quiz, ...]:
    """Draw a quiz in `forms` forms: the same items with the same options, in sections by format, both in another order in each.

    Of numbers and dates the options of a form hang on the place of its key. `parallel` forms ask other facts, item for item of equal
    type and difficulty. `swap`: ids of items that another one stands in for, at its place. The same arguments give the same quiz; the
    first form of several holds what a single one would. Every answer is read back after shuffling, and solved where campaigns are
    given, with those `beside` which the items were asked. Raises QuizgenError A101 to A105 if no such items can stand together.
    """
    items = tuple(items)
    swap = {old: new for old, new in (swap or {}).items() if blueprint.is_printed or not any(i.id == new and is_open(i) for i in items)}
    aim = replace(blueprint, reserve=tuple(swap.values()))
    drawn_from = _picked(items, aim, str(seed), campaigns, forms, parallel=parallel)
    drawn: list[tuple[Drawn, ...]] = []
    for n, form in enumerate(drawn_from):
        chosen = exchange(form, swap, items, aim, str(seed), campaigns)
        drawn.append(tuple(_draw(chosen, f"{seed}/{letter(n).upper()}", drawn, {new: old for old, new in swap.items()})))
    prove((one for form in drawn for one in form), (*campaigns, *beside))
    return tuple(_quiz(form, seed, letter(n).upper() * (forms > 1), campaigns) for n, form in enumerate(drawn))


def _picked(
    items: tuple[Item, ...], aim: Blueprint, seed: str, campaigns: Sequence[Campaign], forms: int, *, parallel: bool
) -> tuple[tuple[Card, ...], ...]:
    """Pick the items of each form: of several draws the first that keeps every rule on sheets; if none does, the first of all."""
    first: tuple[tuple[Card, ...], ...] = ()
    for n in range(DRAWS):
        own = f"{seed}/{n}" if n else seed
        picked = pick_parallel(items, aim, own, campaigns, forms) if parallel else (pick(items, aim, own, campaigns),) * forms
        first = first or picked
        if not campaigns or not any(_breaches(form, seed, campaigns) for form in dict.fromkeys(picked)):
            return picked
    return first


def _breaches(form: tuple[Card, ...], seed: str, campaigns: Sequence[Campaign]) -> bool:
    return bool(check_sheet(tuple(_draw(form, f"{seed}/A", (), {})), load(*campaigns)))


def _quiz(drawn: tuple[Drawn, ...], seed: str | int, form: str, campaigns: Sequence[Campaign]) -> Quiz:
    names, titles = tuple(c.name for c in campaigns), tuple(c.title.value for c in campaigns)
    return Quiz(str(seed), drawn, names or tuple(dict.fromkeys(one.item.campaign for one in drawn)), titles, form)


def _draw(chosen: Sequence[Card], seed: str, earlier: Sequence[tuple[Drawn, ...]], seats: Mapping[str, str]) -> Iterator[Drawn]:
    order = _order(chosen, seed, [[drawn.item.id for drawn in form] for form in earlier], seats)
    answers = {drawn.item.id: drawn.answer for drawn in earlier[-1]} if earlier else {}
    before = [answer if isinstance(answer := answers.get(card.item.id), int) else None for card in order]
    slots, names = [tuple(sorted(card.places)) for card in order], [seats.get(card.item.id, card.item.id) for card in order]
    for card, slot in zip(order, balanced(slots, seed, before, names, [card.size for card in order]), strict=True):
        drawn = replace(draw(card.put, seed, slot), item=card.item)
        verify(drawn)
        yield drawn


def _order(chosen: Sequence[Card], seed: str, earlier: Sequence[Sequence[str]], seats: Mapping[str, str]) -> list[Card]:
    """Order the items by section and keyed hash; a section that stands so in another form is turned by one.

    `seats`: of an item that stands in for another, the id whose place it takes.
    """
    order: list[Card] = []
    for form, figure in product(Format, Figure):
        own = (card for card in chosen if card.item.format is form and figure_of(card.item) is figure)
        section = ordered(seed, own, key=lambda card: seats.get(card.item.id, card.item.id))
        ids = [card.item.id for card in section]
        if any(ids == [id_ for id_ in other if id_ in set(ids)] for other in earlier):
            section = [*section[1:], *section[:1]]
        order += section
    return order


def prove(drawn: Iterable[Drawn], campaigns: Sequence[Campaign]) -> None:
    """Solve what a learner sees, from the model and the text alone; ValueError, a bug, unless each answer is found (rule 39).

    What forms put alike but for its order is solved once. A stem that no template reads is a person's own, and was only read back.
    """
    world = load(*campaigns) if campaigns else None
    for item in dict.fromkeys(_unordered(seen(one)) for one in drawn) if world else ():
        if world and (found := next(solver_finds_the_key(item, world), "")) and is_read(world, item):
            raise ValueError(f"a drawn form of {item.id} is not sound: {found}")


def _unordered(item: Item) -> Item:
    """Put the parts of an item in an order of their own, but for a right order that is asked for."""
    key = item.key if item.format is Format.ORDERING else tuple(sorted(item.key))
    return replace(item, key=key, pairs=tuple(sorted(item.pairs)), distractors=tuple(sorted(item.distractors, key=lambda d: d.text)))


__all__ = ["Answer", "Blueprint", "Drawn", "Quiz", "Section", "assemble", "eligible", "left_out", "sections"]
