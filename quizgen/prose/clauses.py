"""Sentence → its verbs of the closed list, each with its mood, its subject's words and what stands behind it.

A shallow reading that gives up early: a verb counts as done only where it is finite and past, in a main clause or one
told at its time ("while", "when", "after which"), without "not", "would", "tried to" or "had".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.prose.actions import ADVERBS
from quizgen.prose.verbs import Verb, forms, verbs
from quizgen.prose.words import words

# Times of day: "before dawn on 5 May" opens no clause.
LIGHT = r"\s(?:dawn|daybreak|daylight|first\slight|sunrise|noon|midday|sunset|dusk|dark|nightfall|midnight)\b"
# Nor does a length of time: "after five weeks, on 4 May, it fell".
SPAN = (
    r"\s(?:(?:only|some|about|over|nearly|almost|more\sthan|a|an|the|few|several|many)\s)*(?:[\w-]+\s)?"
    r"(?:hours?|days?|nights?|weeks?|months?|years?)\b"
)
# A place that an army comes to: "came before the city on 5 May" opens none either.
_BEFORE_A_PLACE = r"\s(?:(?:the|its)\s(?:city|town|walls|gates|fortress|castle|citadel|capital)|[A-Z][\w-]+)(?=\son\b)"
_PARALLEL = "while|but|whereas|when|after which|upon which"
_RELATIVE = (
    rf"after(?!\sanother|{LIGHT}|{SPAN})|before(?!{LIGHT}|{_BEFORE_A_PLACE})|"
    rf"until(?!{LIGHT})|till|because|although|though|since|if|unless|as soon as|"
    r"(?<!well\s)(?<!far\s)(?<!soon\s)as(?!\s(?:well|far|soon))|which|who|whom|whose|that|where|in which|so that"
)
_PHRASE = r"in order|despite|with|without|due to|following|in an attempt|in an effort|attempting|trying|hoping|including|against|during"
_FINITE = (
    r"(?:\w+ly\s|also\s|then\s|again\s|later\s|eventually\s)?"
    r"(?:was|were|managed|(?!\w+(?:eed)\b)\w+ed|took|began|held|withdrew|cut|retook|fell|sank|made)\b"
)
# Of text whose first letter is made small: to ignore case throughout takes three times as long.
_CUT = re.compile(
    rf"(?:(?<!\w)|(?=[;:—,\s]))(?:(?:[;:—,])?\s?\b(?P<parallel>{_PARALLEL})\b|(?:,\s|\s|^)(?P<relative>{_RELATIVE})\b|(?:,\s|\s|^)(?P<phrase>{_PHRASE})\b|"
    rf",\s(?P<ing>(?!(?:fighting|shelling|bombing|morning|evening)\b)\w+ing)\b"
    rf"|,?\sand\s(?={_FINITE})|[;—]|:(?!\d)|,(?=\s)|^once\b)"
)
_GROUP = re.compile(
    r"(?P<aux>(?:\s?\b(?:was|were|is|are|be|been|being|had|has|have|having|would|could|should|might|may|will|shall|must|did|do|"
    r"does|not|never|to|managed|able|unable|"
    r"began|started|proceeded|went|on|trying|tried|attempted|attempting|failed|planned|planning|decided|ordered|forced|succeeded|"
    r"refused|continued|"
    r"(?:\w+ly)|also|again|once|then|now|soon|still|already|first|later|even|further|together|eventually|all|quickly|thus|twice|"
    r"both|jointly|finally)\b)*)\s?$"
)
_INSERTION = re.compile(
    r"\s(?:backed|supported|assisted|aided|led|commanded|accompanied|reinforced|joined|under|along with|together with)\b"
)
_DENYING = words(
    "not never would could should might may will shall must did do does failed tried trying attempted attempting unable planned planning "
    "nearly almost virtually practically perhaps maybe"
)
_FAR = 100  # characters before a verb in which its auxiliaries stand
_DONE_TO = re.compile(r"\b(?:managed|able|began|started|proceeded|went on)\b(?:\s\w+ly)?\sto\b")
_DETERMINER = re.compile(
    r"(?:^|\s)(?:the|a|an|its|their|his|her|of|in|on|at|by|from|recently|newly|with|for|no|this|these|those|any|some|each|all)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence; `kind` is main, relative, or the word that opens a phrase ("with")."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Act:
    """A verb as used: `passive`, `perfect` ("had captured"); `subject` are the words before it, empty where it has none of its own."""

    verb: Verb
    subject: str
    at: int  # where the subject's words begin
    clause: Clause
    passive: bool = False
    perfect: bool = False
    hedge: str | None = None
    chained: bool = False  # shares the subject of the act before it


def acts(text: str) -> Iterator[Act]:
    """Find what the sentence tells as done, in order."""
    done_before: tuple[bool, str] | None = None  # the last infinitive: whether achieved, and its hedge
    last_end = 0
    parts = clauses(text)
    for verb in verbs(text):
        clause = next((c for c in parts if c.start <= verb.start < c.end), None)
        if clause is None:
            continue
        near = max(clause.start, verb.start - _FAR)
        group = _GROUP.search(text[near : verb.start])
        aux = " ".join(group["aux"].split()) if group else ""
        begin = near + (group.start() if group else 0)
        at = max(clause.start, last_end)
        own = text[at:begin]
        if not last_end and not own.strip() and (before := _resumed(text, parts, clause)):
            at, own = before.start, text[before.start : before.end]
        if re.search(r"\w\s(?:they|it|he|she|we)$", own.rstrip()) or (re.match(r"\sto\b", text[verb.end :]) and verb.action == "begin"):
            continue  # "the points they lost"; "started to conduct" is told by its second verb
        shared = re.fullmatch(r"\W*(?:,?\s?(?:and|then|but)\s?)?\W*(?:also|then|again|finally|subsequently|later)?\s?", own)
        infinitive = verb.form == "base" and not (_is_homograph(verb) and " to" not in f" {aux}"[-4:])
        if infinitive:
            if aux.endswith("to") or " to " in f" {aux} ":
                done_before = (bool(_DONE_TO.search(aux)) and not _denied(aux, "managed able began started proceeded went to"), _hedge(aux))
            elif not re.search(r"(?:\band|,)\s(?:\w+ly\s)?$", text[: verb.start]):
                continue
            if not done_before or not done_before[0] or clause.kind != "main":
                continue
            yield Act(verb, own, at, clause, hedge=done_before[1] or None, chained=bool(shared) or not aux)
            last_end = verb.end
            continue
        act = _finite(verb, aux, own, text)
        if act and (clause.kind == "main" or (clause.kind == "with" and "being" in aux.split())):
            yield Act(verb, own, at, clause, act[0], act[1], _hedge(aux) or None, bool(shared))
            last_end = verb.end


def _resumed(text: str, parts: list[Clause], clause: Clause) -> Clause | None:
    """The clause with the subject of a verb behind an insertion: "the Army, backed by the air force, captured"."""
    i = parts.index(clause)
    is_insertion = i >= 2 and _INSERTION.match(text, parts[i - 1].start)
    return parts[i - 2] if is_insertion else None


def _is_homograph(verb: Verb) -> bool:
    """Whether its past reads like its base ("cut")."""
    word = forms(verb.action)["base"] if verb.action in ("cut",) else ""
    return bool(word)


def _denied(aux: str, allowed: str = "") -> bool:
    return bool((set(aux.split()) - words(allowed)) & _DENYING)


def _finite(verb: Verb, aux: str, own: str, text: str) -> tuple[bool, bool] | None:
    """Whether a past form or participle tells what was done: (passive, perfect); None if it does not."""
    used = aux.split()
    if verb.form not in ("past", "participle", "base") or _denied(aux) or " to" in f" {aux}" or "having" in used:
        return None
    be = bool({"was", "were", "been"} & set(used)) or "being" in used
    perfect = "had" in used
    if {"has", "have", "is", "are"} & set(used) or ("being" in used and not be):
        return None
    if be or perfect:
        return be, perfect
    if verb.form == "participle" or re.match(r"\sby\b(?!\s(?:\d|evening|noon|dawn|night|mid|the end|then|this))", text[verb.end :]):
        return None
    is_noun = _DETERMINER.search(text[max(0, verb.start - _FAR) : verb.start])  # "the attack"
    return None if is_noun or own.rstrip().endswith("-") else (False, False)


def _hedge(aux: str) -> str:
    return ", ".join(word for word in aux.split() if word in ADVERBS)


@lru_cache(maxsize=64)
def clauses(text: str) -> list[Clause]:
    """Cut a sentence at commas and conjunctions; say of each clause whether it tells what was done at the sentence's time."""
    found: list[Clause] = []
    kind, fronted = "main", False
    cuts = list(_CUT.finditer(text[:1].lower() + text[1:]))
    for i, cut in enumerate([None, *cuts]):
        stop = cuts[i].start() if i < len(cuts) else len(text)
        start = cut.end() if cut else 0
        if cut is None or cut["parallel"] or cut[0].strip() in (";", ":", "—"):
            kind, fronted = "main", False
        elif cut["relative"] or cut["phrase"] or cut["ing"]:
            kind, fronted = (
                ("relative" if cut["relative"] else (cut["phrase"] or "ing").casefold()),
                not re.search(r",|\w+\s\w+\s\w+\s\w", text[: cut.start()]),
            )
        elif cut[0].strip(", ") == "and":
            kind = "main" if kind != "relative" else kind
        elif fronted or _OPENS.match(text, start):
            kind, fronted = "main", False
        found.append(Clause(start, stop, kind))
    return [c for c in found if c.end > c.start]


# The words after a comma that open a main clause again: ", the Army …", ", and the rebels …", ", rebels …".
_OPENS = re.compile(r"\s(?:and\s|but\s)?(?:the\s|[A-Z]|\w+\s(?:forces|troops)\b|[a-z]{3,}s\s)")
