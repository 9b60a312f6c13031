"""A dated sentence without a verb of the closed list → the statement as a whole, an event that no caption tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.model import Campaign, Event, EventKind
from quizgen.prose.actions import ADVERBS
from quizgen.prose.clauses import Clause, clauses
from quizgen.prose.days import Scene
from quizgen.prose.parties import Parties, Party
from quizgen.prose.things import Reader, all_names
from quizgen.prose.times import Mention, When

_PLAN = re.compile(
    r"\b(?:would|could|might|should|will|preparing|(?:was|were|had|been|who)\s(?:\w+\s)?(?:planned|scheduled)|(?<!-)planned to|"
    r"planning to|intended|going to|speculated|(?:was|were|is|be)\sexpected|"
    r"expected to|was to|were to|[Pp]lans? (?:was|were|called))\b"
)
_INTENT = re.compile(r"\b(?:was|were|been)\s(?:\w+\s)?(?:preparing|planning|planned|scheduled|intended)\b|\bspeculated\b")
_SCHOLARS = re.compile(
    r"\b(?:histori(?:an|ograph)\w*|scholars?|wrote|written|assert\w+|argue\w+|interview\w*|memoirs?|biograph\w+|unknown)\b|\bI\b(?!\s[A-Z])"
)
TELLS = re.compile(
    r"\b(?:was|were|\w+ed|took|began|held|fell|drove|broke|sank|fought|came|went|made|led|cut|met|won|lost|gave|sent|left|set|ran|"
    r"shot|flew|lay|stood|said|told|found|saw|hit|struck|got|kept|sought|thought|brought|caught|spent|split|spoke|rose|threw|became|"
    r"wrote|chose|drew|swept|sent|gave|arose|withdrew|retook|overran|dug|slept|grew|knew|blew|froze|spread|shook|rode|bore|tore|"
    r"stuck|swung|paid|heard|"
    r"felt|dealt|built|burnt|bound|fled|shut|put|beat|laid|bade|bent|bled|bred|clung|crept|fed|flung|forbade|forsook|hung|hid|kneeled|knelt|leapt|"
    r"lent|meant|overcame|overthrew|overtook|sang|slew|slid|slipped|sold|sped|sprang|stole|strove|swam|swore|taught|undertook|underwent|"
    r"upset|wept|withstood|woke|wound|wrought)\b"
)
# What had been done by a day that its own clause names: "The town had fallen on 10 June".
_HAD_DONE = re.compile(
    r"\bhad\s(?:\w+ly\s|also\s|already\s|just\s|first\s)*(?:been\s(?:\w+ly\s)?\w+(?:ed|en|wn|un|st|ght)|gone|come|begun|fallen|taken|given|become|risen|driven|broken|\w+ed)\b"
)
_DEFINES = re.compile(r"\b(?:refers? to|is|are)\b")
_STATIVE = re.compile(r"\b(?:was|were|remained|existed|included|consisted|continued|had|lay|stood)\b")
_SPOKEN = re.compile(r"\b(?:announced|claimed|stated|declared|said|issued a statement|claims)\b")
LEADING = re.compile(r"^\W*(?:(?:and|but|then|subsequently|however|meanwhile|both|in turn|instead|also)\b\W*)*")
_HELPED = re.compile(r"\b(?:provided?|gave|give|enabled?|allowed)\s(?P<who>(?:the\s)?[\w-]+)\s(?:enough\s)?(?:time\s)?to\b")
UNDERGOES = re.compile(
    r"(?:was|were)\s(?:\w+ly\s|also\s|then\s|soon\s|both\s|all\s|again\s)*(?:struck|shot|\w+(?:ed|en|wn|ung|unk|ught|ept|eft)|told|sold|held|lost|cut|hit|made|sent|paid|"
    r"found|put|set|fed|led)\b"
)
# Words of those who tell of it afterwards.
_ACCOUNT = re.compile(
    r"\b(?:histori\w+|authors?|scholars?|chronicle\w*|according to|wrote|writes|writing|written|argued?s?|estimate\w*|later|modern|"
    r"records?|sources?|accounts?|legends?|tradition\w*|seems?|appears?|believed?s?|today|post-?war|years?|months?|weeks?|memoirs?|interview\w*|"
    r"recall\w*|remember\w*|claim\w*|reports?|described?s?)\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(
    r"\bhad\s(?:\w+ly\s|also\s|already\s|just\s|not\s)*(?!(?:ten|seven|eight|great|light|most|almost|about|even)\b)(?:been|\w+ed|\w+n|\w+t)\b"
)


# Clauses whose time is that of the verb before them, where they have none of their own.
_CARRIED = frozenset(
    ("main", "ing", "during", "with", "without", "against", "in order", "in an attempt", "in an effort", "attempting", "trying")
)


# The day is that of what went before: "The siege followed the victory of 5 May at Orl".
_AFTER_ANOTHER = re.compile(
    r"\b(?:followed|preceded)\s(?:on\s)?(?:the|an?|his|her|their|its)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:victory|defeat|battle|siege|capture|fall|landings?|invasion|raid|surrender|assault|attack)\s(?:[\w’'-]+\s){0,4}?(?:on|in|of)\s(?:[a-z]+\s){0,3}$"
)
# A clause that opens a sentence and has a subject of its own: "As the League advanced, …".
_FRONTED = re.compile(r"(?:As|When|While|Whilst|After|Before|Once|Since|Because|Although|Though|If|Until|Whereas)\s", re.IGNORECASE)
_OPENS = re.compile(r"(?:;|\b(?:and|but|then|while))\W+(?:(?:on|in|by|at|the|early|late|during|later|around|night|morning|evening|of)\s)*$")


def is_told(text: str) -> bool:
    """Whether a sentence tells something that happened, and does not define or describe ("refers to", "is")."""
    first = TELLS.search(text)
    while first and first[0][0].isupper():
        first = TELLS.search(text, first.end())  # Allied, United
    if first is None:
        return bool(_HAD_DONE.search(text))
    return not _DEFINES.search(text[: first.start()])


def statements(scene: Scene, campaign: Campaign, parties: Parties, reader: Reader) -> Iterator[Event]:
    """Give the sentence as one event for each time that it names; nothing for plans and unsettled times, nor for what had
    been done before the time that the sentence only inherits.
    """
    text = scene.sentence.text
    times = _times(scene)
    for when in times:
        if _is_in_time(when, scene, campaign):
            party, verb = _subject(scene, parties)
            places = list(dict.fromkeys(all_names(reader)))
            own = _own(scene, when)
            if is_aside := bool(own) and all(_is_aside(text, clause) for clause in own):
                party = None
            if own and (is_aside or len(times) > 1):
                places = [place for place in places if any(place in text[c.start : c.end] for c in own)]
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
    """The times of the clauses that tell something done, each once; without a time of its own the one that rules the sentence."""
    told, text = scene.told, scene.sentence.text
    parts = clauses(text)
    head = next((m for m in told.mentions if m.is_head), None)
    had = _is_flashback(text)
    if head and not head.when and not head.bound and not told.ruling:
        return []
    found: dict[str, When] = {}
    for mention in told.mentions:
        when = mention.when or mention.bound
        if when is None or not (mention.moves or mention.is_head):
            continue
        is_own = _is_head_done(text, parts, mention) if mention is head else _is_done(text, parts, mention)
        if is_own:
            found.setdefault(when.date.edtf, replace(when, by=True) if mention is head and had else when)
    if found or (any(m.moves and (m.when or m.bound) for m in told.mentions) and told.ruling is None):
        return list(found.values())
    if _SCHOLARS.search(text):
        return []
    if told.by_section and (not _is_deed(text) or _ACCOUNT.search(text)):
        return []
    return [told.ruling] if told.ruling and not had and not _is_planned(text, parts) else []


def _is_head_done(text: str, parts: list[Clause], mention: Mention) -> bool:
    """Whether the first clause behind a time that opens the sentence tells something done."""
    verbs = ((c, verb) for c in parts if c.end > mention.end and (verb := TELLS.search(text, max(c.start, mention.end), c.end)))
    clause, verb = next(verbs, (None, None))
    return bool(clause and verb) and not _PLAN.search(text, mention.end, clause.end)  # type: ignore[union-attr]  # both hold


def _is_done(text: str, parts: list[Clause], mention: Mention) -> bool:
    """Whether the clause around a time tells something done: "X, which landed on 9 April"; "after its defeat in March" does not."""
    at = next((i for i, c in enumerate(parts) if c.start <= mention.start < c.end), None)
    if at is None:
        return False
    is_first = parts[at].kind in _CARRIED and not TELLS.search(text, 0, mention.start)
    if (is_first or (at and _OPENS.search(text, 0, mention.start))) and _is_head_done(text, parts[at:], mention):
        return True
    if _AFTER_ANOTHER.search(text, parts[at].start, mention.start):
        return False
    end = parts[at].end
    while at and (parts[at].kind in _CARRIED or mention.bound) and not _says(text, parts[at].start, end):
        at -= 1  # "they left, backed by tanks, on 5 May", "they came without warning on 5 May"
    return _says(text, parts[at].start, end) and not _PLAN.search(text, parts[at].start, end)


def _says(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells something done, or that it had been."""
    return any(match[0].islower() for match in TELLS.finditer(text, start, end)) or bool(_HAD_DONE.search(text, start, end))


def _own(scene: Scene, when: When) -> list[Clause]:
    """The clauses that name a time."""
    own = [m for m in scene.told.mentions if (time := m.when or m.bound) and time.date == when.date and not m.is_head]
    return [c for m in own for c in clauses(scene.sentence.text) if c.start <= m.start < c.end]


def _is_aside(text: str, clause: Clause) -> bool:
    """Whether a clause has a subject of its own: "they kept Orl until its bridge fell on 5 May"."""
    is_own = clause.kind == "relative" if clause.start else bool(_FRONTED.match(text))
    return is_own and _says(text, clause.start, clause.end)


def _is_planned(text: str, parts: list[Clause]) -> bool:
    """Whether a sentence without a time of its own tells a plan, or how things stood while something was planned."""
    verb = TELLS.search(text)
    clause = next((c for c in parts if verb and c.start <= verb.start() < c.end), None)
    return bool(_INTENT.search(text) or _PLAN.search(text, 0, clause.end if clause and _is_deed(text) else len(text)))


def _is_deed(text: str) -> bool:
    """Whether the first verb tells something done, and not how things were."""
    verb = TELLS.search(text)
    return bool(verb and (not _STATIVE.match(text, verb.start()) or UNDERGOES.match(text, verb.start())))


def _subject(scene: Scene, parties: Parties) -> tuple[Party | None, str]:
    """Who the sentence says acts, if it says so, and its first finite verb."""
    text = scene.sentence.text
    head = next((m.end for m in scene.told.mentions if m.is_head), 0)
    body = re.sub(r"^[A-Z][a-z]+(?:\s\w+){0,4},\s", "", LEADING.sub("", text[head:].lstrip(" ,")))
    if _FRONTED.match(body):
        body = _main(body)
    verb = TELLS.search(body)
    if not verb:
        return None, ""
    party = parties.read(re.sub(r"\s(?:\w+ly|still|also|then)$", "", body[: verb.start()].strip()))
    helped = _HELPED.search(text)
    if party is None and helped:
        party = parties.read(helped["who"])
    undergoes = UNDERGOES.match(body, verb.start())  # what was done to them is no act of theirs
    return None if undergoes else party, verb[0]


def _main(body: str) -> str:
    """A sentence from the first main clause behind the one that opens it; empty if there is none."""
    clause = next((c for c in clauses(body) if c.start and c.kind == "main" and TELLS.search(body, c.start, c.end)), None)
    return LEADING.sub("", body[clause.start :]) if clause and body[clause.start - 1] == "," else ""


def _kind(text: str, verb: str) -> EventKind:
    if _SPOKEN.search(text):
        return EventKind.ANNOUNCEMENT
    return EventKind.STATE if _STATIVE.fullmatch(verb) else EventKind.ACTION


def _is_in_time(when: When, scene: Scene, campaign: Campaign) -> bool:
    """Whether a day that the sentence only inherits lies in the campaign; its own date may lie anywhere."""
    own = any(m.when and m.when.date == when.date for m in scene.told.mentions) or any(m.bound for m in scene.told.mentions)
    return own or campaign.date is None or campaign.date.value.overlaps(when.date)


def _is_flashback(text: str) -> bool:
    perfect, past = _PERFECT.search(text), TELLS.search(text)
    return bool(perfect and (not past or perfect.start() <= past.start()))
