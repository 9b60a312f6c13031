"""An item and a seed → what a learner sees: one file per answer format, each with a `FORMAT`.

To add one: write `formats/NAME.py` with `FORMAT = AnswerFormat(...)`, name it in `items.Format`, write `grading/NAME.py`, the
worksheet's layout and the deck's card, and a sample in tests/samples.py; the conformance tests name what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from quizgen.formats._options import letter
from quizgen.items import Distractor, Item
from quizgen.registry import discover

Answer = int | bool | str | tuple[int, ...] | tuple[tuple[int, int], ...] | Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item as it is put to a learner.

    options    multiple choice and response: the options; ordering and sorting: the things, shuffled
    premises   matching: the left column;  responses  matching: the right column, extras among them
    groups     sorting: the groups in the order of the sides
    answer     multiple_choice: index; multiple_response: (index, …); true_false: bool; matching: ((i, j), …);
               ordering: (index, …) in right order; sorting: {group: (index, …)}; open: (); else the key's text
    """

    item: Item
    points: int
    answer: Answer
    options: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    responses: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def _anywhere(_item: Item) -> tuple[int, ...]:
    """Leave the place of the key open."""
    return ()


def _whole(item: Item, _seed: str) -> Item:
    """Put an item as it is."""
    return item


def _nothing(_drawn: Drawn) -> tuple[str, ...]:
    """Print nothing below the stem."""
    return ()


@dataclass(frozen=True, slots=True)
class AnswerFormat:
    """What the stages need to know of one answer format.

    `title` and `instruction` head a section of a sheet. `breaches(item)`: a sentence for each way in which an item is not of
    this shape. `draw(item, seed, slot)`: the item as put to a learner, its key at place `slot` if the format has `slots(item)`,
    the places (from 0) that the key can take. `narrow(item, seed)`: the item with those of its parts only that a sheet of that
    seed puts, so that each form puts the same. `is_sound(drawn)`: whether the answer, read back from what is printed, is the
    item's key (rule 39). `lines`: what stands below the stem, in plain text. `answer_text`: the right answer in words.
    `is_free`: answered in one's own words, so that other items may give it away (rule 36). `is_open`: no single answer is right, so
    that nothing is solved or graded and a person marks it by the notes: on printed sheets only.
    """

    title: str
    instruction: str
    breaches: Callable[[Item], Iterator[str]]
    draw: Callable[[Item, str, int | None], Drawn]
    is_sound: Callable[[Drawn], bool]
    answer_text: Callable[[Drawn], str]
    lines: Callable[[Drawn], tuple[str, ...]] = _nothing
    slots: Callable[[Item], tuple[int, ...]] = _anywhere
    narrow: Callable[[Item, str], Item] = _whole
    is_free: bool = False
    is_open: bool = False


def all_formats() -> dict[str, AnswerFormat]:
    """Give every answer format by name."""
    return discover("quizgen.formats", "FORMAT", AnswerFormat)


def format_of(item: Item | Drawn) -> AnswerFormat:
    """Give the answer format of an item; KeyError if no file describes it."""
    return all_formats()[(item.item if isinstance(item, Drawn) else item).format]


def is_open(item: Item | Drawn) -> bool:
    """Whether no single answer to an item is right: it stands on printed sheets only, and a person marks it."""
    return format_of(item).is_open


def narrow(item: Item, seed: str) -> Item:
    """Choose which of its options a sheet puts; numbers and dates keep all, as their choice hangs on the key's place."""
    return format_of(item).narrow(item, seed)


def draw(item: Item, seed: str, slot: int | None = None) -> Drawn:
    """Draw an item: the same seed gives the same options in the same order."""
    return format_of(item).draw(item, seed, slot)


def breaches(item: Item) -> tuple[str, ...]:
    """Say in which ways an item is not of the shape that its format asks for."""
    return tuple(format_of(item).breaches(item))


def verify(drawn: Drawn) -> None:
    """Read the answer back from what is printed; ValueError, a bug of quizgen, unless it is the item's key (rule 39)."""
    if not format_of(drawn).is_sound(drawn):
        raise ValueError(f"the drawn answer {drawn.answer!r} is not the key of {drawn.item.id}")


def lines(drawn: Drawn) -> tuple[str, ...]:
    """Render in plain text what stands below the stem: options, columns, things to order."""
    return format_of(drawn).lines(drawn)


def answer_text(drawn: Drawn) -> str:
    """Give the right answer in words, with its letter where it has one."""
    return format_of(drawn).answer_text(drawn)


__all__ = [
    "Answer",
    "AnswerFormat",
    "Drawn",
    "all_formats",
    "answer_text",
    "breaches",
    "draw",
    "format_of",
    "is_open",
    "letter",
    "lines",
    "verify",
]


def seen(drawn: Drawn) -> Item:
    """Make the item that stands on paper: with the options printed, and the answer that the key gives."""
    key, pairs = _told(drawn)
    known = {d.text: d for d in drawn.item.distractors}
    right = {*key, *(text for pair in pairs for text in pair)}
    wrong = (known.get(text, Distractor(text, "", "")) for text in (*drawn.options, *drawn.responses) if text not in right)
    return replace(drawn.item, key=key, pairs=pairs, distractors=tuple(wrong))


def _told(drawn: Drawn) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Read the key and the pairs off the answer."""
    match drawn.answer:
        case bool() | str() as answer:
            return (str(answer),), ()
        case int() as place:
            return (drawn.options[place],), ()
        case tuple() as places:
            matched = ((drawn.premises[p[0]], drawn.responses[p[1]]) for p in places if isinstance(p, tuple))
            return tuple(drawn.options[p] for p in places if isinstance(p, int)), tuple(matched)
        case groups:
            return (), tuple((drawn.options[p], group) for group, places in groups.items() for p in places)
