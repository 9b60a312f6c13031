"""An order of battle → units, each with the unit that it is listed under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.article import Laid, Text
from quizgen.diagnostics import Diagnostic
from quizgen.grammar.dates import find_dates
from quizgen.grammar.names import is_nobody, is_others, is_placeholder
from quizgen.infobox.kinds import is_people
from quizgen.infobox.pieces import Piece, pieces
from quizgen.infobox.victors import is_foreign
from quizgen.model import Unit

# Formations from large to small (NATO APP-6 echelons and their older and naval fellows).
FORMATION = re.compile(
    r"\b(?:front|army group|army|armies|fleet|command|corps|flotilla|division|group|brigade|regiment|battalion|squadron|company|battery"
    r"|platoon|wing|legion|cohort|guards?|force|detachment|task force"
    r"|[\w-]*(?:korps|armee|division|brigade|regiment|bataillon))s?$",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"(?:the )?(?:ground|land|naval|air|aerial|sea|fortress|support|main|other|additional|initial|cadre)\b.*|(?:army|navy|land|sea|air)",
    re.I,
)
_PART = re.compile(r"(?:\d+(?:st|nd|rd|th)|[IVX]+\.?|\d+\.|[A-Z]) (?:battalion|company|squadron|platoon|battery)(?: of)?", re.IGNORECASE)
_ARM = r"(?:Marines|Infantry|Cavalry|Foot|Airborne|Artillery|Rangers|Guards|Rifles)"
_WHOLE = re.compile(rf".*\b(?:regiment|brigade|division)\b.*|\d+(?:st|nd|rd|th) (?:[A-Z]\w+ )?{_ARM}", re.IGNORECASE)
_LOOSE = re.compile(
    r"(?:unattached|attached|independent|detached|miscellaneous|others?|reserves?|support(?:ing)?)(?: units?)?", re.IGNORECASE
)
_TAIL = re.compile(r"(?:force|troops|battalion|group|division|regiment|brigade|company)(?: \([A-Z]+[ \d]*\))?", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:(?:and|&)\s+)?\d+(?:\s*(?:and|&)\s*\d+)?")
_SEVERAL = re.compile(r"\b(?!\w*[ck]orps$|guards$)(?:Armies|[a-z-]+s)$|(?:Axis|Allied) Forces$")  # "Axis armies" is no formation
_NOTE = re.compile(r"(.*\S)\s*\(([^()]*)\)")
_COUNTED = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:[a-z-]+\s+)*[a-z-]+(?:\s+of\s.*)?")
_MANY = re.compile(r"(?:c\.\s?|~\s?)?\d{1,3}(?:,\d{3})+\+?\s")  # "12,000 Armenian cavalry" counts men and names no unit
_WHOLES = re.compile(
    r"(?:[A-Z][\w-]* )*(?:Army|Armies|Fleet|Navy|Corps|Armed Forces|Air Force|Forces) of (?:the )?[A-Z].*"
    r"|.*\b(?:Police|Forces|Navy|Air Force|Wing)"
)


@dataclass(slots=True)
class _Order:
    units: list[Unit] = field(default_factory=list)
    spans: list[Piece] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    above: list[tuple[int, str | None]] = field(default_factory=list)  # depth and name, from the top down; None: its name is lost
    head: str | None = None
    powers: Sequence[str] = ()

    def parent(self, depth: int) -> str | None:
        """The unit that a line of this depth stands under; None where it is lost or there is none."""
        while self.above and self.above[-1][0] >= depth:
            self.above.pop()
        return self.above[-1][1] if self.above else self.head


def read_units(text: Text, powers: Sequence[str] = ()) -> tuple[tuple[Unit, ...], tuple[Diagnostic, ...]]:
    """Read the order of battle of a side of these powers; a unit under the flag of another one is nothing to ask of theirs.

    Codes R220 a lost name, R221 no name, R222 words that the model has no place for.
    """
    order = _Order(powers=powers)
    for piece in _joined(pieces(text)):
        _read(piece, order)
    return tuple(order.units), tuple(order.remarks)


def _joined(listed: list[Piece]) -> list[Piece]:
    """Give back to a name what a line break within it cut off: "UDTs 12, 13", "Joint Expeditionary, Force (TF 51)"."""
    joined: list[Piece] = []
    for i, piece in enumerate(listed):
        last = joined[-1] if joined else None
        if last and last.value and not piece.aside and not last.is_heading:
            following = listed[i + 1].depth if i + 1 < len(listed) else 0
            cut = last.depth and not piece.depth
            is_flat = not isinstance(piece.text, Laid) and piece.depth == last.depth
            is_one = is_flat or (isinstance(piece.text, Laid) and "\n" not in piece.text.value[last.end : piece.start])
            if (
                _NUMBERS.fullmatch(piece.value)
                or (is_one and _PART.fullmatch(last.value) and _WHOLE.fullmatch(piece.value))
                or (cut and _PART.fullmatch(last.value) and _WHOLE.fullmatch(piece.value) and following)
            ):
                joined[-1] = last.through(piece, f"{last.value}, {piece.value}")
                continue
            if cut and _TAIL.fullmatch(piece.value):
                joined[-1] = last.through(piece, f"{last.value} {piece.value}")
                continue
        joined.append(piece)
    return joined


def _read(piece: Piece, order: _Order) -> None:
    value = piece.value
    if not value:
        order.parent(piece.depth)
        if piece.depth:
            order.above.append((piece.depth, None))
        order.remarks.append(piece.unread("R220", "a unit is missing here", "its name was lost; name it in the .fix.yaml"))
    elif piece.is_heading or _LOOSE.fullmatch(value):
        _heading(piece, value.rstrip(": "), order)
    elif piece.aside:
        order.remarks.append(piece.remark("R222", f'"{value}" says more of the unit before'))
    elif is_others(value) or is_nobody(value):
        order.remarks.append(piece.remark("R222", f'"{value}" names no unit'))
    elif _COUNTED.fullmatch(value) or (_MANY.match(value) and is_people(value)):
        order.remarks.append(piece.remark("R222", f'"{value}" counts units and names none'))
    elif not re.search(r"[^\W\d_]", value):
        order.remarks.append(piece.unread("R221", f'"{value}" is no name', "correct it in the .fix.yaml"))
    else:
        _add(piece, value, order)


def _heading(piece: Piece, value: str, order: _Order) -> None:
    """A heading that names a formation is a unit, and what follows is part of it; any other only sorts what follows."""
    order.above.clear()
    order.head = None
    names_one = (FORMATION.search(value) or _WHOLES.fullmatch(value)) and not _SEVERAL.search(value) and not _KINDS.fullmatch(value)
    if names_one and not list(find_dates(value)):
        _add(piece, value, order)
        order.head = value
        order.above.clear()
    else:
        order.remarks.append(piece.remark("R222", f'"{piece.value}" heads a part of the list'))


def _add(piece: Piece, value: str, order: _Order) -> None:
    match = _NOTE.fullmatch(value)
    if match and len(re.findall(rf"(?<!\w){re.escape(match[1])}\s*\(", piece.text.value)) > 1:
        match = None  # "1st Army (Orl)" beside "1st Army (Verre)"
    name = match[1] if match else value
    if match:
        order.remarks.append(piece.remark("R222", f'"({match[2]})" says more of "{name}"'))
    parent = order.parent(piece.depth)
    order.above.append((piece.depth, name))
    if is_other := is_foreign(piece.flag, order.powers):
        order.remarks.append(piece.remark("R222", f'"{name}" stands under the flag of another power'))
    order.units.append(Unit(name, piece.quote(), parent, is_other or is_placeholder(name)))
