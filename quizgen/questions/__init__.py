"""Question types, one file each, in a folder per family. A type says what to ask; the program does the rest.

To add one, write `questions/FAMILY/NAME.py` with `TYPE = QuestionType(...)`:
- `stems`: for each format that suits it a template or several; `{option}` is where an answer stands in a statement or cloze,
  `{the_x}` is slot x with "the" where its name takes it, and `{titled_x}` the same of a person ("the Duke of Bar", but "A. P. Hill");
- `cases(world)`: yields a `Case` for each fact to be asked: what fills the templates, the key, and candidates for distractors;
- `judge(world, slots, option, options)`: says from the model and the text alone whether an option is right.
Candidates that `judge` does not disprove are dropped; formats that cannot be made well are refused by the rules; the solver
reads each finished stem back through the templates and must find the key alone. Then write its cases: tests/questions/FAMILY/NAME.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from quizgen.draw import place
from quizgen.items import BLANK, Format
from quizgen.model import Campaign
from quizgen.naming import with_article, with_title
from quizgen.relations import Fact, Importance, Relation
from quizgen.world import World

Slots = Mapping[str, str]
SHAPES = {  # slots of a known shape, some of which may be empty
    "in_year": r"(?: \d+(?: BC)?)?",
    "before": ".*?",
    "rest": ".*?",
    "after": ".*?",
    "had": "(?:.+? (?:lost|suffered) )?",
    "does": "do|does",
    "when": r"(?:on which day|in which month|in which year)(?: of \d+(?: BC)?)?",
    "begin": "begin|end|take place",
    "began": "began|ended|took place",
    "the": "(?:the )?",
    "won": r"won(?: an? [\w -]+ victory in)?",
    "asks": "how many|what minimum number of",
    "bore": "had|lost|suffered",
    "by_box": r"(?: \((?:New|Old) Style\))?(?:, according to the infobox)?",
    "hedged": "(?:, or .*?,)?",
    "a_unit_in": "(?:an? .+? unit in )?",
}  # slots that may be empty, and how they look


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an option is right (None: the source does not settle it), on what ground, and why in words for a learner."""

    truth: bool | None
    ground: str = ""
    why: str = ""


TRUE = Verdict(True)
UNSETTLED = Verdict(None)


def false(ground: str, why: str) -> Verdict:
    """Disprove an option."""
    return Verdict(False, ground, why)


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to ask.

    `facts`: what it rests on, the first giving its source. `key`: the right answer, or all of them (multiple response), or the
    right order. `pairs`: matching and sorting. `pool`: candidates for wrong options, most plausible first. `formats`: narrows the
    type's formats for this case. `slot`: tells cases on the same facts apart in the item's id. `minor`: why it is but a detail,
    however much its facts weigh.
    """

    facts: tuple[Fact, ...]
    slots: Slots
    key: tuple[str, ...]
    pool: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    explanation: str = ""
    formats: frozenset[Format] = frozenset(Format)
    slot: str = ""
    sensitive: bool = False
    minor: str = ""


class Figure(StrEnum):
    """How what a question asks is drawn on paper, if it is more than its format."""

    NONE = ""
    TIMELINE = "timeline"
    TREE = "tree"


Judge = Callable[[World, Slots, str, tuple[str, ...]], Verdict]


@dataclass(frozen=True, slots=True)
class QuestionType:
    """A way to ask: one line on it, its templates by format, its cases and its judge.

    `closed`: its options are a closed set (two sides, before/during/after), so that fewer than three are allowed.
    `most`: how many distractors, and `rows`: how many right options or pairs, an item of it keeps at the most.
    `pairwise`: a distractor is judged beside the key alone, not beside all candidates. `figure`: how paper shows its items.
    """

    summary: str
    stems: Mapping[Format, tuple[str, ...]]
    cases: Callable[[World], Iterator[Case]]
    judge: Judge
    closed: bool = False
    most: int = 7
    rows: int = 6
    pairwise: bool = False
    figure: Figure = Figure.NONE


def fill(template: str, slots: Slots, option: str = BLANK) -> str:
    """Fill a template; `{the_x}` and `{titled_x}` put "the" before a slot's name if it takes it; the first letter is raised."""
    values = {**slots, "option": option}
    named = {f"the_{slot}": with_article(value) for slot, value in values.items()}
    titled = {f"titled_{slot}": with_title(value) for slot, value in values.items()}
    text = template.format(**values, **named, **titled)
    return text[:1].upper() + text[1:]


def read(template: str, stem: str) -> dict[str, str] | None:
    """Read a stem back: what fills each slot of the template ("the" of `{the_x}` left out), or None if it was not made from it."""
    match = _pattern(template).fullmatch(stem)
    if not match:
        return None
    return {_NAMED.sub("", slot): _bare(value) if _NAMED.match(slot) else value for slot, value in match.groupdict().items()}


_NAMED = re.compile("the_|titled_")


def _bare(name: str) -> str:
    return name[4:] if name[:4].casefold() == "the " else name


@cache
def _pattern(template: str) -> re.Pattern[str]:
    seen: set[str] = set()
    parts = []
    for literal, name in re.findall(r"([^{}]*)(?:\{(\w+)\})?", template):
        parts.append(re.escape(literal))
        if name:
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>{SHAPES.get(name, '.+?')})")
            seen.add(name)
    return re.compile("".join(parts), re.IGNORECASE)


def each(world: World, *relations: Relation) -> Iterator[tuple[Campaign, Fact]]:
    """Give every settled fact of these relations with its campaign; disputed ones are not asked."""
    return ((campaign, fact) for campaign in world.campaigns for fact in world.of(campaign, *relations) if not fact.disputed)


def weighed(facts: Iterable[Fact]) -> list[Fact]:
    """Order facts by importance, then by keyed hash: what is taken of them hangs on no order in the source, nor does the item's id."""
    return sorted(facts, key=lambda fact: (tuple(Importance).index(fact.importance), place("facts", fact.id)))
