"""A commanders' list → commanders with rank, name, role and fate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.article import Laid, Text
from quizgen.diagnostics import Diagnostic
from quizgen.grammar.dates import find_dates
from quizgen.grammar.names import fate_of, is_nobody, is_others, is_placeholder, is_rank, split_fate, split_rank, starts_as_name
from quizgen.infobox.doubts import before
from quizgen.infobox.pieces import Piece, pieces
from quizgen.infobox.victors import is_foreign
from quizgen.model import Commander, Quote

_MOST = 8  # parentheses after a name that are read
_LAST_ASIDE = re.compile(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)
_TITLE = r"(?:duke|earl|count|marquess|marquis|viscount|baron|lord|margrave|prince|king|landgrave|bishop|archbishop|elector)"
_TITLED = re.compile(rf"{_TITLE} of |\d+(?:st|nd|rd|th) {_TITLE}\b|the (?:elder|younger|great)\b", re.IGNORECASE)
_GIVEN = re.compile(r"\S+(?: [IVX]+)?")  # "Humphrey", "Charles V"
_ALSO = re.compile(r"(?:a\.?k\.?a\.?|also known as|born|né|née|real name|nom de guerre)|[\"“][^\"”]*[\"”]$", re.IGNORECASE)
_LEGEND = re.compile(
    r"[(\[]?(?:\{\{(?:†|KIA|dagger)\}\}|[†‡✝]|KIA)[)\]]?(?:\s*(?:=|:|[–—]|denotes?|indicates?|means?|marks?)\s*|\s+(?=[a-z]))"
    r"(?P<means>[^†‡✝|{}<>\n]+[^\s)†‡✝|{}<>])\)?"
)
_DAGGER = re.compile("[†‡✝]|dagger", re.IGNORECASE)
_AND = re.compile(r"(.+?)\s+(?:and|&)\s+(.+)")
_WHERE = re.compile(r"(?:In|At|From|Under|Near|During|With|Outside|Inside|Around)\s+(?:the\s)?[A-Z]")  # heads a list, and names nobody
_POST = re.compile(r"(?:overall |deputy |acting )?commander")  # in lower case a post, and no rank
_TERM = re.compile(r"(?:from|until|till|since|to|after|before|by)\s", re.IGNORECASE)


@dataclass(slots=True)
class _List:
    """The people read so far, and the last heading that dates those below it."""

    people: list[Commander]
    spans: list[Piece]
    remarks: list[Diagnostic]
    term: str | None = None
    powers: Sequence[str] = ()
    is_doubted: bool = False  # under a heading such as "Alleged:", whose people nothing is asked of

    def amend(self, piece: Piece, rank: str = "", role: str = "", fate: str = "") -> None:
        """Add what an aside says to the last person; a second rank, role or fate joins the first."""
        last, self.spans[-1] = self.people[-1], self.spans[-1].through(piece)
        self.people[-1] = replace(
            last,
            source=self.spans[-1].quote(),
            rank=_joined(last.rank, rank),
            role=_joined(last.role, role),
            fate=self.last_fate(piece, last.fate, fate),
        )

    def last_fate(self, piece: Piece, *fates: str | None) -> str | None:
        """Give the fate that settled the others: who was wounded and then captured is a prisoner."""
        found = [fate for said in fates if said for fate in said.split()]
        last = min(found, key=_WEIGHT.index, default=None)
        self.remarks += [piece.remark("R212", f'"{fate}" was not his last fate') for fate in found if fate != last]
        return last


# What befell a man, what ended his part before what did not.
_WEIGHT = ("executed", "assassinated", "KIA", "DOW", "surrendered", "POW", "MIA", "WIA")
_DOUBT = re.compile(r".*\b(?:disputed|denied|alleged|alleg\w+|presumed|rumou?red|unconfirmed|claimed|possibly)\b.*", re.IGNORECASE)

# Who stands in a list and yet was not, or not always, of its side.
_TURNED = re.compile(
    r".*\b(?:defect(?:ed|s|ors?|ions?)|turncoats?|secretly|betray\w*|traitors?|(?:chang|switch)(?:ed|ing) (?:his |their )?sides?)\b.*",
    re.IGNORECASE,
)


# In a note at a man: "His part is disputed", "he may not have been present".
_NOT_SURE = re.compile(
    r"\b(?:part|role|involvement|participation|presence|allegiance|command|side)\b[^.;]{0,40}\b(?:disputed|denied|uncertain|unclear|unknown|"
    r"unconfirmed|alleged)\b|\b(?:may|might) not have (?:been|taken|fought|commanded)\b|\bdisput(?:es|ed) (?:that|whether) he\b",
    re.IGNORECASE,
)


def _joined(first: str | None, second: str) -> str | None:
    return "; ".join(filter(None, (first, second))) or None


def read_people(text: Text, notes: Iterable[Text] = (), powers: Sequence[str] = ()) -> tuple[tuple[Commander, ...], tuple[Diagnostic, ...]]:
    """Read the list of commanders of a side of these powers; who stands under another's flag is nothing to ask of theirs.

    Codes R210 a lost name, R211 no name, R212 a heading or an aside that the model has no place for.
    A legend in the list or its notes says what a dagger means: "† = rest of the coup".
    """
    read = _List([], [], [], powers=powers)
    legends = [match["means"] for note in notes if (match := _LEGEND.search(note.value))]
    for piece in pieces(text, semicolons=True):
        if match := _LEGEND.fullmatch(piece.value):
            legends.append(match["means"])
            read.remarks.append(piece.remark("R212", f'"{piece.value}" says what a sign means'))
        else:
            for part in _couples(piece):
                _read(part, read)
    people = read.people if not legends else [_by_legend(person, legends[0]) for person in read.people]
    doubted = [before(note, people) for note in notes if _NOT_SURE.search(note.value)]
    settled = (replace(p, placeholder=True) if any(p is one for one in doubted) else p for p in people)
    return tuple(settled), tuple(read.remarks)


def _by_legend(person: Commander, means: str) -> Commander:
    """A man with the fate that the legend gives to a dagger; none where the model has no such fate."""
    is_daggered = person.fate == "KIA" and isinstance(person.source, Quote) and _DAGGER.search(person.source.quote)
    fate = next((fate for words in re.split(r" (?:or|and|during|in|at|by|on)\b|[,;(.]", means) if (fate := fate_of(words))), None)
    return replace(person, fate=fate) if is_daggered else person


def _couples(piece: Piece) -> Iterator[Piece]:
    """Split "Antony and Cleopatra"; "Lord Lieutenant and others" and what stands in parentheses stay whole."""
    match = _AND.fullmatch(piece.value)
    whole = not match or "(" in piece.value or is_others(f"and {match[2]}") or is_others(piece.value) or is_placeholder(piece.value)
    if not match or whole or not all(starts_as_name(split_rank(half)[1] or " ") for half in match.groups()):
        yield piece
        return
    for half in match.groups():
        yield piece.named(half)


def _read(piece: Piece, read: _List) -> None:
    value = piece.value
    if not value:
        read.remarks.append(piece.unread("R210", "a name is missing here", "the form lost it; name it in the .fix.yaml"))
    elif piece.is_heading or (value.endswith(")") and ":" in value and value.partition(":")[2].strip().startswith("(")):
        read.term = value[:-1] if piece.is_heading and _is_term(value[:-1]) else None
        read.is_doubted = bool(_DOUBT.fullmatch(value) or _TURNED.fullmatch(value))
        if read.term is None:
            read.remarks.append(piece.remark("R212", f'"{value}" heads a part of the list'))
    elif piece.aside:
        _aside(piece, piece.aside, read)
    elif is_others(value) or is_nobody(value):
        read.remarks.append(piece.remark("R212", f'"{value}" names nobody'))
    elif read.people and (is_rank(value) or (_is_title(value, read.people[-1]) and _is_in_line(read.spans, piece))):
        if is_rank(value):
            read.amend(piece, rank=value)
        else:
            title, fate = split_fate(value)
            read.people[-1] = replace(read.people[-1], name=f"{read.people[-1].name}, {title}")
            read.amend(piece, fate=fate or "")
    elif isinstance(piece.text, Laid) and read.spans and _is_in_line(read.spans, piece) and _goes_on(piece):
        role, fate = split_fate(value)
        read.amend(piece, role=role, fate=fate or "")
    else:
        _person(piece, read)


def _is_in_line(spans: list[Piece], piece: Piece) -> bool:
    """Whether a piece may stand in one line with the man before it; a flat form has lost the lines."""
    return not isinstance(piece.text, Laid) or "\n" not in piece.text.value[spans[-1].end : piece.start]


def _goes_on(piece: Piece) -> bool:
    """Whether a piece says who the man before it in its line is: "Philon, tyrant of Marn", "Jean Lannes, Duke of Montebello"."""
    return not starts_as_name(piece.value) or bool(_TITLED.match(piece.value))


def _is_title(value: str, last: Commander) -> bool:
    """Whether a piece is the title of the man before it: "count of Bács" in lower case, or after a single name, or numbered."""
    is_other = bool(last.fate and split_fate(value)[1])  # each with a mark of his own
    return bool(_TITLED.match(value)) and not is_other and (not value[0].isupper() or bool(_GIVEN.fullmatch(last.name)))


def _is_term(words: str) -> bool:
    dates = list(find_dates(words))
    return bool(dates) and dates[0].start <= 1 and dates[-1].end >= len(words) - 1


def _person(piece: Piece, read: _List) -> None:
    value = name = piece.value
    asides: list[str] = []
    name, fate = split_fate(name)
    while len(asides) < _MOST and (match := _LAST_ASIDE.fullmatch(name)):
        name, asides = match[1], [match[2], *asides]
        name, own = split_fate(name)
        fate = fate or own
    rank, name = split_rank(name)
    if not name and fate:
        read.remarks.append(piece.unread("R210", f'"{value}" marks a fate, but the name is missing', "name the person in the .fix.yaml"))
        return
    if not starts_as_name(name) or _WHERE.match(value) or not re.search(r"[^\W\d_]", name) or (name[0].isdigit() and not rank):
        read.remarks.append(piece.unread("R211", f'"{value}" is no name', "correct it in the .fix.yaml"))
        return
    read.spans.append(piece)
    if is_other := is_foreign(piece.flag, read.powers):
        read.remarks.append(piece.remark("R212", f'"{name}" stands under the flag of another power'))
    is_barred = read.is_doubted or is_other or is_placeholder(name)
    read.people.append(Commander(name, piece.quote(), rank, read.term, read.last_fate(piece, fate), is_barred))
    for aside in asides:
        _aside(piece, aside, read)


def _aside(piece: Piece, words: str, read: _List) -> None:
    """Give what stands in parentheses to the person before: a fate, a rank, or a role."""
    if not read.people:
        read.remarks.append(piece.unread("R210", f'"{piece.value}" belongs to a name that is missing', "name the person in the .fix.yaml"))
    elif _DOUBT.fullmatch(words):
        last = read.people[-1]
        is_fate = bool(last.fate) or any(fate_of(word) for word in re.findall(r"\w+", words))
        read.people[-1] = replace(last, fate=None, placeholder=last.placeholder or not is_fate)
        read.remarks.append(piece.remark("R212", f'"{words}": his {"fate" if is_fate else "part"} is not settled'))
    elif fate := fate_of(words) or (split_fate(words)[1] if not split_fate(words)[0] else None):
        read.amend(piece, fate=fate)
    elif is_rank(words) and not _POST.fullmatch(words):
        read.amend(piece, rank=words)
    elif _ALSO.match(words):
        read.remarks.append(piece.remark("R212", f'"{words}" gives another name'))
    else:
        read.amend(piece, role=words.strip(" .;"))
        if _TURNED.fullmatch(words):
            read.people[-1] = replace(read.people[-1], placeholder=True)
