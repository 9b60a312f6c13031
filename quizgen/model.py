"""The campaign model: what one article says of one campaign, every leaf with its place in the source.

The shapes follow "read --format json" of the documentation. Unknown is None or an empty tuple, never a guess; rival
claims are all kept. `Sourced` holds a plain string field; every other leaf is a record with a `source` of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from quizgen.historical_date import HistoricalDate


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a source file: its base name, the line from 1, and text that stands on that line letter for letter."""

    file: str
    line: int
    quote: str

    def within(self, part: str) -> Quote:
        """The place of a part of it; all of it where markup stands within the part, so that it is not there letter for letter."""
        return Quote(self.file, self.line, part) if part in self.quote else self


@dataclass(frozen=True, slots=True)
class By:
    """Who set a leaf by hand, why, and on what reference ("Smith 2019, p. 12")."""

    who: str
    why: str = ""
    ref: str = ""


Source = Quote | By


@dataclass(frozen=True, slots=True)
class Sourced:
    """A string and where it comes from; of a conflict also its other names."""

    value: str
    source: Source
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The wiki page and revision that a campaign was read from; unknown parts are empty."""

    site: str = ""
    title: str = ""
    page_id: int | None = None
    revision: int | None = None
    url: str = ""
    retrieved: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class DatedText:
    """The campaign's date."""

    value: HistoricalDate
    source: Source


@dataclass(frozen=True, slots=True)
class Aim:
    """What a side set out to do, as words that follow "to": "establish a new supply line into Aleppo city"."""

    text: str
    side: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Result:
    """How it ended: the winning side's id only where the result names a victor; degree words stay verbatim."""

    winner: str | None
    verdict: str | None
    degree: str | None
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Belligerent:
    """A power or group named as a party; `bloc` is the heading, or the power, that it stands under."""

    name: str
    source: Source
    note: str | None = None
    bloc: str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Commander:
    """A person in a commanders' list; a placeholder ("Unknown … commander") is kept and never asked about."""

    name: str
    source: Source
    rank: str | None = None
    role: str | None = None
    fate: str | None = None
    placeholder: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A formation in an order of battle; `parent` is the name of the unit it is listed under."""

    name: str
    source: Source
    parent: str | None = None
    placeholder: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure as claimed. `low` == `high` for one figure, both None for "unknown"; `within`: index of its total.

    `kind` is empty for a strength; for casualties killed, wounded, missing, captured, two of them
    ("killed_or_wounded"), casualties, or the materiel ("tanks lost"). `of` is what is counted, `who` the contingent.
    """

    text: str
    source: Source
    kind: str = ""
    low: int | None = None
    high: int | None = None
    at_least: bool = False
    at_most: bool = False
    approximate: bool = False
    of: str | None = None
    who: str | None = None
    claimed_by: str | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the conflict; `label` and `aliases` are the names that the prose uses for it."""

    id: str
    label: Sourced | None = None
    aliases: tuple[Sourced, ...] = ()
    belligerents: tuple[Belligerent, ...] = ()
    commanders: tuple[Commander, ...] = ()
    units: tuple[Unit, ...] = ()
    strength: tuple[Estimate, ...] = ()
    casualties: tuple[Estimate, ...] = ()

    def path(self, unit: Unit) -> tuple[str, ...]:
        """The names from the top of the order of battle down to the unit."""
        return next(self.paths(unit))

    def paths(self, *units: Unit) -> Iterator[tuple[str, ...]]:
        """The path of each unit."""
        above = {u.name: u.parent for u in self.units}
        for unit in units:
            path: tuple[str, ...] = (unit.name,)
            parent = unit.parent
            while parent and parent not in path:
                path, parent = (parent, *path), above.get(parent)
            yield path


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the prose; `dates` are the days it speaks of, none where the text does not settle them."""

    text: str
    section: str
    source: Source
    dates: tuple[HistoricalDate, ...] = ()


class EventKind(StrEnum):
    """What a dated statement reports: something done, something that was so, or something said."""

    ACTION = "action"
    STATE = "state"
    ANNOUNCEMENT = "announcement"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated statement of the prose. `by`: "by 3 August"; `caption`: a complete short statement from its slots, or None.

    `action` is a base verb of the closed list in prose/actions ("capture"); `side` the acting side's id; `actor` who
    acted where that is narrower than the side ("Russian Air Force"); `hedge` the words that weaken it ("reportedly").
    """

    kind: EventKind
    sentence: Sentence
    date: HistoricalDate | None = None
    by: bool = False
    side: str | None = None
    actor: str | None = None
    action: str | None = None
    object: str | None = None
    place: str | None = None
    hedge: str | None = None
    caption: str | None = None
    id: str = ""
    corrected: By | None = None

    @property
    def source(self) -> Source:
        """Where its sentence stands, or who corrected it."""
        return self.corrected or self.sentence.source


class ToldKind(StrEnum):
    """What of a sentence is asked for."""

    DATE = "date"
    FIGURE = "figure"
    PLACE = "place"
    PERSON = "person"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Told:
    """A part of a sentence that stands alone: `value` at `start` of `text`, which may be the sentence shortened.

    `of`: what a figure counts ("Italian tanks"), whom a name means, a day as EDTF, or a unit's sort ("Division", "cruiser").
    `named`: what else the sentence names. `is_measure`: a figure of a distance, a weight or a time.
    """

    sentence: Sentence
    text: str
    start: int
    value: str
    kind: ToldKind
    of: str = ""
    named: tuple[str, ...] = ()
    is_measure: bool = False

    @property
    def source(self) -> Source:
        """Where its sentence stands."""
        return self.sentence.source


class EntityKind(StrEnum):
    """What a name of the prose stands for."""

    PLACE = "place"
    GROUP = "group"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing under all its names; `maybe_same` names look-alikes that the text neither joins nor parts."""

    name: str
    kind: EntityKind
    source: Source
    aliases: tuple[str, ...] = ()
    maybe_same: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements of one source that do not agree; kept, never settled."""

    text: str
    values: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign. `id` is the slug of the page title, `name` the stem of its file; sides stand by number.

    `civil`: a coup, a protest or the like: its sides have leading figures who took part, no commanders who fought.
    """

    id: str
    name: str
    title: Sourced
    page: Page | None = None
    as_of: str | None = None
    civil: bool = False
    date: DatedText | None = None
    date_notes: tuple[Sourced, ...] = ()
    place: Sourced | None = None
    part_of: tuple[Sourced, ...] = ()
    aims: tuple[Aim, ...] = ()
    result: Result | None = None
    outcomes: tuple[Sourced, ...] = ()
    sides: tuple[Side, ...] = ()
    civilian_casualties: tuple[Estimate, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    events: tuple[Event, ...] = ()
    entities: tuple[Entity, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    see_also: tuple[Sourced, ...] = ()

    def side(self, number: str) -> Side:
        """The side of that id; KeyError if there is none."""
        for side in self.sides:
            if side.id == number:
                return side
        raise KeyError(number)

    def entity(self, name: str) -> Entity | None:
        """The entity that carries this name or alias."""
        return next((e for e in self.entities if name == e.name or name in e.aliases), None)


def names_of(entity: Entity) -> Iterator[str]:
    """Give all names of an entity, its own first."""
    yield entity.name
    yield from entity.aliases


_APART = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 14)
def slug(text: str) -> str:
    """Make an id of a name: case folded, accents stripped, every other character than letters and digits a hyphen."""
    folded = text.casefold()
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded.replace("đ", "d").replace("ø", "o").replace("ł", "l"))
        folded = "".join(c for c in apart if not unicodedata.combining(c))
    return _APART.sub("-", folded).strip("-")


@lru_cache(maxsize=1 << 16)
def norm(text: str) -> str:
    """Fold a text for comparison: NFKC, case, accents, punctuation and articles gone, spaces collapsed."""
    return " ".join(word for word in slug(unicodedata.normalize("NFKC", text)).split("-") if word not in ("a", "an", "the"))
