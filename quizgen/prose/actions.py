"""A closed list of military actions, each with its synonyms and verb forms, and an event → a clause in a wanted tense.

`verbs` finds the actions' verbs in a text. To add a synonym, put it behind its action; to add an action, add a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from quizgen.model import Campaign, Event, EventKind, Quote, names_of
from quizgen.naming import with_article


class Need(StrEnum):
    """What an action's sentence must name to be complete."""

    PLACE = "place"  # what it is done to: a place or another thing with a name
    ATTACK = "attack"  # an attack, or a whole such as a siege
    WHERE = "where"  # where it happens
    CONTENT = "content"  # what is said
    ANY = "any"  # what it is done to, with a name or without


# Canonical action: what it needs, and its verbs; a verb in brackets counts only with a named place behind it.
_TABLE: dict[str, tuple[Need, str]] = {
    "capture": (Need.PLACE, "capture, seize, take control of, gain control of, take possession of, overrun, conquer, (take)"),
    "recapture": (Need.PLACE, "recapture, re-capture, retake, re-take, regain, regain control of, reclaim, reoccupy, (recover)"),
    "occupy": (Need.PLACE, "occupy"),
    "liberate": (Need.PLACE, "liberate"),
    "secure": (Need.PLACE, "secure"),
    "enter": (Need.PLACE, "enter"),
    "reach": (Need.PLACE, "reach"),
    "cross": (Need.PLACE, "cross"),
    "cut": (Need.PLACE, "cut, sever"),
    "besiege": (Need.PLACE, "besiege"),
    "encircle": (Need.PLACE, "encircle, surround"),
    "abandon": (Need.PLACE, "abandon, evacuate"),
    "lose": (Need.PLACE, "lose control of, (lose)"),
    "hold": (Need.PLACE, "be in control of, (hold), (control)"),
    "attack": (Need.PLACE, "attack, assault"),
    "raid": (Need.PLACE, "raid"),
    "bomb": (Need.PLACE, "bomb"),
    "shell": (Need.PLACE, "shell"),
    "bombard": (Need.PLACE, "bombard"),
    "destroy": (Need.PLACE, "destroy"),
    "sink": (Need.PLACE, "sink, scuttle"),
    "defeat": (Need.PLACE, "defeat, rout"),
    "repel": (Need.ATTACK, "repel, repulse, beat back, beat off, fend off, throw back, push back, drive back"),
    "launch": (Need.ATTACK, "launch, mount"),
    "conduct": (Need.ATTACK, "conduct, carry out"),
    "call in": (Need.ATTACK, "call in"),
    "begin": (Need.ATTACK, "begin, start, commence"),
    "resume": (Need.ATTACK, "resume"),
    "continue": (Need.ATTACK, "continue"),
    "end": (Need.ATTACK, "end, call off"),
    "report": (Need.ATTACK, "be reported"),
    "advance": (Need.WHERE, "advance, make an advance"),
    "withdraw": (Need.WHERE, "withdraw, retreat, pull back, fall back, pull out"),
    "arrive": (Need.WHERE, "arrive"),
    "land": (Need.WHERE, "land"),
    "shift": (Need.WHERE, "shift"),
    "link up": (Need.WHERE, "link up"),
    "surrender": (Need.WHERE, "surrender, capitulate"),
    "fall": (Need.WHERE, "(fall)"),
    "suffer": (Need.ANY, "suffer"),
    "kill": (Need.ANY, "kill"),
    "reject": (Need.ANY, "reject"),
    "announce": (Need.CONTENT, "announce, declare, proclaim"),
}
ACTIONS = tuple(_TABLE)
ACTIONS = frozenset(_TABLE)
_IRREGULAR = {
    "take": ("took", "taken"), "retake": ("retook", "retaken"), "re-take": ("re-took", "re-taken"), "overrun": ("overran", "overrun"),
    "cut": ("cut", "cut"), "hold": ("held", "held"), "sink": ("sank", "sunk"), "begin": ("began", "begun"), "withdraw": ("withdrew", "withdrawn"),
    "fall": ("fell", "fallen"), "drive": ("drove", "driven"), "beat": ("beat", "beaten"), "throw": ("threw", "thrown"), "make": ("made", "made"),
    "lose": ("lost", "lost"), "call": ("called", "called"), "pull": ("pulled", "pulled"), "be": ("was", "been"),
}  # fmt: skip
_DOUBLED = frozenset(("repel", "cut", "begin", "overrun"))  # verbs whose last letter doubles: repelled, cutting
_INCHOATIVE = frozenset(("begin", "resume", "continue", "end", "shift"))  # without an actor these happen of themselves
ADVERBS = ("reportedly", "allegedly", "apparently", "supposedly", "purportedly", "possibly", "probably", "largely", "partially", "partly")


class Tense(StrEnum):
    """How a clause says its verb: "rebels capture …", "(did) rebels capture …", "rebels captured …"."""

    PRESENT = "present"
    BASE = "base"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Verb:
    """An action's verb in a text, from `start` to `end`; `form` is base, third, past, participle or ing."""

    action: str
    form: str
    start: int
    end: int
    weak: bool = False

    @property
    def need(self) -> Need:
        """What its sentence must name."""
        return _TABLE[self.action][0]


@cache
def forms(verb: str) -> dict[str, str]:
    """Give the forms of a verb, particles kept: {"base": "take control of", "third": "takes control of", …}."""
    word, space, rest = verb.partition(" ")
    past, participle = _IRREGULAR.get(word) or (_regular(word),) * 2
    third = "is" if word == "be" else _third(word)
    ing = word[:-1] if word.endswith("e") and word != "be" else word + word[-1] * (word in _DOUBLED)
    parts = {"base": word, "third": third, "past": past, "participle": participle, "ing": ing + "ing"}
    return {form: part + space + rest for form, part in parts.items()}


def _regular(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return word + word[-1] * (word in _DOUBLED) + "ed"


def _third(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", word) else "s")


@cache
def _surfaces() -> dict[str, tuple[str, str, bool]]:
    """Every verb form → its action, its form (past before participle where they are alike), whether it needs a named place."""
    found: dict[str, tuple[str, str, bool]] = {}
    for action, (_, verbs_) in _TABLE.items():
        for verb in verbs_.split(", "):
            bare = verb.strip("()")
            for form, surface in forms(bare).items():
                for text in {surface, surface.replace("was ", "were ", 1)} if bare.startswith("be ") else {surface}:
                    found.setdefault(text, (action, form, bare != verb))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    alternatives = sorted(_surfaces(), key=len, reverse=True)
    # "were still in control of", "was heavily bombed": an adverb may stand inside
    joined = "|".join(re.escape(text).replace(r"\ ", r"\s(?:(?:also|still|now|then|again|firmly|full)\s)?") for text in alternatives)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])(?!\s(?:part|place|advantage|over|off|up|down|out)\b)")


def verbs(text: str) -> Iterator[Verb]:
    """Find the verbs of the closed list, in order."""
    for match in _pattern().finditer(text):
        surface = re.sub(r"\s(?:also|still|now|then|again|firmly|full)(?=\s)", "", match[0])
        action, form, weak = _surfaces()[surface if surface in _surfaces() else match[0]]
        yield Verb(action, form, match.start(), match.end(), weak)


def actor(event: Event, campaign: Campaign) -> str:
    """Name who acted, as in the middle of a sentence: "rebels", "government forces", "the Russian Air Force"; else empty."""
    if event.actor:
        return event.actor if event.actor[:1].islower() or event.actor.startswith("1") else the(event.actor, campaign)
    if event.side is None:
        return ""
    label = campaign.side(event.side).label
    return "" if label is None else label.value if label.value[:1].islower() else with_article(label.value)


def clause(event: Event, campaign: Campaign, tense: Tense | str) -> str | None:
    """Say an event as a clause that begins in lower case: PRESENT "rebels capture the Al-Hikma school", BASE (after "did") the
    same with the bare verb, PAST "rebels captured …"; None where its slots make no true and complete statement.
    """
    tense = Tense(tense)
    action = event.action
    if action is None or not _is_complete(event):
        return None
    adverbs, partitive = _hedges(event.hedge)
    thing = f"{partitive} {_thing(event, campaign)}".strip() if event.object else ""
    where = _where(event, campaign) if event.place else ""
    subject = actor(event, campaign)
    if event.kind is EventKind.ANNOUNCEMENT:
        said = f"that {event.object}" if tense is Tense.PRESENT else f"that {_backshift(event.object or '')}"
        return _join(subject, _verb(action, subject, tense), said) if subject and event.object else None
    if subject:
        return _join(subject, adverbs, _verb(action, subject, tense), thing, where)
    if action in _INCHOATIVE:
        return _join(thing, adverbs, _verb(action, thing, tense), where) if thing else None
    if tense is Tense.BASE or not thing or _TABLE[action][0] is Need.WHERE:
        return None
    verb = ("are" if is_plural(thing) else "is") if tense is Tense.PRESENT else ("were" if is_plural(thing) else "was")
    return _join(thing, verb, adverbs if action != "report" else "", forms("report" if action == "report" else action)["participle"], where)


def _is_complete(event: Event) -> bool:
    """Whether its slots say enough: a name to what needs one; "two hills" and "an offer" leave the reader asking which."""
    match _TABLE[event.action or ""][0]:
        case Need.PLACE:
            return bool(re.search(r"[A-Z]", event.object or ""))
        case Need.WHERE:
            return bool(event.place)
        case Need.ANY:
            return event.action == "suffer" and bool(event.object)
        case Need.CONTENT:
            return bool(event.object)
        case _:
            by_someone = event.side is not None or event.actor is not None
            return bool(event.object) and (by_someone or bool(event.place) or bool(re.search(r" of .*[A-Z]", event.object or "")))


def _hedges(hedge: str | None) -> tuple[str, str]:
    """Part a hedge into adverbs ("reportedly") and what narrows the object ("at least a part of")."""
    words = (hedge or "").split(", ")
    return " ".join(w for w in words if w in ADVERBS), " ".join(w for w in words if w not in ADVERBS)


def _verb(action: str, subject: str, tense: Tense) -> str:
    if tense is Tense.PAST:
        return forms(action)["past"]
    return forms(action)["third" if tense is Tense.PRESENT and not is_plural(subject) else "base"]


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase takes a plural verb: "rebels inside Aleppo", "parts of the city", "X and Y"; "forces", not "corps"."""
    head = re.split(r"\s(?:in|inside|outside|both|of|from|on|at|against|under|near)\s", phrase, maxsplit=1)[0]
    if re.search(r"\b(?:parts|most|half|percent) of\b", phrase):
        return "parts" in phrase.split()[0] or is_plural(phrase.split(" of ", 1)[1])
    last = head.split()[-1].casefold() if head else ""
    return " and " in head or (last.endswith("s") and not last.endswith(("ss", "us", "is", "corps", "'s", "’s"))) or last in ("troops", "men")


def _thing(event: Event, campaign: Campaign) -> str:
    return the(event.object or "", campaign)


def _where(event: Event, campaign: Campaign) -> str:
    """The place with the preposition that the sentence gives it."""
    place = event.place or ""
    entity = campaign.entity(place)
    for name in sorted(names_of(entity) if entity else (place,), key=len, reverse=True):
        match = re.search(rf"\b({PREPOSITIONS})\s(?:(?:the|nearby|village|town|city|district|of)\s)*{re.escape(name)}(?!\w)", event.sentence.text)
        if match:
            return f"{match[1].removeprefix('both ')} {the(place, campaign)}"
    return f"at {the(place, campaign)}"


_COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?"
PREPOSITIONS = rf"(?:both\s)?{_COMPASS}(?:\sand\s{_COMPASS})?\sof|into|in|at|on|onto|near|against|towards?|from|to|around|inside|outside|off|along"


def the(name: str, campaign: Campaign) -> str:
    """Put "the" before a name that the prose writes with it; a phrase in lower case stands as it is."""
    if not name or name[0].islower() or name.startswith(("the ", "The ")):
        return name
    texts = [s.text for s in campaign.sentences] + [o.source.quote for o in campaign.outcomes if isinstance(o.source, Quote)]
    found = [m for text in texts for m in re.finditer(rf"(\b[Tt]he\s)?(?<!\w){re.escape(name)}(?![\w-])(?!\s(?:district|village|neighbou?rhood|area|city|town|base)\b)", text)]
    if not found:
        return with_article(name)
    return f"the {name}" if 2 * sum(1 for m in found if m[1]) >= len(found) else name


def _backshift(said: str) -> str:
    return re.sub(r"\b(?:has|have) been\b", "had been", said)


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def need(action: str) -> Need:
    """What an action's sentence must name."""
    return _TABLE[action][0]
