"""Text → the verbs in it of a closed list of military actions, each with its canonical action and form.

To add a synonym, put it behind its action; to add an action, add a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


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
    "sink": (Need.ANY, "sink, scuttle"),
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
LASTING = ("continue", "hold", "besiege", "conduct", "report")  # what goes on for days, or is only reported: one day denies no other
_IRREGULAR = {
    "take": ("took", "taken"), "retake": ("retook", "retaken"), "re-take": ("re-took", "re-taken"), "overrun": ("overran", "overrun"),
    "cut": ("cut", "cut"), "hold": ("held", "held"), "sink": ("sank", "sunk"), "begin": ("began", "begun"), "make": ("made", "made"),
    "withdraw": ("withdrew", "withdrawn"), "fall": ("fell", "fallen"), "drive": ("drove", "driven"), "beat": ("beat", "beaten"),
    "throw": ("threw", "thrown"), "lose": ("lost", "lost"), "be": ("was", "been"),
}  # fmt: skip
_DOUBLED = frozenset(("repel", "cut", "begin", "overrun"))  # verbs whose last letter doubles: repelled, cutting


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


_WORD = re.compile(r"\w+")
# "seized the reins", "fell upon their flank", "fell on the left"; "fell on the 5th" and "fell on the next day" tell when.
_NO_PLACE = (
    r"(?!\sthe\s(?:reins|initiative|opportunity|chance|moment|throne|crown|lead)\b)(?!(?<=[Ff]ell)\s(?:upon\b|on\s(?:the|their|his|its)\s"
    r"(?!\d|morning|afternoon|evening|night|day|eve\b|same|next|following|first|second|third|last|\w+(?:th|st)\b)))"
)
_MISSILES = re.compile(r"\b(?:rounds|shells|bombs|rockets|missiles|torpedoes|grenades|arrows|blows)\s$")


@cache
def _pattern() -> re.Pattern[str]:
    alternatives = sorted(_surfaces(), key=len, reverse=True)
    # "were still in control of", "was heavily bombed": an adverb may stand inside
    joined = "|".join(re.escape(text).replace(r"\ ", r"\s(?:(?:also|still|now|then|again|firmly|full)\s)?") for text in alternatives)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])(?!\s(?:part|place|advantage|over|off|up|down|out)\b){_NO_PLACE}")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(part for surface in _surfaces() for part in _WORD.findall(surface)[:1])


def verbs(text: str) -> Iterator[Verb]:
    """Find the verbs of the closed list, in order."""
    if _first_words().isdisjoint(_WORD.findall(text)):
        return
    for match in _pattern().finditer(text):
        surface = re.sub(r"\s(?:also|still|now|then|again|firmly|full)(?=\s)", "", match[0])
        action, form, weak = _surfaces()[surface if surface in _surfaces() else match[0]]
        if action in ("land", "fall") and _MISSILES.search(text, max(0, match.start() - 12), match.start()):
            continue
        yield Verb(action, form, match.start(), match.end(), weak)


def need(action: str) -> Need:
    """What an action's sentence must name."""
    return _TABLE[action][0]
