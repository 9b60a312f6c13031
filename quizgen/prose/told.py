"""The prose → the days, numbers, places, people and units that its sentences tell, each in a sentence understood with nothing around it.

Of one sentence at the most one day, one man and two of each other kind are told, the most telling ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.demonyms import folded_adjectives
from quizgen.grammar.dates import find_dates
from quizgen.grammar.names import split_rank, surname_of
from quizgen.grammar.numbers import NUMBER, number_of
from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Event, EventKind, Sentence, Told, ToldKind, norm
from quizgen.prose.alone import lone, shorter
from quizgen.prose.formations import formations, is_bare, is_of_many, ships
from quizgen.prose.names import Name, names
from quizgen.prose.places import as_named, is_at, places
from quizgen.prose.plain import SIDES
from quizgen.prose.times import mentions
from quizgen.prose.words import words

# What a number of is worth knowing: people, formations, arms and ships; and measures.
PEOPLE = words(
    "men soldiers troops sailors seamen paratroopers infantrymen horsemen cavalrymen archers knights crewmen pilots fighters insurgents "
    "partisans defenders volunteers conscripts refugees civilians inhabitants marines officers hostages prisoners casualties dead "
    "killed wounded missing captured survivors deaths losses"
)
_FORMATIONS = words("armies corps divisions brigades regiments battalions companies squadrons platoons batteries fleets flotillas legions")
_ARMS = words(
    "ships warships vessels boats destroyers cruisers battleships submarines carriers frigates galleys transports barges tanks guns "
    "cannons cannon mortars howitzers rifles vehicles trucks lorries aircraft planes airplanes bombers helicopters gliders torpedoes "
    "mines shells bombs rockets missiles rounds horses wagons elephants sorties locomotives"
)
_MEASURES = words("tons tonnes miles kilometres kilometers km mi metres meters yards yd feet ft knots days weeks months years hours acres")
_NOUNS = "|".join(sorted(PEOPLE | _FORMATIONS | _ARMS | _MEASURES, key=lambda noun: (-len(noun), noun)))
_NO_ADJECTIVE = (
    "or and to of in on at by the with from for were was had than more other mm cm inch pounder per percent million hundred thousand when "
    "while after before as into"
)
_BETWEEN = rf"(?:\s(?!(?:{'|'.join(_NO_ADJECTIVE.split())})\b)[A-Za-z][\w-]*){{0,3}}?"
_FIGURE = re.compile(rf"(?<![\w.,:/–—-])(?P<number>{NUMBER})(?=(?P<mid>{_BETWEEN})\s(?P<noun>{_NOUNS})\b(?![-–]))")
# What makes a number a bound, one of two, a part of another, an ordinal or the name of a thing.
_BOUND = re.compile(
    r"(?:\b(?:least|most|than|over|under|above|below|up to|as many as|exceeding|between|from|or|to|and a half|out of|of the|of|every|per|"
    r"another|No\.?|[Nn]umber|first|last|next|further|additional|extra|remaining|other|preceding|previous|past|within|almost all)|[-–]|"
    r"\d (?:and|but)|\b(?!(?:The|About|Around|Some|Nearly|Almost|Approximately|Only|All)\b)[A-Z][\w-]*|\d)\s*$"
)
_BETWEEN_TWO = re.compile(r"\b(?:between|from) [^,.;]*$", re.IGNORECASE)
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_LISTED = re.compile(r"\s*(?:[:(—–]|, (?:the |HMS |USS )?(?:[A-Z]|including|namely))")
_LEAST = 3  # a smaller number leaves no room for wrong ones
_FEW = 12  # so many may be named one by one beside their number
_OTHERWISE = re.compile(r"\((?:(?:or|perhaps|possibly|some say)\s[^()]*\d|[^()]*\d[^()]*\baccording to\b)", re.IGNORECASE)  # "59 (or 60)"
_EACH = 2  # of a kind told of a sentence
_TELLING = 3  # names of a sentence, a man's own among them, by which it is known which deed it tells
_LONG = 20  # words of a text with a gap (item rule 26)
# Two sentences in one, a list, words that take up what stands elsewhere ("to do just that", "the 22nd held"), a figure cut in two.
_JOINED = re.compile(
    r"\b(?:[A-Z]{2,3}|mi|km|yd|ft)\.\s[A-Z]|^\(|[:;\[\]]|\s[.,]\d|\b(?:that|so|away)[.,]|\b[Tt]he \d+(?:st|nd|rd|th) [a-z]|"
    r"\b(?:e\.g|i\.e|c)\."
)
# A day or an hour whose date stands elsewhere.
_LOOSE = re.compile(
    r"\b(?:[Oo]n|of|[Bb]y|[Uu]ntil|from|for) the \d{1,2}(?:st|nd|rd|th)\b(?! [A-Z]| of [A-Z])|"
    r"^(?:(?:Late|Early|Later) )?(?:(?:[Dd]uring|[Ii]n|[Aa]t|[Bb]y|[Oo]n|[Tt]hroughout|[Oo]ver) )?(?:the |that |late |early |mid-?)*"
    r"(?:night|day|morning|evening|afternoon|dawn|dusk|noon|midday|midnight|nightfall|daybreak|course)\b|"
    r"\b(?:At|By|Around|About|at|by) (?:about |around )?\d{1,2}[:.]?\d\d\b(?! [a-z]+s\b)"
)
# Said by those who tell of it afterwards.
_ACCOUNT = re.compile(
    r"\b(?:conclud\w+|indicat\w+|records|official (?:history|record|report)|histori\w+|authors?|writes?|writing|notes|noted|memoirs?|"
    r"views?|opinions?|critici\w+|accus\w+|counts|judge[ds]?|regard\w+|assess\w+|arguabl[ey]|cites?|cited|quotes?|quoted)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:[A-Z][a-z]+ly|[A-Z][a-z]+ed(?=,)|But|And|Indeed|Altogether|Aside|Actual|Because|As|Even|For|Of|At (?:one point|first|last)|"
    r"In (?:the end|turn|fact|all|total|return|response|[a-z]+ (?:hour|day|week|month)s)),? "
)
_INITIAL = re.compile(r"\. [A-Z][\w-]+")
_MAN = re.compile(r"(?!First|Second|Third)[A-Z][a-zà-öø-ÿ-]+(?: (?:[A-Z]\.|(?:van|von|de|der|den|le|du)|[A-Z][\w-]+)){1,3}")
_GIVEN = re.compile(r"[A-Z][a-zà-öø-ÿ]{2,}(?: [A-Z]\w+)?")
_THE = re.compile(r"\b([A-Z][a-zà-öø-ÿ]+) the ([A-Z][a-zà-öø-ÿ]+)\b")
_PARTICLE = re.compile(r"\b(?:[Vv]on|[Vv]an|[Dd]e|[Dd]er|[Dd]u|[Dd]i|[Dd]a|[Ll]e|[Ll]a|al|el|al-|ibn|bin|abu)[ -]$")
# A whole service of a side is no part of it: "The RAF had lost 15 fighters" tells of one raid.
_SERVICE = re.compile(
    r"(?:the )?(?:RAF|USAAF|USN|RN|VVS|Luftwaffe|Wehrmacht|Kriegsmarine|(?:[A-Z][\w.]+ )*(?:Air Forces?|Army|Navy|Marines|Armed Forces))"
)
# Sections that tell of the whole, as the lead does.
TOTAL = re.compile(r"aftermath|casualt|loss|result|conclusion|outcome|strength|forces|order of battle", re.IGNORECASE)
_MAKE = re.compile(r"[A-Z][a-z]* ?\d|.*\d+s$|[A-Z]-?\d|.{1,2}$")  # "Ju 52s", "T-34"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A sentence as it may be shown, and the names in it."""

    sentence: Sentence
    text: str
    names: tuple[Name, ...]

    def told(self, start: int, value: str, kind: ToldKind, of: str = "", *, is_measure: bool = False) -> Iterator[Told]:
        """Give a part of it that stands there once, if what is left names something still."""
        text = _shortened(self.text, start + len(value))
        named = tuple(name.text for name in self.names if name.end <= len(text) and not name.start <= start < name.end)
        if self.text.count(value) == 1 and any(map(norm, named)):
            yield Told(self.sentence, text, start, value, kind, of, named, is_measure)


def told(campaign: Campaign) -> Iterator[Told]:
    """Give what is told, in the order of the prose; a sentence that stands twice tells nothing the second time."""
    counts, people, fleet, seen = places(campaign), called(campaign), ships(campaign), set[str]()
    events: dict[int, list[Event]] = {}
    for event in campaign.events:
        events.setdefault(id(event.sentence), []).append(event)
    for sentence, text in lone(campaign):
        is_loose = bool(_LOOSE.search(text)) and not any(found.first.month for found in find_dates(text))
        is_loose = is_loose or bool(_OTHERWISE.search(sentence.text))
        if is_loose or norm(text) in seen or _JOINED.search(text) or _OPENS.match(text) or _ACCOUNT.search(sentence.text):
            continue
        seen.add(norm(text))
        shown = _Shown(sentence, text, names(text))
        yield from _day(campaign, shown, events.get(id(sentence), ()))
        if _is_anchored(campaign, shown):
            yield from _figures(shown)
        yield from _place(shown, counts)
        yield from _person(shown, people)
        if any(find_dates(text)) or any(name.text in people or as_named(text, name.start, name.text) in counts for name in shown.names):
            yield from _unit(shown, fleet)


def called(campaign: Campaign) -> dict[str, str]:
    """Give who is meant, by full name and by a surname that no other commander has in his name, and nobody else in the prose."""
    whole = list(dict.fromkeys(p.name for side in campaign.sides for p in side.commanders if not p.placeholder and p.name))
    given, borne = given_names(campaign), Counter(word for name in whole for word in {*name.split()})
    alone = {s: name for name in whole if (s := surname_of(name)) and borne[s.split()[-1]] == 1 and _is_he(name, given.get(s, set()))}
    return alone | {name: name for name in whole}


def _is_he(name: str, given: set[str]) -> bool:
    """Whether all given names are a man's own, or one whose initial he has."""
    return all(one in name.split() or f"{one[0]}." in name.split() for one in given)


def given_names(campaign: Campaign) -> dict[str, set[str]]:
    """Give the given names that the prose has before a surname: "Commander Masamichi Yamashita", "Robert the Bruce"."""
    first = {p.name.split()[0] for side in campaign.sides for p in side.commanders if " " in p.name}
    found: dict[str, set[str]] = {}
    for sentence in campaign.sentences:
        whole = [split_rank(name.text) for name in names(sentence.text)]
        given = [(text.rpartition(" "), bool(rank) or text.split()[0] in first) for rank, text in whole if text]
        named = [(before, surname) for (before, _, surname), is_man in given if is_man and _GIVEN.fullmatch(before)]
        for before, surname in (*named, *_THE.findall(sentence.text)):
            found.setdefault(surname, set()).add(before.split()[0])
    return found


def _shortened(text: str, end: int) -> str:
    """Leave out of a long sentence the clauses behind what is told, as few as make it short."""
    said = (said for said in shorter(text) if len(said) > end and len(said.split()) <= _LONG)
    return text if len(text.split()) <= _LONG else next(said, text)


def _is_anchored(campaign: Campaign, shown: _Shown) -> bool:
    """Whether a sentence says when, where or of whom in particular: a number of "Italian aircraft" alone may be any day's."""
    if TOTAL.search(shown.sentence.section) or not shown.sentence.section or any(find_dates(shown.text)):
        return True
    common = folded_adjectives() | set(norm(campaign.title.value).split()) | {norm(side) for side in SIDES}
    inner = (name for name in shown.names if name.start or " " in name.text)  # "Somehow" opens a sentence too
    telling = (norm(name.text).split() for name in inner if not (_MAKE.match(name.text) or _SERVICE.fullmatch(name.text)))
    return any(any(not word.isdigit() and word not in common for word in said) for said in telling)


def _day(campaign: Campaign, shown: _Shown, events: Sequence[Event]) -> Iterator[Told]:
    """The one day that a sentence states, where it tells what was done on it."""
    dated = [(event, said) for event in events if event.date and (said := sole_day(shown.text, event.date, campaign))]
    is_sure = not any(e.by or e.hedge or e.corrected or e.kind is EventKind.ANNOUNCEMENT for e, _ in dated)
    if is_sure and len({event.date for event, _ in dated}) == 1:
        event, said = dated[0]
        yield from shown.told(said[0], shown.text[slice(*said)], ToldKind.DATE, event.date.edtf if event.date else "")


def sole_day(text: str, day: HistoricalDate, campaign: Campaign) -> tuple[int, int] | None:
    """Where a text states a day, if it states it in full and no other time."""
    found = list(find_dates(text))
    if not day.is_day or len(found) != 1 or len(mentions(text, None, day, campaign.date.value if campaign.date else None)) != 1:
        return None
    (said,) = found
    is_whole = not (said.last or said.open or said.first.approximate)
    return (said.start, said.end) if is_whole and (said.first.day, said.first.month) == (day.start.day, day.start.month) else None


def _figures(shown: _Shown) -> Iterator[Told]:
    """The first numbers of a sentence, those that count men or things before measures."""
    dates = [(found.start, found.end) for found in find_dates(shown.text)]
    found = [m for m in _FIGURE.finditer(shown.text) if not any(a <= m.start() < b for a, b in dates) and _is_figure(shown.text, m)]
    for one in sorted(found, key=lambda m: (m["noun"] in _MEASURES, m.start()))[:_EACH]:
        if len(re.findall(rf"(?<![\w.,]){re.escape(one['number'])}(?![\w]|[.,]\d)", shown.text)) == 1:
            counted = f"{one['mid']} {one['noun']}".strip()
            yield from shown.told(one.start(), one["number"], ToldKind.FIGURE, counted, is_measure=one["noun"] in _MEASURES)


def _is_figure(text: str, match: re.Match[str]) -> bool:
    """Whether it is one plain count, neither a bound nor a part of another, and nothing enumerates what it counts."""
    before, value = text[: match.start()], number_of(match["number"])
    after = text[match.end() + len(match["mid"]) + 1 + len(match["noun"]) :]
    return not (
        value is None
        or value < _LEAST
        or not before.strip()
        or _BOUND.search(before)
        or _BETWEEN_TWO.search(before)
        or _YEAR.fullmatch(match["number"])
        or (value <= _FEW and _LISTED.match(after))
        or re.match(r"\s(?:and a half|or \w+ )", after)
    )


def _place(shown: _Shown, counts: Counter[str]) -> Iterator[Told]:
    """The places of a sentence that the article names most often."""
    found = [(counts[as_named(shown.text, n.start, n.text)], -n.start, n.text) for n in shown.names if is_at(shown.text, n)]
    for often, start, name in sorted(found, reverse=True)[: _EACH if len(shown.names) > 1 else 0]:
        if often:
            yield from shown.told(-start, name, ToldKind.PLACE)


def _person(shown: _Shown, people: Mapping[str, str]) -> Iterator[Told]:
    """The first commander that a sentence names, by surname or in full, with the rank before him left in the sentence.

    If it names none that the infobox lists, the first man with a rank and a full name, in a sentence that says when or names two things.
    """
    for name in shown.names:
        text = max((text for text in people if name.text == text or name.text.endswith(f" {text}")), key=len, default="")
        before = shown.text[: name.end - len(text)]
        first = set(people.get(text, "").split()) & set(before.split()[-3:])
        if text and not (first or before.endswith("-") or _PARTICLE.search(before)):
            yield from shown.told(len(before), text, ToldKind.PERSON, people[text])
            return
    listed = {surname_of(name) for name in people.values()}
    for name in shown.names if len(shown.names) >= _TELLING or any(find_dates(shown.text)) else ():
        initial = _INITIAL.match(shown.text, name.end) if name.text[-2:-1] == " " else None  # "Andrew D. Bruce"
        whole = f"{name.text}{initial[0] if initial else ''}"
        rank, text = split_rank(whole)
        is_man = rank and _MAN.fullmatch(text) and not name.noun and surname_of(text) not in listed
        if is_man and not shown.text.startswith(("'", "’", "-"), name.start + len(whole)):
            yield from shown.told(name.start + len(whole) - len(text), text, ToldKind.PERSON, text)
            return


def _unit(shown: _Shown, fleet: Mapping[str, str]) -> Iterator[Told]:
    """The first formations or ships that a sentence names; those of a name that fits one army rather than many."""
    at = {name.end for name in shown.names if is_at(shown.text, name)}
    beside = {end + len(word) for end in at for word in (" and ", " or ") if shown.text.startswith(word, end)}  # "of Halm and Yalta"
    found = [one for one in formations(shown.text, fleet) if not is_of_many(one) and one.start not in beside]
    for one in sorted(found, key=lambda one: (is_bare(one.text), one.start))[:_EACH]:
        yield from shown.told(one.start, one.text, ToldKind.UNIT, one.sort)
