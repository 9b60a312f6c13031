"""What a field of figures, or a note in it, says of them ("figures are disputed") → contradictions, so that none is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from quizgen.article import Field, Laid, Text
from quizgen.demonyms import demonyms, is_of_powers
from quizgen.grammar.numbers import Count, find_counts
from quizgen.infobox.keys import field_of
from quizgen.infobox.kinds import is_people
from quizgen.infobox.totals import overrun
from quizgen.model import Campaign, Commander, Contradiction, Estimate, Quote, Side, Source, norm

T = TypeVar("T", Estimate, Commander)
_WHAT = r"(?:figures?|numbers?|casualt(?:y|ies)|losses|estimates?|strengths?|tolls?|totals?|sizes?|sources|accounts|historians|scholars)"
_DOUBTED = r"(?:disputed?|contested|debated?|disagree|unreliable|uncertain|differ|var(?:y|ies)|exaggerated)"
_DOUBT = re.compile(
    rf"\b{_WHAT}\b[^.;|{{}}<>]{{0,60}}?\b{_DOUBTED}\b|\b(?:disputed|contested|debated)\s(?:[a-z]+\s){{0,2}}{_WHAT}\b"
    r"|\{\{\s*(?:disputed|disputed inline|dubious)\s*[|}]",
    re.IGNORECASE,
)
_OWN = re.compile(r"\((?:[^()]*\s)?(?:disputed|contested)(?:\s[^()]*)?\)", re.IGNORECASE)
# In a note: the figures beside it are no more than guesses; the list above it is of other units, or of some of them.
_GUESSED = re.compile(rf"\b{_WHAT}\b[^.;|{{}}<>]{{0,60}}?\b(?:approximate|rough|unknown|not (?:\w+ )?known|guess(?:es)?)\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:(?:is|are|was|were|remains?) (?:not (?:\w+ ){0,2}known|unknown|uncertain|unclear|disputed)|not all of (?:these|them)|"
    r"only (?:some|parts?|elements?|a part|a few) of|may not have (?:been|fought|taken))\b",
    re.IGNORECASE,
)
# "Verran casualties do not include the wounded": more than the figure says.
_LIMITED = re.compile(
    r"[^.;]*\b(?:casualties|losses|figures?|numbers?|totals?|strengths?)\b[^.;]{0,30}?\b(?:do(?:es)? not (?:include|count)|not including|"
    r"exclud(?:e|es|ing)|(?:only )?(?:include|cover)s? only|only (?:include|cover)s?|(?:is|are) (?:only )?for the)\b",
    re.IGNORECASE,
)
_CITED = re.compile(r"\{\{\s*(?:cite|citation|sfn|harv)[^{}]*\}\}", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:some|others|authors?|historians?|scholars?|writers?|estimate[sd]?|rais(?:e[sd]?|ing)|lower(?:s|ed)?|puts?|claim(?:s|ed)?|says?|said|"
    r"as (?:many|few|high|low) as|instead|according to|giv(?:e|es|en|ing)|gave|argue[sd]?|believe[sd]?)\b",
    re.IGNORECASE,
)
_PAGES = re.compile(r"\bpp?\.\s?[\d–, -]+|\b(?:vol|no|ch|isbn)\.?\s?[\d-]+|https?:\S+", re.IGNORECASE)
_NAMED = re.compile(r"\|\s*(?:group|name|ref)\s*=[^|{}]*", re.IGNORECASE)  # {{refn|group=lower-alpha|…}}
# A sentence on some of those whom a figure counts: "Of these, about 300 were taken".
_PARTS = re.compile(
    r"(?:(?<=[.;]\s)|^(?:\W|\{\{\w+\|?|<ref\b[^>]*>)*)(?:(?:some|most|all|\d+) )?of (?:these|them|those|which|whom)\b[^.;]*", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1\d{3}|20\d\d)(?:[–-]\d{2,4})?")
_LEAST = 10  # smaller counts in a note are of other things
_FAR = 10  # times by which two counts of one thing may differ
_NAME = re.compile(r"\b[A-Z]\w{3,}")
_ALONE = re.compile(r"\(?(?:all |these |both )?(?:disputed|contested)\)?", re.IGNORECASE)


def is_doubt(words: str) -> bool:
    """Whether words without a figure say that the figures beside them are disputed."""
    return bool(_ALONE.fullmatch(words) or _DOUBT.search(words))


def is_unsure(notes: Iterable[Text]) -> bool:
    """Whether a note at a list says that it is not known which of these took part, or that only some did."""
    return any(_UNSURE.search(_CITED.sub("", text.value)) for text in notes)


def contested(fields: Sequence[Field], campaign: Campaign) -> Iterator[Contradiction]:
    """Give for each figure that its field, a note there or its own parenthesis calls disputed the place of both."""
    notes = [entry.value for entry in fields if norm(entry.key) == "notes"]
    for entry in fields:
        name, number = field_of(entry.key) or ("", "")
        if name in ("strength", "casualties"):
            side = next((side for side in campaign.sides if side.id == number), None)
            figures: tuple[Estimate, ...] = getattr(side, name) if side else campaign.civilian_casualties
            what = f"{name} ({side.belligerents[0].name if side.belligerents else f'side {number}'})" if side else "civilian casualties"
            doubts = (*_doubted(entry, figures), *_of_the_fight(campaign, figures), *_limited(name, side, figures, notes))
            for figure, place in doubts:
                yield Contradiction(f"{what}: “{figure.text}” is called disputed", (figure.text, "disputed"), (figure.source, place))
            unsettled = [figures[at] for at in overrun(figures)]
            for figure in unsettled:
                text = f"{what}: “{figure.text}” is of figures that do not add up"
                yield Contradiction(text, (figure.text, "does not add up"), (figure.source, unsettled[-1].source))


def _doubted(entry: Field, figures: Sequence[Estimate]) -> Iterator[tuple[Estimate, Source]]:
    figures = [figure for figure in figures if not figure.claimed_by]  # a claim is asked as a claim
    own = [figure for figure in figures if _OWN.search(figure.text)]
    places = [place for text in (entry.value, *entry.notes) if (place := _place(text))]
    places += [text.quote(said[0]) for text in entry.notes if (said := _GUESSED.search(text.value))]
    for figure in figures if places else own:
        yield figure, places[0] if places else entry.value.quote(figure.text)
    for note in entry.notes if not places else ():
        words = _plain(note.value)
        counts = [count for count in find_counts(words) if count.low >= _LEAST and not _YEAR.fullmatch(words[count.start : count.end])]
        for figure in _noted(note, figures) if counts and _GIVEN.search(words) else ():
            if _is_of(figure, words) and any(_is_rival(figure, count) for count in counts):
                yield figure, note.quote()


def _limited(name: str, side: Side | None, figures: Sequence[Estimate], notes: Sequence[Text]) -> Iterator[tuple[Estimate, Source]]:
    """The losses that the notes of the box say to be of some only, of the side that they name, or of any where they name none."""
    powers = side.belligerents if side else ()
    own = {word for power in powers for word in (power.name, *demonyms(power.name))} | ({"Allied"} if len(powers) > 1 else set())
    found = [(note, match[0].strip()) for note in notes for match in _LIMITED.finditer(note.value)] if name == "casualties" else []
    for note, said in found:
        named = [word for word in _NAME.findall(said) if is_of_powers(word) or word == "Allied"]
        if not named or own.intersection(named):
            yield from ((figure, note.quote(said)) for figure in figures)
            return


def _plain(note: str) -> str:
    """What a note says of a figure in words, without the works and pages that it cites."""
    return _PAGES.sub("", _PARTS.sub("", _NAMED.sub("", _CITED.sub("", note))))


def _noted(note: Text, figures: Sequence[Estimate]) -> Sequence[Estimate]:
    """The figure that a note stands behind; all of the field where its line has none."""
    last = before(note, figures)
    return [last] if last else figures


def before(note: Text, leaves: Sequence[T]) -> T | None:
    """The last of some leaves that stands before a note in its line; none in a form that has lost the place of notes."""
    if not isinstance(note, Laid):
        return None
    at = note.extent(0, 1)[0]
    text, begin = note.source.text, note.source.starts[note.line - 1]
    found = [
        (place, leaf)
        for leaf in leaves
        if isinstance(leaf.source, Quote) and leaf.source.line == note.line and 0 <= (place := text.find(leaf.source.quote, begin)) < at
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _is_of(figure: Estimate, note: str) -> bool:
    """Whether a note may speak of what a figure counts: of things, it has to name them."""
    things = (figure.of or "").split()[-1:]
    return not things or is_people(things[0]) or things[0].casefold() in note.casefold()


def _is_rival(figure: Estimate, count: Count) -> bool:
    """Whether a count may be another one of what a figure counts: neither within it, nor of another size altogether."""
    low, high = figure.low or 0, figure.high or 0
    return bool(low) and (count.low, count.high) != (low, high) and low / _FAR <= count.low <= high * _FAR


def _of_the_fight(campaign: Campaign, figures: Sequence[Estimate]) -> Iterator[tuple[Estimate, Source]]:
    """The figures of nobody in particular beside one that a heading gives for the very fight: "87,000, Orl Creek force: 72,000"."""
    own = set(_NAME.findall(campaign.title.value)[1:])
    for named in figures:
        if named.who and not named.of and own.intersection(_NAME.findall(named.who)):
            whole = (f for f in figures if (f.kind, f.of, f.who, f.within) == (named.kind, None, None, None))
            yield from ((f, named.source) for f in whole if (named.high or 0) * 2 > (f.low or 0))  # less would be a part of it


def _place(text: Text) -> Quote | None:
    """Where a text says that figures are disputed."""
    found = next((match for line in _lines(text.value) if (match := _DOUBT.search(line) or _ALONE.fullmatch(line))), None)
    return text.quote(found[0]) if found else None


def _lines(value: str) -> list[str]:
    return [line.strip(" *.,") for line in re.split(r"\n|(?<!\d),|,(?!\d)", value)]
