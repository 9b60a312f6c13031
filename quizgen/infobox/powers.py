"""A belligerents' list → belligerents, each with its note and the bloc that it stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quizgen.article import Laid, Text
from quizgen.diagnostics import Diagnostic
from quizgen.grammar.names import is_nobody, is_others, starts_as_name
from quizgen.infobox.pieces import Piece, pieces
from quizgen.infobox.victors import is_adjective, is_adjective_of
from quizgen.model import Belligerent, slug

_NOTE = re.compile(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)
_CONTINUES = re.compile(
    r"(?:as|under|led|with|including|formerly|later|then|vassal|allied|supported|backed|commanded|part|represented|a|an)\s", re.IGNORECASE
)
_BLOC = re.compile(
    r"(?:the )?(?:(?:western |main )?allies|allied (?:powers|forces)|axis(?: powers)?|central powers"
    r"|entente(?: powers)?|triple (?:alliance|entente)|coalition)",
    re.IGNORECASE,
)

_TERM = re.compile(r"(?:from|until|till|since|to|after|before|by)\s|\d", re.IGNORECASE)
_LISTS = re.compile(r"(?:members?|belligerents?|countries|states|participants|list|full list|show)\s*:?", re.IGNORECASE)
_POLITY = re.compile(
    r"(?:[A-Z][\w–-]+ )+(?:Empire|Kingdom|Republic|Union|Federation|Caliphate|Sultanate|Khanate|Emirate|Confederation|Confederacy|"
    r"Commonwealth|Duchy|Principality|dynasty)|(?:Kingdom|Empire|Republic|Duchy|Principality|Sultanate|Emirate|State|Electorate)"
    r" of (?:the )?[A-Z].*"
)
_VOLUNTEERS = re.compile(
    r"(?:[A-Z]\w+ and )?[A-Z]\w+ (?:volunteers|mercenaries|auxiliaries|allies|contingents|troops|levies|exiles|tribes)"
)
# What is told of a power in place of its parts: "Forces loyal to Tarn", "many clans of the east".
_DESCRIBED = re.compile(
    r"(?:forces?|troops|armies|army|those|clans?|supporters|followers|men|nobles|lords)\s(?:loyal|allied|opposed|faithful|of|from|under|who|led)\b.*"
    r"|(?:many|several|various|some|most|numerous)\s.*",
    re.IGNORECASE | re.DOTALL,
)
_HEADED = re.compile(r"(?P<name>[A-Z][^:()]{2,40}):\s+(?P<told>\S.*)", re.DOTALL)
# What heads its members below a rule: "United Nations <hr> …".
_COALITION = re.compile(
    r"(?:the )?(?:United Nations(?: Command| forces)?|NATO|ISAF|.*\b(?:League|Allie[sd]|Coalition|Alliance|Entente|Axis|Pact)\b.*)",
    re.IGNORECASE,
)
_LOST = "flags vanish with their names; name the belligerent in the .fix.yaml"


@dataclass(slots=True)
class _List:
    """The belligerents read so far, and the heading in force, with its place until a name stands under it."""

    powers: list[Belligerent] = field(default_factory=list)
    spans: list[Piece] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    bloc: str | None = None
    heading: Piece | None = None
    head: str | None = None  # the last power that is no bullet: those that are stand under it

    def amend(self, piece: Piece, name: str = "", note: str = "") -> None:
        """Add words to the name or the note of the last belligerent."""
        last, self.spans[-1] = self.powers[-1], self.spans[-1].through(piece)
        joined = "; ".join(filter(None, (last.note, note))) or None
        self.powers[-1] = replace(last, name=last.name + name, source=self.spans[-1].quote(), note=joined)

    def close(self) -> None:
        """Report a heading that no name stood under; one that its source sets in bold without a colon is a name itself."""
        heading, self.heading = self.heading, None
        if heading and isinstance(heading.text, Laid) and ":" not in heading.quote().quote and starts_as_name(heading.value):
            _read(heading.named(heading.value.rstrip(": ")), self)
        elif heading:
            self.remarks.append(heading.unread("R215", f'no name stands under "{heading.value}"', _LOST))


def read_powers(text: Text) -> tuple[tuple[Belligerent, ...], tuple[Diagnostic, ...]]:
    """Read a belligerents' list; codes R215 a lost name, R216 no name, R217 words that the model has no place for."""
    read = _List()
    listed = _peoples([half for piece in pieces(text, semicolons=True) for half in piece.halves()])
    for i, piece in enumerate(listed):
        if i == 1 and read.powers and _is_ruled_off(listed[0], piece):
            read.bloc = read.powers[0].name
        if _is_bold_power(piece):
            _read(piece.named(piece.value.rstrip(": ")), read)
        elif piece.is_heading and read.heading and _LISTS.fullmatch(piece.value):
            read.remarks.append(piece.remark("R217", f'"{piece.value}" heads the list'))
        elif piece.is_heading or (i == 0 and len(listed) > 1 and _BLOC.fullmatch(piece.value)):
            read.close()
            read.head, read.heading = None, piece
            read.bloc = re.sub(r"\s+including$", "", piece.value.rstrip(": "))
        else:
            _read(piece, read)
    read.close()
    return tuple(read.powers), tuple(read.remarks)


def _is_ruled_off(first: Piece, second: Piece) -> bool:
    """Whether a coalition stands alone above a rule: what is listed below it are its members."""
    if not isinstance(first.text, Laid) or not _COALITION.fullmatch(first.value):
        return False
    start, end = first.text.extent(first.start, second.end)
    return bool(re.search(r"<hr\b|\{\{hr\}\}|\n-{4}", first.text.source.text[start:end]))


def _is_bold_power(piece: Piece) -> bool:
    """Whether a line that stands in bold, and so like a heading, is the name of a power: the source has no colon there."""
    name = piece.value.rstrip(": ")
    is_bare = piece.is_heading and isinstance(piece.text, Laid) and ":" not in piece.quote().quote
    return is_bare and (is_adjective(name) or bool(_POLITY.fullmatch(name)))


def _peoples(listed: list[Piece]) -> list[Piece]:
    """Give back to "Bosnian, Czech and Bulgarian volunteers" what its commas cut off."""
    joined: list[Piece] = []
    for piece in listed:
        at = len(joined)
        while at and piece.value and _VOLUNTEERS.fullmatch(piece.value) and _is_bare_adjective(joined[at - 1]):
            at -= 1
        if at < len(joined):
            whole = ", ".join(part.value for part in (*joined[at:], piece))
            joined[at:] = [joined[at].through(piece, whole)]
        else:
            joined.append(piece)
    return joined


def _is_bare_adjective(piece: Piece) -> bool:
    return is_adjective(piece.value) and bool(re.search(r"(?:an|ish|ch|ese|ian|ic|i)$", piece.value))


def _read(piece: Piece, read: _List) -> None:
    headed = _HEADED.fullmatch(piece.value)
    if headed and _DESCRIBED.fullmatch(headed["told"]):
        piece = piece.named(headed["name"])
    value = piece.value
    if not value:
        read.remarks.append(piece.unread("R215", "a belligerent is missing here", _LOST))
    elif piece.aside and read.powers and (isinstance(piece.text, Laid) or _TERM.match(piece.aside)):
        read.amend(piece, note=piece.aside)
    elif piece.aside:  # in a flat list it may be all that is left of a flag and its note, as of the name before it
        read.remarks.append(piece.unread("R215", f'"{value}" may belong to a name that is missing', _LOST))
    elif is_others(value) or is_nobody(value) or (_DESCRIBED.fullmatch(value) and read.powers):
        read.remarks.append(piece.remark("R217", f'"{value}" names nobody'))
    elif read.powers and value[0].islower() and _CONTINUES.match(value):
        read.amend(piece, name=f", {value}")
    elif re.search(r"[^\W\d_]", value):
        name, note = _split_note(value)
        name = _bare(name)
        read.heading = None
        if any(slug(power.name) == slug(name) for power in read.powers):
            read.remarks.append(piece.remark("R217", f'"{name}" is listed already'))
            return
        read.spans.append(piece)
        read.head = read.head if piece.depth else name
        read.powers.append(Belligerent(name, piece.quote(), note, read.bloc or (read.head if piece.depth else None)))
    else:
        read.remarks.append(piece.unread("R216", f'"{value}" is no name', "correct it in the .fix.yaml"))


def _bare(name: str) -> str:
    """Leave out a flag's country before a name that says it itself: "Syria Syrian government"."""
    words = name.split()
    for n in range(1, min(4, len(words))):
        if is_adjective_of(words[n], " ".join(words[:n])) and len(words) > n + 1:
            return " ".join(words[n:])
    return name


def _split_note(value: str) -> tuple[str, str | None]:
    match = _NOTE.fullmatch(value)
    return (match[1], match[2]) if match and starts_as_name(match[1]) else (value, None)
