"""A dated sentence without a verb of the closed list → the statement as a whole, an event that no caption tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model import Campaign, Event, EventKind
from quizgen.prose.actions import ADVERBS
from quizgen.prose.clauses import clauses
from quizgen.prose.days import Scene
from quizgen.prose.parties import Parties, Party
from quizgen.prose.things import Reader, all_names
from quizgen.prose.times import When

_PLAN = re.compile(
    r"\b(?:would|could|might|should|will|preparing|(?:was|were|had|been|who)\s(?:\w+\s)?(?:planned|scheduled)|(?<!-)planned to|"
    r"planning to|intended|going to|speculated|"
    r"expected|was to|were to|[Pp]lans? (?:was|were|called))\b"
)
_TELLS = re.compile(
    r"\b(?:was|were|\w+ed|took|began|held|fell|drove|broke|sank|fought|came|went|made|led|cut|met|won|lost|gave|sent|left|set|ran|"
    r"shot|flew|lay|stood|said|told|found|saw|hit|struck|got|kept|sought|thought|brought|caught|spent|split|spoke|rose|threw|"
    r"wrote|chose|drew|swept|sent|gave|arose|withdrew|retook|overran|dug|slept|grew|knew|blew|froze|spread|shook|rode|bore|tore|"
    r"stuck|swung|paid|heard|"
    r"felt|dealt|built|burnt|bound|fled|shut|put|beat)\b"
)
_DEFINES = re.compile(r"\b(?:refers? to|is|are)\b")
_STATIVE = re.compile(r"\b(?:was|were|remained|existed|included|consisted|continued|had|lay|stood)\b")
_SPOKEN = re.compile(r"\b(?:announced|claimed|stated|declared|said|issued a statement|claims)\b")
LEADING = re.compile(r"^\W*(?:(?:and|but|then|subsequently|however|meanwhile|both|in turn|instead|also)\b\W*)*")
_HELPED = re.compile(r"\b(?:provided?|gave|give|enabled?|allowed)\s(?P<who>(?:the\s)?[\w-]+)\s(?:enough\s)?(?:time\s)?to\b")
_UNDERGOES = re.compile(
    r"(?:was|were)\s(?:\w+ly\s|also\s|then\s)*(?:\w+(?:ed|en|wn|ung|unk|ught|ept|eft)|told|sold|held|lost|cut|hit|made|sent|paid|"
    r"found|put|set|fed|led)\b"
)
_PERFECT = re.compile(r"\bhad\s(?:\w+ly\s|also\s|already\s)*(?:been|\w+ed|\w+n)\b")


def is_told(text: str) -> bool:
    """Whether a sentence tells something that happened, and does not define or describe ("refers to", "is")."""
    first = _TELLS.search(text)
    return bool(first) and not _DEFINES.search(text[: first.start() if first else None])


def statements(scene: Scene, campaign: Campaign, parties: Parties, reader: Reader) -> Iterator[Event]:
    """Give the sentence as one event for each time that it names; nothing for plans, flashbacks and unsettled times."""
    text = scene.sentence.text
    for when in _times(scene):
        if not _PLAN.search(text) and _is_in_time(when, scene, campaign) and (when.by or not _is_flashback(text)):
            party, verb = _subject(scene, parties)
            places = list(dict.fromkeys(all_names(reader)))
            yield Event(
                _kind(text, verb),
                scene.sentence,
                when.date,
                when.by,
                party.side if party else None,
                party.actor if party else None,
                hedge=next((word for word in ADVERBS if re.search(rf"\b{word}\b", text)), None),
                place=places[0] if len(places) == 1 else None,
            )


def _times(scene: Scene) -> list[When]:
    """The times that the sentence names in its main clauses, each once; without such the one that rules it."""
    told, text = scene.told, scene.sentence.text
    ruling = [told.ruling] if told.ruling else []
    if any(m.is_head for m in told.mentions):
        return ruling
    parts = clauses(text)
    own = [m for m in told.mentions if m.moves and any(c.start <= m.start < c.end and c.kind != "relative" for c in parts)]
    is_list = len(own) > 1  # a list of dates may stand behind a colon
    settled = {m.when.date.edtf: m.when for m in own if m.when and (is_list or not re.search(r";|:\s", text[: m.start]))}
    return list(settled.values()) or ([] if own else ruling)


def _subject(scene: Scene, parties: Parties) -> tuple[Party | None, str]:
    """Who the sentence says acts, if it says so, and its first finite verb."""
    text = scene.sentence.text
    head = next((m.end for m in scene.told.mentions if m.is_head), 0)
    body = re.sub(r"^[A-Z][a-z]+(?:\s\w+){0,4},\s", "", LEADING.sub("", text[head:].lstrip(" ,")))
    verb = _TELLS.search(body)
    if not verb:
        return None, ""
    party = parties.read(re.sub(r"\s(?:\w+ly|still|also|then)$", "", body[: verb.start()].strip()))
    helped = _HELPED.search(text)
    if party is None and helped:
        party = parties.read(helped["who"])
    undergoes = _UNDERGOES.match(body, verb.start())  # what was done to them is no act of theirs
    return None if undergoes else party, verb[0]


def _kind(text: str, verb: str) -> EventKind:
    if _SPOKEN.search(text):
        return EventKind.ANNOUNCEMENT
    return EventKind.STATE if _STATIVE.fullmatch(verb) else EventKind.ACTION


def _is_in_time(when: When, scene: Scene, campaign: Campaign) -> bool:
    """Whether a day that the sentence only inherits lies in the campaign; its own date may lie anywhere."""
    own = any(m.when and m.when.date == when.date for m in scene.told.mentions)
    return own or campaign.date is None or campaign.date.value.overlaps(when.date)


def _is_flashback(text: str) -> bool:
    perfect, past = _PERFECT.search(text), _TELLS.search(text)
    return bool(perfect and past and perfect.start() <= past.start())
