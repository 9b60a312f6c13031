"""Lists and sentences of an article → the units that they put directly under another formation than the infobox does.

A list gives formations and what stands under them; above a line is the nearest line or paragraph of less depth that names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.article import Article, Section, Text
from quizgen.grammar.alike import folded
from quizgen.grammar.names import split_rank
from quizgen.grammar.numerals import ORDINALS
from quizgen.model import Campaign, Contradiction, Sentence, Side, Unit

_NUMBER = rf"(?:\d+(?:st|nd|rd|th|TH)|[IVXL]{{1,6}}|{'|'.join(map(str.capitalize, ORDINALS))})"
_KINDS = (
    "Army|Army Group|Front|Fleet|Corps|Flotilla|Squadron|Division|Brigade|Group|Regiment|Battalion|Battery|Company|Platoon|Wing|Legion|"
    "Task Force|Force|Command|Detachment|Troops"
)
_FORMATION = re.compile(
    rf"(?:(?:{_NUMBER}|[A-Z][\w.'’/-]*|\([A-Z][\w ]*\)) )*?(?:(?:{_KINDS})\b(?: Group| [A-Z]\b)?|\w+(?:korps|armee)\b)"
    r"(?! Command| [Cc]ommander)"
)
_UNDER = re.compile(
    r",?(?: \([^()]*\))?,?(?: (?:was|were|had been|being|then|now|both|all))*"
    r" (?:(?:attached|assigned|subordinated?|transferred|belonging|seconded) to|part of|of|from|under(?: the command of)?) (?:the )?"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list and how far it is set in; a paragraph is set in by nothing."""

    text: Text
    depth: int


def misplaced(article: Article, campaign: Campaign, sentences: Sequence[Sentence]) -> Iterator[Contradiction]:
    """Give each unit of the infobox that a list or a sentence of the prose puts under another formation, with the place of both."""
    units = [(side, unit) for side in campaign.sides for unit in side.units if unit.parent and not unit.placeholder]
    lines = [_lines(article, section) for section in article.sections] if units else []
    for side, unit in units:
        found = (
            (other, line.text.quote(), "a list")
            for listed in lines
            for n, line in enumerate(listed)
            if (other := _above(unit, listed, n)) and not _is_in(other, side.path(unit)[:-1], side)
        )
        told = ((other, s.source, "the prose") for s in sentences if (other := _told_under(unit, s.text, side)))
        for other, source, where in (*found, *told):
            text = f"order of battle: {unit.name} stands under {unit.parent} in the infobox, under {other} in {where}"
            yield Contradiction(text, (unit.parent or "", other), (unit.source, source))
            break


def _lines(article: Article, section: Section) -> list[_Line]:
    """The lines of a section's lists and its paragraphs, in their order."""
    items = [_Line(item, _depth(article, item)) for item in section.items]
    return sorted((*items, *(_Line(p, 0) for p in section.paragraphs)), key=lambda line: line.text.line) if items else []


def _depth(article: Article, item: Text) -> int:
    raw = article.lines[item.line - 1] if item.line <= len(article.lines) else ""
    return max(1, len(raw) - len(raw.lstrip("*:#")))


def _above(unit: Unit, lines: Sequence[_Line], n: int) -> str | None:
    """The formation that a line which names the unit stands under, or names first; None if it names it not, or that is not told."""
    line = lines[n]
    if not line.depth or not _names(unit, line.text.value):
        return None
    head = _head(line.text.value)
    if head and not _names(unit, head):
        return head
    depth = line.depth
    for above in reversed(lines[:n]):
        if above.depth < depth:
            head = _head(above.text.value)
            if head or (not above.depth and not split_rank(above.text.value)[0]):
                return head
            depth = max(above.depth, 1)
    return None


def _head(text: str) -> str | None:
    """The formation that a line begins with: "V Corps" of "V Corps, Maj. Gen. A. Holt"."""
    found = _FORMATION.match(text.strip("'\" "))
    return found[0] if found else None


def _names(unit: Unit, text: str) -> bool:
    """Whether a line names a unit: by its name, or by its number and a name of another sort, as soldiers call it ("62nd Seabees")."""
    name = unit.name.split(" (")[0]
    if any(is_alike(name, said) for said in _said(text)):
        return True
    number = re.match(r"\d+(?:st|nd|rd|th)\b", name)
    other = re.search(rf"\b{number[0]} (?P<name>[A-Z]\w+s)\b(?! (?:{_KINDS})\b)", text) if number else None
    return bool(other)


def _said(text: str) -> Iterator[str]:
    """The names of formations in a line."""
    for part in re.split(r"[():,;–—]| and ", text):
        if found := _FORMATION.search(part.strip()):
            yield found[0]
        yield part.strip()


def is_alike(one: str, other: str) -> bool:
    """Whether two names may be of one formation: the same numbers and kind, and of other words no name has what the other lacks."""
    ours, theirs = ({*folded(name)} - {"u", "s", "us"} for name in (one, other))
    numbers = [{word for word in words if word.isdigit()} for words in (ours, theirs)]
    if not numbers[0]:
        return ours == theirs
    return numbers[0] == numbers[1] and (ours <= theirs or theirs <= ours) and bool(ours & theirs - numbers[0])


def _is_in(name: str, path: Sequence[str], side: Side) -> bool:
    """Whether a formation may be one that a unit stands under in the infobox, or above all of its side."""
    return any(is_alike(name, above) for above in path) or not (re.search(_NUMBER, name) or _is_listed(name, side))


def _is_listed(name: str, side: Side) -> bool:
    return any(is_alike(name, unit.name) for unit in side.units)


def _told_under(unit: Unit, text: str, side: Side) -> str | None:
    """The numbered formation, none of those above it in the infobox, that a sentence says a unit was of."""
    name = unit.name.split(" (")[0]
    for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) if name in text else ():
        under = _UNDER.match(text, found.end())
        other = _FORMATION.match(text, under.end()) if under else None
        if other and re.search(rf"\b{_NUMBER} ", other[0]) and not _is_in(other[0], side.path(unit), side):
            return other[0]
    return None
