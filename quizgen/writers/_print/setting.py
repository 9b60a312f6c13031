"""Words and blanks → lines no wider than a measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import fsum

from quizgen.writers._print.fonts import Face, clean
from quizgen.writers._print.style import Style


@dataclass(frozen=True, slots=True)
class Atom:
    """What a line is made of: a word, or a blank of a given width that may hold an answer.

    `space`: a space stands before it, where a line may end; without one it clings to the atom before, unless it is `loose`.
    """

    text: str
    face: Face
    width: float
    space: bool = True
    blank: bool = False
    loose: bool = False


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
_WIDE = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\uff00-\uffef\U00020000-\U0003ffff"
_PARTS = re.compile(rf"[{_WIDE}][\u3001\u3002\uff0c\uff0e\u30fb\u30fc\u300d\u300f\uff09]*|[^{_WIDE}]+")  # a line may end after each


def words(text: str, style: Style, *, clings: bool = False) -> tuple[Atom, ...]:
    """Cut a text into words; with `clings` its first word stands right after what comes before."""
    cut = (word for word in _BREAK.split(clean(text)) if word)
    return tuple(atom for i, word in enumerate(cut) for atom in _atoms(word, style, space=bool(i) or not clings))


def _atoms(word: str, style: Style, *, space: bool) -> Iterator[Atom]:
    """Give a word; of Chinese or Japanese each character, for lines may end between them."""
    for n, part in enumerate(_PARTS.findall(word)):
        yield Atom(part, style.face, style.width(part), space=space and n == 0, loose=n > 0)


def blank(length: float, answer: str, *, space: bool = True) -> Atom:
    """Make a line to write on, `length` points long, with its answer in bold or empty."""
    return Atom(clean(answer), Face.BOLD, length, space=space, blank=True)


def lines(atoms: Iterable[Atom], style: Style, measure: float) -> tuple[Line, ...]:
    """Break atoms into lines; a word that is wider than the measure is broken where it must be."""
    gap = style.width(" ")
    done: list[Line] = []
    line: list[tuple[float, Atom]] = []
    at = 0.0
    for chain in _fitted(_chains(atoms), measure, style):
        long = fsum(atom.width for atom in chain)
        x = at + gap if line and chain[0].space else at
        if line and x + long > measure + 0.01:
            done.append(_line(line, gap, " " if chain[0].space else ""))
            line, x = [], 0.0
        for atom in chain:
            line.append((x, atom))
            x += atom.width
        at = x
    return (*done, _line(line, gap, "")) if line else tuple(done)


@lru_cache(maxsize=1 << 14)
def text_lines(text: str, style: Style, measure: float) -> tuple[Line, ...]:
    """Break a plain text into lines."""
    return lines(words(text, style), style, measure)


def _chains(atoms: Iterable[Atom]) -> Iterator[tuple[Atom, ...]]:
    chain: tuple[Atom, ...] = ()
    for atom in atoms:
        if (atom.space or atom.loose) and chain:
            yield chain
            chain = ()
        chain += (atom,)
    if chain:
        yield chain


def _fitted(chains: Iterable[tuple[Atom, ...]], measure: float, style: Style) -> Iterator[tuple[Atom, ...]]:
    """Let a chain that is too wide break between its atoms, and a word that is too wide between its characters."""
    for chain in chains:
        if fsum(atom.width for atom in chain) <= measure:
            yield chain
            continue
        for atom in chain:
            yield from ((part,) for part in _broken(atom, measure, style))


def _broken(atom: Atom, measure: float, style: Style) -> Iterator[Atom]:
    """Break a word; the parts are measured as they will be set, for letters may join or stand closer than they do alone."""
    if atom.blank or atom.width <= measure:
        yield atom
        return
    rest, space = atom.text, atom.space
    while rest:
        long = next((n for n in range(1, len(rest) + 1) if style.width(rest[:n], atom.face) > measure), len(rest) + 1)
        part = rest[: max(1, long - 1)]
        yield Atom(part, atom.face, style.width(part, atom.face), space=space)
        rest, space = rest[len(part) :], False


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
