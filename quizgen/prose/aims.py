"""Sentences → what a side set out to do, as words that follow "to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model import Aim, Quote, Sentence
from quizgen.prose.parties import ATTACKS, Parties

_STATED = re.compile(
    r"\b(?P<noun>aims?|objectives?|goals?|purpose|intention|object)\sof\s(?P<whose>(?:the\s)?[\w\s'’-]{3,50}?)\s(?:was|"
    r"were)\sto\s(?P<aim>[^.;]+?)(?=[.;]|,\s(?:after|which|while|when|as|although|but)\b|$)",
    re.IGNORECASE,
)
_ATTEMPT = re.compile(
    rf"(?P<who>^.*?)\b(?:launched|began|started|mounted|opened)\b.*?(?:{ATTACKS}).*?\bin\san\s(?:attempt|effort)\sto\s(?P<aim>[^.;,]+)"
)


def aims(sentences: tuple[Sentence, ...], parties: Parties, starter: str | None) -> Iterator[Aim]:
    """Find the aims, in order. `starter`: the side that began the campaign, whose "the offensive" is."""
    for sentence in sentences:
        stated = _STATED.search(sentence.text)
        attempt = _ATTEMPT.search(sentence.text)
        if stated:
            whose = parties.read(stated["whose"])
            bare = re.fullmatch(r"(?:the\s)?(?:offensive|operation|campaign|attack|assault|raid|invasion)", stated["whose"])
            yield _aim(sentence, stated["aim"], whose.side if whose else starter if bare else None)
        elif attempt:
            who = parties.read(re.sub(r"^(?:On|In|By|At)\s[^,]*,\s", "", attempt["who"]).strip())
            if who:
                yield _aim(sentence, attempt["aim"], who.side)


def _aim(sentence: Sentence, text: str, side: str | None) -> Aim:
    source = sentence.source.within(text) if isinstance(sentence.source, Quote) else sentence.source
    return Aim(text.strip(), side, source)
