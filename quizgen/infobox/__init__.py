"""Infobox fields → the campaign that they tell of, and what was not understood of them.

Each field's grammar is a module here, with its table of cases beside its test; `keys` says which key fills which field.
A grammar gives its values and its diagnostics; to add one, write it, and call it in `read_infobox`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from quizgen.article import FIELDS, Article, Field, Text
from quizgen.diagnostics import Diagnostic, note, warning
from quizgen.infobox.context import read_part_of, read_place
from quizgen.infobox.dating import read_date
from quizgen.infobox.doubts import contested, is_unsure
from quizgen.infobox.figures import read_casualties, read_strength
from quizgen.infobox.keys import LOOKS, UNUSED, field_of, fold, is_civil, nearest
from quizgen.infobox.leftovers import leftovers
from quizgen.infobox.orders import read_units
from quizgen.infobox.people import read_people
from quizgen.infobox.pieces import brief
from quizgen.infobox.powers import read_powers
from quizgen.infobox.results import read_result
from quizgen.model import Belligerent, Campaign, Commander, DatedText, Estimate, Result, Side, Sourced, Unit, slug
from quizgen.naming import has_fought

T = TypeVar("T")
LONGEST = 10_000  # characters of a field that are read; the longest field of 94 articles has 1,300
MEMBERS = 300  # that are read of a list


@dataclass(slots=True)
class _Box:
    """The fields by name and side number, and the diagnostics so far."""

    fields: dict[tuple[str, str], list[Text]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: dict[tuple[str, str], tuple[Text, ...]] = field(default_factory=dict)

    def said(self, read: tuple[T, Iterable[Diagnostic]]) -> T:
        """Keep the diagnostics of a reading, give its value."""
        self.diagnostics.extend(read[1])
        return read[0]

    def some(self, read: tuple[Sequence[T], Iterable[Diagnostic]], text: Text) -> Sequence[T]:
        """As `said`; of a list no more than `MEMBERS`."""
        found = self.said(read)
        if len(found) > MEMBERS:
            self.diagnostics.append(warning(text.span(), "R206", f"only the first {MEMBERS} members of the list are read"))
        return found[:MEMBERS]

    def texts(self, name: str, side: str = "") -> Sequence[Text]:
        """What the box says of a field."""
        return self.fields.get((name, side), [])


def read_infobox(article: Article) -> tuple[Campaign, tuple[Diagnostic, ...]]:
    """Read all that the infobox says; the fields of the prose are left empty.

    Sides stand by number; a lower number with nothing in the box is kept, empty. Diagnostics are in source order.
    """
    rest, article = article.fields[FIELDS:], replace(article, fields=article.fields[:FIELDS])
    box = _sorted_fields(article.fields)
    if rest:
        box.diagnostics.append(warning(rest[0].value.span(), "R206", f"only the first {FIELDS:,} fields of the box are read"))
    numbers = _numbers(box)
    sides = _with_ids(tuple(_side(box, number) for number in numbers))
    date, date_notes = _date(box)
    place = next(filter(None, map(read_place, box.texts("place"))), None)
    result, outcomes = _result(box, sides, date, place.value if place else "")
    campaign = Campaign(
        id=slug(article.title.value),
        name=article.name,
        title=Sourced(article.title.value, article.title.quote(article.title.value)),
        page=article.page,
        as_of=article.as_of,
        civil=any(is_civil(entry.key) for entry in article.fields),
        date=date,
        date_notes=date_notes,
        place=place,
        part_of=tuple(name for text in box.texts("part_of") for name in read_part_of(text)),
        result=result,
        outcomes=outcomes,
        sides=sides,
        civilian_casualties=_civilians(box, numbers),
    )
    campaign = replace(campaign, contradictions=tuple(contested(article.fields, campaign)))
    box.diagnostics.extend(leftovers(article, campaign, (*article.diagnostics, *box.diagnostics)))
    return campaign, tuple(sorted(box.diagnostics, key=lambda diagnostic: diagnostic.span))


def _sorted_fields(fields: Sequence[Field]) -> _Box:
    box = _Box()
    seen: dict[str, int] = {}
    for entry in fields:
        key, span = fold(entry.key), entry.value.span()
        known = field_of(entry.key)
        if not key:
            box.diagnostics.append(warning(span, "R203", brief(f'"{entry.value.value}" has no key'), 'write "- Key: value"'))
        elif key in seen:
            hint = f"line {seen[key]} has it too, and is the one that counts"
            box.diagnostics.append(warning(span, "R202", f'the key "{entry.key}" stands twice', hint))
        elif known:
            box.fields.setdefault(known, []).append(_bounded(entry.value, box))
            box.notes[known] = (*box.notes.get(known, ()), *entry.notes)
        elif key in UNUSED:
            box.diagnostics.append(note(span, "R204", f'the model has no place for "{entry.key}"'))
        elif key not in LOOKS:
            near = nearest(entry.key)
            box.diagnostics.append(warning(span, "R201", f'unknown key "{entry.key}"', f'did you mean "{near}"?' if near else ""))
        seen.setdefault(key, entry.value.line)
    return box


def _bounded(text: Text, box: _Box) -> Text:
    """Cut off what no real field has, so that hostile text costs no more than its size."""
    if len(text.value) <= LONGEST:
        return text
    end = max(0, *(text.value.rfind(sign, 0, LONGEST) for sign in " ,\n"))  # no word is cut in two
    box.diagnostics.append(warning(text.span(end), "R206", f"only the first {LONGEST:,} characters of the field are read"))
    return replace(text, value=text.value[: end or LONGEST])


def _numbers(box: _Box) -> tuple[str, ...]:
    """The sides: up to the highest number that says more than casualties; a third "side" with nothing else is civilians."""
    sided = {int(number) for (name, number), _ in box.fields.items() if number and (name != "casualties" or number in "12")}
    return tuple(str(number) for number in range(1, max(sided, default=0) + 1))


def _side(box: _Box, number: str) -> Side:
    powers = _all(box.some(read_powers(text), text) for text in box.texts("belligerents", number))
    unsure = is_unsure(box.notes.get(("units", number), ()))
    legends = box.notes.get(("commanders", number), ())
    fought = [power.name for power in powers if has_fought(power)]
    joint = len(fought) > 1
    units = _all(box.some(read_units(text, fought), text) for text in box.texts("units", number))
    return Side(
        id=number,
        belligerents=powers,
        commanders=_all(box.some(read_people(text, legends, fought), text) for text in box.texts("commanders", number)),
        units=tuple(replace(unit, placeholder=unit.placeholder or unsure) for unit in units),
        strength=_figures(box.some(read_strength(text, is_joint=joint), text) for text in box.texts("strength", number)),
        casualties=_figures(box.some(read_casualties(text, is_joint=joint), text) for text in box.texts("casualties", number)),
    )


def _all(read: Iterable[Sequence[T]]) -> tuple[T, ...]:
    return tuple(leaf for leaves in read for leaf in leaves)


def _figures(read: Iterable[Sequence[Estimate]]) -> tuple[Estimate, ...]:
    """Join figures of several fields; `within` counts over all of them."""
    joined: list[Estimate] = []
    for figures in read:
        base = len(joined)
        joined += (figure if figure.within is None else replace(figure, within=figure.within + base) for figure in figures)
    return tuple(joined)


def _civilians(box: _Box, numbers: Sequence[str]) -> tuple[Estimate, ...]:
    """The figures of men in a casualties field that belongs to no side, if it speaks of civilians."""
    found: list[Estimate] = []
    for (name, number), texts in box.fields.items():
        for text in texts if name == "casualties" and number not in numbers else ():
            figures = box.said(read_casualties(text))
            if "civilian" in text.value.casefold():
                found += figures
            else:
                box.diagnostics.append(
                    warning(text.span(), "R205", "these casualties belong to no side of the box", "set them in the .fix.yaml")
                )
    return tuple(found)


def _date(box: _Box) -> tuple[DatedText | None, tuple[Sourced, ...]]:
    for text in box.texts("date"):
        date, notes, diagnostics = read_date(text, box.notes.get(("date", ""), ()))
        box.diagnostics.extend(diagnostics)
        return date, notes
    return None, ()


def _result(box: _Box, sides: Sequence[Side], date: DatedText | None, place: str) -> tuple[Result | None, tuple[Sourced, ...]]:
    for text in box.texts("result"):
        result, outcomes, diagnostics = read_result(text, sides, date.value if date else None, place)
        box.diagnostics.extend(diagnostics)
        return result, outcomes
    return None, ()


def _with_ids(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Give each name its entity key: its slug, of units its path; a second one of the same key gets "-2"."""
    taken: dict[str, dict[str, int]] = {"belligerents": {}, "commanders": {}, "units": {}}
    keyed = []
    for side in sides:
        belligerents = tuple(_keyed(leaf, slug(leaf.name), taken["belligerents"]) for leaf in side.belligerents)
        commanders = tuple(_keyed(leaf, slug(leaf.name), taken["commanders"]) for leaf in side.commanders)
        paths = zip(side.units, side.paths(*side.units), strict=True)
        units = tuple(_keyed(leaf, "/".join(map(slug, path)), taken["units"]) for leaf, path in paths)
        keyed.append(replace(side, belligerents=belligerents, commanders=commanders, units=units))
    return tuple(keyed)


Leaf = TypeVar("Leaf", Belligerent, Commander, Unit)


def _keyed(leaf: Leaf, key: str, taken: dict[str, int]) -> Leaf:
    """The leaf with its key; `taken` holds the keys given so far, and the number last tried for each."""
    free = key
    while free in taken:
        taken[key] += 1
        free = f"{key}-{taken[key]}"
    taken[free] = 1
    return replace(leaf, id=free)
