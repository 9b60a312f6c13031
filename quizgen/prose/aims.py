"""Sentences → what a side set out to do, as words that follow "to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model import Aim, Campaign, Quote, Sentence
from quizgen.prose.parties import ATTACKS, Parties

_STATED = re.compile(
    r"\b(?P<noun>aims?|objectives?|goals?|purpose|intention|object)\sof\s(?P<whose>(?:the\s)?[\w\s'’-]{3,50}?)\s(?:was|"
    r"were)\sto\s(?P<aim>[^.;]+?)(?=[.;]|,\s(?:after|which|while|when|as|although|but)\b|$)",
    re.IGNORECASE,
)
_ATTEMPT = re.compile(
    rf"(?P<who>^.*?)\b(?:launched|began|started|mounted|opened)\b.*?(?:{ATTACKS}).*?\bin\san\s(?:attempt|effort)\sto\s(?P<aim>[^.;,]+)"
)


_BARE = re.compile(r"(?:the\s)?(?P<noun>offensive|operation|campaign|attack|assault|raid|invasion)")
# Sections that tell of what came before or after: other attacks, and what was meant to be done with the prisoners.
_AROUND = re.compile(r"background|origins?|causes|aftermath|legacy|consequence|subsequent|analysis|casualties|memor|later|assessment", re.I)
_AGAINST = re.compile(r"^[^.;]*?\b(?:offensive|operation|campaign|attack|assault|raid|invasion)\b[^.]*?\sagainst\s(?P<whom>[^,.;]+)")


def aims(sentences: tuple[Sentence, ...], parties: Parties, campaign: Campaign, starter: str | None) -> Iterator[Aim]:
    """Find the aims, in order. `starter`: the side that began the campaign, whose "the offensive" is.

    Only what the campaign itself was for: no aim of what led to it or followed it, nor one of nobody known.
    """
    for sentence in sentences:
        stated = _STATED.search(sentence.text)
        attempt = _ATTEMPT.search(sentence.text)
        if _AROUND.search(sentence.section):
            continue
        if stated:
            whose = parties.read(stated["whose"])
            bare = _BARE.fullmatch(stated["whose"])
            if bare and (not sentence.section or bare["noun"] in campaign.title.value.casefold()):
                yield _aim(sentence, stated["aim"], starter)
            elif whose and whose.side and not bare:
                yield _aim(sentence, stated["aim"], whose.side)
        elif attempt:
            who = parties.read(re.sub(r"^(?:On|In|By|At)\s[^,]*,\s", "", attempt["who"]).strip())
            if who:
                yield _aim(sentence, attempt["aim"], who.side)


def starter(campaign: Campaign, parties: Parties) -> str | None:
    """The side whose the campaign is, where the lead says so: launched "by" them, or, of two sides, "against" the other."""
    lead = next((s.text for s in campaign.sentences), "")
    agent = lead.partition(" by ")[2][:40] if re.search(r"launched|conducted", lead) else ""
    by = {owner.side for owner in parties.found(agent) if owner.side}
    if by:
        return by.pop() if len(by) == 1 else None
    against = _AGAINST.search(lead)
    whom = {owner.side for owner in parties.found(against["whom"])} if against else set()
    others = [side.id for side in campaign.sides if side.id not in whom]
    return others[0] if len(whom) == 1 and len(others) == 1 and len(campaign.sides) == 2 else None


def _aim(sentence: Sentence, text: str, side: str | None) -> Aim:
    source = sentence.source.within(text) if isinstance(sentence.source, Quote) else sentence.source
    return Aim(text.strip(), side, source)
