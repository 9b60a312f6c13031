"""What a field of figures, or a note in it, says of them ("figures are disputed") → contradictions, so that none is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quizgen.article import Field, Text
from quizgen.infobox.keys import field_of
from quizgen.model import Campaign, Contradiction, Estimate, Quote

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
_CITED = re.compile(r"\{\{\s*(?:cite|citation|sfn|harv)[^{}]*\}\}", re.IGNORECASE)
_ALONE = re.compile(r"\(?(?:all |these |both )?(?:disputed|contested)\)?", re.IGNORECASE)


def is_doubt(words: str) -> bool:
    """Whether words without a figure say that the figures beside them are disputed."""
    return bool(_ALONE.fullmatch(words) or _DOUBT.search(words))


def is_unsure(notes: Iterable[Text]) -> bool:
    """Whether a note at a list says that it is not known which of these took part, or that only some did."""
    return any(_UNSURE.search(_CITED.sub("", text.value)) for text in notes)


def contested(fields: Sequence[Field], campaign: Campaign) -> Iterator[Contradiction]:
    """Give for each figure that its field, a note there or its own parenthesis calls disputed the place of both."""
    for entry in fields:
        name, number = field_of(entry.key) or ("", "")
        if name in ("strength", "casualties"):
            side = next((side for side in campaign.sides if side.id == number), None)
            figures: tuple[Estimate, ...] = getattr(side, name) if side else campaign.civilian_casualties
            what = f"{name} ({side.belligerents[0].name if side.belligerents else f'side {number}'})" if side else "civilian casualties"
            for figure, place in _doubted(entry, figures):
                yield Contradiction(f"{what}: “{figure.text}” is called disputed", (figure.text, "disputed"), (figure.source, place))


def _doubted(entry: Field, figures: Sequence[Estimate]) -> Iterator[tuple[Estimate, Quote]]:
    figures = [figure for figure in figures if not figure.claimed_by]  # a claim is asked as a claim
    own = [figure for figure in figures if _OWN.search(figure.text)]
    places = [place for text in (entry.value, *entry.notes) if (place := _place(text))]
    places += [text.quote(said[0]) for text in entry.notes if (said := _GUESSED.search(text.value))]
    for figure in figures if places else own:
        yield figure, places[0] if places else entry.value.quote(figure.text)


def _place(text: Text) -> Quote | None:
    """Where a text says that figures are disputed."""
    found = next((match for line in _lines(text.value) if (match := _DOUBT.search(line) or _ALONE.fullmatch(line))), None)
    return text.quote(found[0]) if found else None


def _lines(value: str) -> list[str]:
    return [line.strip(" *.,") for line in re.split(r"\n|(?<!\d),|,(?!\d)", value)]
