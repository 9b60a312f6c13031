"""Words and blanks → lines no wider than a measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizgen.writers.worksheet.fonts import Face, clean, width
from quizgen.writers.worksheet.style import Style


@dataclass(frozen=True, slots=True)
class Atom:
    """What a line is made of: a word, or a blank of a given width that may hold an answer.

    `space`: a space stands before it, where a line may end; without one it clings to the atom before.
    """

    text: str
    face: Face
    width: float
    space: bool = True
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: its distance from the line's start, and for a blank a line under it."""

    x: float
    text: str
    face: Face
    width: float
    blank: bool = False


Line = tuple[Piece, ...]
_BREAK = re.compile(r"(?<!\b\d)(?<!\b\d\d) | (?![^\W\d])")  # a space, but not that of "5 August"


def words(text: str, style: Style, *, clings: bool = False) -> tuple[Atom, ...]:
    """Cut a text into words; with `clings` its first word stands right after what comes before."""
    cut = (word for word in _BREAK.split(clean(text)) if word)
    return tuple(Atom(word, style.face, width(word, style.face) * style.size, space=bool(i) or not clings) for i, word in enumerate(cut))


def blank(length: float, answer: str, *, space: bool = True) -> Atom:
    """Make a line to write on, `length` points long, with its answer in bold or empty."""
    return Atom(clean(answer), Face.BOLD, length, space=space, blank=True)


def lines(atoms: Iterable[Atom], style: Style, measure: float) -> tuple[Line, ...]:
    """Break atoms into lines; a word that is wider than the measure is broken where it must be."""
    gap = width(" ", style.face) * style.size
    done: list[Line] = []
    line: list[tuple[float, Atom]] = []
    at = 0.0
    for chain in _fitted(_chains(atoms), measure, style.size):
        long = sum(atom.width for atom in chain)
        x = at + gap if line and chain[0].space else at
        if line and x + long > measure + 0.01:
            done.append(_line(line, gap, " " if chain[0].space else ""))
            line, x = [], 0.0
        for atom in chain:
            line.append((x, atom))
            x += atom.width
        at = x
    return (*done, _line(line, gap, "")) if line else tuple(done)


def text_lines(text: str, style: Style, measure: float) -> tuple[Line, ...]:
    """Break a plain text into lines."""
    return lines(words(text, style), style, measure)


def text_width(text: str, style: Style) -> float:
    """Measure a text on one line."""
    return width(clean(text), style.face) * style.size


def _chains(atoms: Iterable[Atom]) -> Iterator[tuple[Atom, ...]]:
    chain: tuple[Atom, ...] = ()
    for atom in atoms:
        if atom.space and chain:
            yield chain
            chain = ()
        chain += (atom,)
    if chain:
        yield chain


def _fitted(chains: Iterable[tuple[Atom, ...]], measure: float, size: float) -> Iterator[tuple[Atom, ...]]:
    """Let a chain that is too wide break between its atoms, and a word that is too wide between its characters."""
    for chain in chains:
        if sum(atom.width for atom in chain) <= measure:
            yield chain
            continue
        for atom in chain:
            yield from ((part,) for part in _broken(atom, measure, size))


def _broken(atom: Atom, measure: float, size: float) -> Iterator[Atom]:
    if atom.blank or atom.width <= measure:
        yield atom
        return
    part, wide, space = "", 0.0, atom.space
    for character in atom.text:
        step = width(character, atom.face) * size
        if part and wide + step > measure:
            yield Atom(part, atom.face, wide, space=space)
            part, wide, space = "", 0.0, False
        part, wide = part + character, wide + step
    yield Atom(part, atom.face, wide, space=space)


def _line(placed: list[tuple[float, Atom]], gap: float, tail: str) -> Line:
    """Join neighbours of one face into one string; every space stays in the text, also before a change of face or at the line's end."""
    pieces: list[Piece] = []
    for x, atom in placed:
        before = pieces[-1] if pieces else None
        if before and x > before.x + before.width + gap / 2:
            before = pieces[-1] = replace(before, text=before.text + " ")
        if before and before.face is atom.face and not (before.blank or atom.blank):
            pieces[-1] = Piece(before.x, before.text + atom.text, atom.face, x + atom.width - before.x)
        else:
            pieces.append(Piece(x, atom.text, atom.face, atom.width, atom.blank))
    pieces[-1] = replace(pieces[-1], text=pieces[-1].text + tail)
    return tuple(pieces)
