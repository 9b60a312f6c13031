"""Items, a blueprint and a seed → a quiz: which items, in which order, with which options where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from quizgen.balance import balanced
from quizgen.draw import ordered
from quizgen.formats import Answer, Drawn, draw, format_of, letter, verify
from quizgen.items import Format, Item
from quizgen.model import Campaign
from quizgen.selection import Blueprint, choose, eligible, left_out


@dataclass(frozen=True, slots=True)
class Quiz:
    """A drawn quiz or one form of a sheet. `sources` are the names of the campaigns, `titles` their titles."""

    seed: str
    items: tuple[Drawn, ...]
    sources: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    form: str = ""
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
    items: Iterable[Item], blueprint: Blueprint, seed: str | int, forms: int = 1, campaigns: Sequence[Campaign] = ()
) -> tuple[Quiz, ...]:
    """Draw a quiz in `forms` forms: the same items, in sections by format, with items and options in another order in each.

    The same arguments give the same quiz; the first form of several holds what a single one would. Every answer is read back
    after shuffling. Raises QuizgenError A101 if too few items can stand together.
    """
    chosen = choose(items, blueprint, str(seed))
    names, titles = tuple(c.name for c in campaigns), tuple(c.title.value for c in campaigns)
    drawn: list[tuple[Drawn, ...]] = []
    for n in range(forms):
        drawn.append(tuple(_draw(chosen, f"{seed}/{letter(n).upper()}", drawn)))
    return tuple(
        Quiz(str(seed), items, names or tuple(dict.fromkeys(item.campaign for item in chosen)), titles, _form(n, forms))
        for n, items in enumerate(drawn)
    )


def _form(n: int, forms: int) -> str:
    return letter(n).upper() if forms > 1 else ""


def _draw(chosen: Sequence[Item], seed: str, earlier: Sequence[tuple[Drawn, ...]]) -> Iterator[Drawn]:
    order = _order(chosen, seed, [[drawn.item for drawn in form] for form in earlier])
    answers = {drawn.item: drawn.answer for drawn in earlier[-1]} if earlier else {}
    before = [answer if isinstance(answer := answers.get(item), int) else None for item in order]
    for item, slot in zip(order, balanced([format_of(item).slots(item) for item in order], seed, before), strict=True):
        drawn = draw(item, seed, slot)
        verify(drawn)
        yield drawn


def _order(chosen: Sequence[Item], seed: str, earlier: Sequence[Sequence[Item]]) -> list[Item]:
    """Order the items by section and keyed hash; a section that stands so in another form is turned by one."""
    order: list[Item] = []
    for form in Format:
        section = ordered(seed, (item for item in chosen if item.format is form), key=lambda item: item.id)
        if any(section == [item for item in other if item.format is form] for other in earlier):
            section = [*section[1:], *section[:1]]
        order += section
    return order


__all__ = ["Answer", "Blueprint", "Drawn", "Quiz", "Section", "assemble", "eligible", "left_out", "sections"]
