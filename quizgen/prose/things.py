"""The words behind a verb → what it was done to: each member of the list, by its full name, with what narrows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.prose.actions import PREPOSITIONS, is_plural
from quizgen.prose.names import PLACE_NOUNS, Name
from quizgen.prose.parties import ATTACKS
from quizgen.prose.words import words

_WHOLES = rf"{ATTACKS}|fighting|battle|clashes|siege|evacuation|withdrawal|retreat|hostilities"
_HEDGE = re.compile(
    r"(?:(?:at least|nearly|almost|about|over|more than|less than|up to)\s)?(?:(?:a|an|the)\s)?(?:(?:large|small|significant|"
    r"greater|good|considerable)\s)?"
    r"(?:parts?|portions?|most|half|much|some|bulk|majority|sections?|two[- ]thirds|third|quarter|rest|remainder|"
    r"\d+(?:\.\d+)?\s?(?:percent|per\scent|%))\sof\s"
)
_WHOLE = re.compile(r"(?:all\sof\s|the\swhole\sof\s|(?:the\s)?(?:entire|whole)\s)")
_DET = re.compile(r"(?:the|a|an)\s")
_NOUNS = "|".join(sorted(PLACE_NOUNS))
_ADJECTIVES = re.compile(
    rf"(?:(?!(?:the|of|in|on|at|by|to|from|and|or|as|with|for|into|which|that|near|around|between|outside|inside|over|under|across|along|against|"
    rf"former)\b)[a-z][\w-]*\s){{0,3}}?(?:(?:{_NOUNS})\sof\s(?:the\s)?)?$"
)
_COMPASS = re.compile(
    r"\b((?:rebel|government|\w+)-(?:held|controlled)\s|)((?:north|south|east|west|central|upper|lower)(?:east|west)?(?:ern)?)\s$"
)
_SHARED_NOUN = re.compile(rf"(?:,\s[A-Z][\w’'-]+)*,?\s(?:and|or)\s[A-Z][\w’'-]+\s(?:{_NOUNS})s\b", re.IGNORECASE)  # "Adam and Farrer Roads"
_PART = re.compile(r"(?:the\s)?(?:[a-z]+\s)?(?:outskirts|edges?|centre|center|suburbs?|banks?|shores?|coast|approaches)\sof\s(?:the\s)?$")
_PART_OF = re.compile(
    r"(?:[a-z-]+\s)?(?:outskirts|edges?|centre|center|suburbs?|banks?|shores?|coast|approaches|part|end|side)\sof\s(?:the\s)?"
)
_ROUTE = re.compile(
    r"(?:the|a)\s(?:[\w'’-]+\s){0,3}?(?:roads?|highway|route|railway|supply\slines?|lines?\sof\scommunications?|corridor|"
    r"border)\s(?:between|from|to|into|of)\s"
)
_FOLLOWS = re.compile(
    r"(?:\s*$|[.,;:)?!\"”—]|\s\(|\s(?:and|or|as|in|on|at|from|to|with|after|before|during|by|for|near|where|which|while|when|but|"
    r"without|despite|following|under|through|"
    r"using|along|against|because|since|until|late|early|later|once|again|that|then|also|was|were|had|started|began|continued|"
    r"resumed|ended|failed|stopped|\w+ly|inside|outside|north|south|east|west|between|around|across|into|the\s(?:next|same|"
    r"following))\b)"
)
_AND = re.compile(
    r",?\s(?:and\sthus|and\salso|as\swell\sas|and|including|along\swith|together\swith)\s|,\s(?=(?:(?:the|a|an|one|two|three|"
    r"parts|most)\b|\d|[A-Z]))"
)
_BEYOND = re.compile(r"\s(?:in|on|at|near|around|of|they|that)\b[^.;]*?(?=,?\sas\swell\sas\s|,?\sincluding\s)")
_AFTER_ALL = re.compile(r",?\sor\s(at least (?:a )?parts? of) (?:it|them)\b")
_NEXT_VERB = re.compile(
    r"\s(?:was|were|had|has|is|are|did|would|could|\w+ly\s\w+ed|managed|began|started|launched|advanced|attacked|retreated|withdrew|fell)\b"
)
_COMMON = re.compile(
    r"\d+\sout\sof\s\d+\s\w+|(?:(?:a|an)\s(?:\w+\s)?(?:number|amount|quantity)\sof\s(?:(?!during|in|on|at|from|"
    r"and)[\w-]+\s?){1,2})|(?:(?:a|an|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|several|some|many|both|[\d,]+|heavy|severe|light)\b\s?)(?:(?!(?:in|on|at|of|by|and|or|"
    r"that|which|from|with|to|during|after|before|when|while|as|near|for|into|north|south|east|west)\b)[\w-]+\s?){1,5}"
)
_BACK = words("new another fresh further more renewed additional subsequent same")


@dataclass(frozen=True, slots=True)
class Thing:
    """One member of a list: its text, or None where the words do not say which; where it ends; what narrows it."""

    text: str | None
    end: int
    hedge: str = ""
    included: bool = False  # named after "including": part of what stands before it
    entity: bool = False


@dataclass(frozen=True, slots=True)
class Attack:
    """An attack as a noun phrase: "a large assault", and the place behind it."""

    text: str
    end: int
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the noun phrases of one sentence: its names, and the full name of each as an entity (None: no entity)."""

    text: str
    names: Sequence[Name]
    full: Callable[[str], str | None]
    is_party: Callable[[str], bool]

    def things(self, at: int, stop: int | None = None) -> list[Thing]:
        """Read the list that begins at `at`; it ends where a member is no noun phrase or does something itself."""
        found: list[Thing] = []
        included = False
        limit = len(self.text) if stop is None else stop
        while at < limit:
            thing = self._thing(at, stop)
            if thing is None or (found and stop is None and _NEXT_VERB.match(self.text, thing.end)):
                break
            found.append(replace(thing, included=included))
            beyond = _BEYOND.match(self.text, thing.end)
            joint = _AND.match(self.text, beyond.end() if beyond else thing.end)
            if not joint:
                break
            included |= "including" in joint[0]
            at = joint.end()
        after = _AFTER_ALL.match(self.text, found[-1].end) if found else None
        return [replace(t, hedge=t.hedge or after[1]) for t in found] if after else found

    def _thing(self, at: int, stop: int | None) -> Thing | None:
        hedge = _HEDGE.match(self.text, at)
        start = hedge.end() if hedge else at
        whole = _WHOLE.match(self.text, start)
        start = whole.end() if whole else start
        words = hedge[0].strip() if hedge else ""
        named = self.route(start) or self._named(start, stop)
        if named:
            return replace(named, hedge=words)
        common = _COMMON.match(self.text, start)
        if common and not self.is_party(common[0]):
            return Thing(common[0].strip(), common.start() + len(common[0].rstrip()), words)
        rest = re.compile(
            r"(?:the|its|their|his|these|those|this|all|most|it|them|him)\b(?:\s(?!(?:in|on|at|of|by|and|or|that|which|from|with|"
            r"to|as|they|it)\b)[a-z][\w-]*){0,3}"
        ).match(self.text, start)
        return Thing(None, rest.end(), words) if rest else None

    def _named(self, at: int, stop: int | None) -> Thing | None:
        det = _DET.match(self.text, at)
        begin = det.end() if det else at
        for name in self.names:
            if name.start < begin or name.start > begin + 60:
                continue
            between = self.text[begin : name.start]
            if not det and not re.fullmatch(rf"(?:(?:{_NOUNS})\sof\s(?:the\s)?)?", between):
                return None
            part = _PART.fullmatch(self.text[at : name.start])
            if not (_ADJECTIVES.fullmatch(between) or part) or not (name.end == stop or _FOLLOWS.match(self.text, name.end)):
                return None
            if not name.noun and _SHARED_NOUN.match(self.text, name.end):
                return None
            full = self.full(name.text) or (name.text if name.noun or part else None)
            if full is None or self.is_party(name.text):
                return None
            compass = _COMPASS.search(between)
            if compass or part:
                lead = part[0] if part else compass[0]  # type: ignore[index]  # one of the two matched
                return Thing(("the " if part and not lead.startswith("the ") else "") + lead + full, name.end)
            end = re.match(r"\s\((?:also |or )?(?:known|called)[^)]*\)", self.text[name.end :])
            return Thing(full, name.end + (end.end() if end else 0), entity=True)
        return None

    def route(self, at: int) -> Thing | None:
        """Read "the road between X and Y", "a supply line into X": its whole phrase, with full names."""
        match = _ROUTE.match(self.text, at)
        if not match:
            return None
        end = match.end()
        phrase = match[0]
        for _ in range(2):
            name = next((n for n in self.names if n.start >= end), None)
            lead = re.compile(r"(?:the\s)?(?:[\w-]+\s){0,2}?(?:part\sof\s)?(?:[a-z]+\s)?$")
            if name is None or not lead.fullmatch(self.text[end : name.start]):
                return None
            phrase += self.text[end : name.start] + (self.full(name.text) or name.text)
            end = name.end
            joint = re.compile(r"\s(?:and|to)\s").match(self.text, end)
            if not joint or not re.search(r"(?:between|from)\s$", match[0]):
                break
            phrase, end = phrase + joint[0], joint.end()
        return Thing(phrase, end)

    def attack(self, at: int, owners: Callable[[str], bool]) -> Attack | None:
        """Read an attack that begins at `at`: "a large assault on the Handarat Camp", "the fourth rebel assault"."""
        pattern = (
            rf"(?P<det>(?:[Tt]he|[Aa]n?|[Aa]nother|[Ii]ts|[Tt]heir|[Hh]is)\s)?(?P<adj>(?:(?!(?:on|in|at|of|by|to|with|and|against|"
            rf"for|from|after|into|during|over)\b)[\w-]+\s){{0,5}}?)(?P<noun>{_WHOLES}|Fighting|Clashes)(?![\w-])(?!\s(?:forces?|"
            rf"line|troops|positions?)\b)"
        )
        match = re.compile(pattern).match(self.text, at)
        if not match:
            return None
        words = [word for word in match["adj"].split() if word.casefold() not in _BACK and not owners(word)]
        body = " ".join([*words, match["noun"]])
        det = (match["det"] or "").strip().casefold()
        if det in ("its", "their", "his"):
            return self._attacked(match.end(), f"{det} {body}")
        ordinal = any(re.fullmatch(r"(?:first|second|third|fourth|fifth|sixth|seventh|final|last)", word) for word in words)
        if not det and not is_plural(body) and match["noun"].casefold() not in ("fighting", "shelling", "bombing"):
            return None
        text = (
            body
            if is_plural(body) or not det or match["noun"].casefold() == "fighting"
            else f"the {body}"
            if det == "the" and not ordinal
            else f"{article(body)} {body}"
        )
        return self._attacked(match.end(), text[:1].lower() + text[1:])

    def _attacked(self, end: int, text: str) -> Attack:
        of = re.compile(r"\sof\s(?:the\s)?(?:[a-z]+\s)?").match(self.text, end)
        name = next((n for n in self.names if of and n.start == of.end()), None)
        if of and name and _FOLLOWS.match(self.text, name.end):
            return Attack(f"{text}{of[0]}{self.full(name.text) or name.text}", name.end)
        place, after = self.place(end)
        target = re.compile(r"\s?,\stargeting\s").match(self.text, end)
        if target:
            things = [t for t in self.things(target.end()) if t.text]
            return Attack(f"{text} targeting {' and '.join(t.text or '' for t in things)}", things[-1].end) if things else Attack(text, end)
        return Attack(text, after, place)

    def place(self, at: int) -> tuple[str | None, int]:
        """Read "on the Handarat Camp", "both south and north of Aleppo" at `at`: the place's full name and where it ends."""
        match = re.compile(rf"\s(?:{PREPOSITIONS}|against)\s(?:the\s|nearby\s|(?:village|town|city|district)\sof\s)*").match(self.text, at)
        part = _PART_OF.match(self.text, match.end()) if match else None
        start = part.end() if part else match.end() if match else -1
        name = next((n for n in self.names if n.start == start), None)
        if not name or not _FOLLOWS.match(self.text, name.end) or self.is_party(name.text):
            return None, at
        full = self.full(name.text)
        return (f"the {part[0].removeprefix('the ')}{full}" if part else full, name.end) if full else (None, at)


def article(phrase: str) -> str:
    """Give the article that stands before a phrase."""
    return "an" if phrase[:1].casefold() in "aeiou" else "a"


def all_names(reader: Reader) -> Iterator[str]:
    """Give the full names of the places in the sentence, in order."""
    for name in reader.names:
        full = reader.full(name.text)
        if full:
            yield full
