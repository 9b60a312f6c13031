"""A belligerents' list → belligerents, each with its note and the bloc that it stands under."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.article import Text
from quizgen.diagnostics import Diagnostic
from quizgen.grammar.names import is_nobody, is_others, starts_as_name
from quizgen.infobox.pieces import Piece, pieces
from quizgen.model import Belligerent

_NOTE = re.compile(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)
_CONTINUES = re.compile(
    r"(?:as|under|led|with|including|formerly|later|then|vassal|allied|supported|backed|commanded|part|represented|a|an)\s", re.IGNORECASE
)
_BLOC = re.compile(
    r"(?:the )?(?:(?:western |main )?allies|allied (?:powers|forces)|axis(?: powers)?|central powers"
    r"|entente(?: powers)?|triple (?:alliance|entente)|coalition)",
    re.IGNORECASE,
)


def read_powers(text: Text) -> tuple[tuple[Belligerent, ...], tuple[Diagnostic, ...]]:
    """Read a belligerents' list; codes R215 a lost name, R216 no name, R217 words that the model has no place for."""
    found: list[Belligerent] = []
    spans: list[Piece] = []
    remarks: list[Diagnostic] = []
    bloc: str | None = None
    listed = pieces(text, semicolons=True)
    for i, piece in enumerate(listed):
        value = piece.value
        if not value:
            remarks.append(
                piece.unread("R215", "a belligerent is missing here", "its flag was lost with its name; name it in the .fix.yaml")
            )
        elif piece.is_heading or (i == 0 and len(listed) > 1 and _BLOC.fullmatch(value)):
            bloc = re.sub(r"\s+including$", "", value.rstrip(": "))
        elif piece.aside and found:
            spans[-1] = spans[-1].through(piece)
            joint = "; ".join(filter(None, (found[-1].note, piece.aside)))
            found[-1] = replace(found[-1], source=spans[-1].quote(), note=joint)
        elif piece.aside:
            remarks.append(piece.unread("R215", f'"{value}" belongs to a name that is missing', "name the belligerent in the .fix.yaml"))
        elif is_others(value) or is_nobody(value):
            remarks.append(piece.remark("R217", f'"{value}" names nobody'))
        elif found and value[0].islower() and _CONTINUES.match(value):
            spans[-1] = spans[-1].through(piece)
            found[-1] = replace(found[-1], name=f"{found[-1].name}, {value}", source=spans[-1].quote())
        elif re.search(r"[^\W\d_]", value):
            name, note = _split_note(value)
            spans.append(piece)
            found.append(Belligerent(name, piece.quote(), note, bloc))
        else:
            remarks.append(piece.unread("R216", f'"{value}" is no name', "correct it in the .fix.yaml"))
    return tuple(found), tuple(remarks)


def _split_note(value: str) -> tuple[str, str | None]:
    match = _NOTE.fullmatch(value)
    return (match[1], match[2]) if match and starts_as_name(match[1]) else (value, None)
