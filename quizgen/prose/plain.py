"""Dated sentence that is plain → its main clause in its own words, without the time: "Dover surrendered".

What needs its context is left out: pronouns, "the city", other times, hedges, reports, plans; and so is a clause with more
than one finite verb. The words stay as they are written, in the past tense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.demonyms import adjectives
from quizgen.grammar.dates import Partial, find_dates
from quizgen.historical_date import MONTHS, HistoricalDate
from quizgen.model import Campaign, Event, EventKind
from quizgen.prose.bases import base_of
from quizgen.prose.names import names
from quizgen.prose.statements import TELLS, UNDERGOES
from quizgen.prose.times import Mention, mentions
from quizgen.prose.words import words


@dataclass(frozen=True, slots=True)
class Plain:
    """A clause that stands alone, in three parts: "Washington and Rochambeau", "reached", "Williamsburg"."""

    subject: str
    verb: str
    rest: str

    @property
    def text(self) -> str:
        """The clause as a sentence of its own, without a full stop."""
        said = self.inside
        return said[0].upper() + said[1:]

    @property
    def inside(self) -> str:
        """The clause as it stands within a sentence: "the French took the Mamelon"."""
        said = " ".join(part for part in (self.subject, self.verb, self.rest) if part)
        return said[0].lower() + said[1:] if said.startswith("The ") else said

    @property
    def asked(self) -> str:
        """The clause as a question goes on: "did the French take the Mamelon", "was Howe wounded"; "was it that …" for odd verbs."""
        *adverb, verb = self.verb.split()
        if adverb[:1] in (["was"], ["were"]):
            parts = (adverb[0], self._lowered, *adverb[1:], verb, self.rest)
        elif base := base_of(verb):
            parts = ("did", self._lowered, *adverb, base, self.rest)
        else:
            parts = ("was it that", self.inside)
        return " ".join(part for part in parts if part)

    @property
    def _lowered(self) -> str:
        return self.subject[0].lower() + self.subject[1:] if self.subject.startswith("The ") else self.subject


_LONGEST = 16  # words
_PARTS = r"(?:early\s|late\s)?(?:morning|afternoon|evening)"
_CLOCK = r"at (?:about |around )?(?:dawn|daybreak|noon|midday|dusk|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
_ON = rf"(?:(?:{_CLOCK}|early|late)\s)?(?:on|(?:on|in|during) the {_PARTS} (?:of|on))\s(?:the\s)?"
_HEAD = re.compile(_ON, re.IGNORECASE)
_TAIL = re.compile(rf"\s{_ON}$")
# Said of the whole sentence: then no part of it is told as sure.
_UNSURE = re.compile(
    r"\b(?:"
    r"according|accounts?|alleged\w*|apparent\w*|argue\w*|assert\w*|believ\w+|chronicle\w*|claim\w*|consider\w*|described?|"
    r"estimate\w*|histor(?:ian|iographer)s?|legend\w*|likely|maybe|might|(?-i:may)|perhaps|possibl[ey]|presum\w+|probabl[ey]|"
    r"purported\w*|report\w*|rumou?r\w*|said|says?|seem\w*|sources?|stated?|states that|suggest\w*|suppos\w+|thought|told|"
    r"unknown|tradition\w*|unless|wrote|written|announced|intend\w*|plan(?:s|ned|ning)?|expect\w*|hop(?:ed|ing)|scheduled|"
    r"propos\w+|would|could|should|unclear|uncertain|disput\w+)\b",
    re.IGNORECASE,
)
# Words that lean on what stands elsewhere, deny, compare, or open a clause of their own.
_FOREIGN = words(
    "i we us our you he him his himself she her hers it its itself they them their theirs themselves who whom whose which what that "
    "this these those there here such same own former latter one ones other others another each both either neither all most every "
    "none no not never nor or if unless may again also too still then now already later soon next further additional remaining rest "
    "second third fourth final last new more fresh previous preceding following subsequent initial earlier first finally eventually "
    "meanwhile however therefore thus instead only even just subsequently consequently likewise similarly once thereafter "
    "afterwards afterward immediately simultaneously back together as after before until till since because although though while "
    "when where whereas but than how why whether despite including except unlike so yet had has have is are be been being will "
    "shall must can did does do failed tried attempted began started continued remained ordered decided able ready enemy opposing "
    "nearby adjacent day days week weeks month months year years hour hours morning afternoon evening night nights dawn noon "
    "midnight dusk today battle war largely partly mainly mostly home away across elsewhere counterattacked responded replied "
    "wanted sought wished returned followed led got went came o'clock o’clock"
)
_LASTING = words(
    "held stayed prepared spent occupied besieged lay stood fought waited lived existed included consisted contained belonged kept "
    "saw ran knew felt meant marked defended"
)
_OPENERS = words(
    "forces troops elements units men ships soldiers in at by to of for from with under over during between among against near "
    "inside outside through upon on an a and or two three four five six seven eight nine ten eleven twelve many several few "
    "numerous about thousands hundreds dozens part parts half"
)
_NO_VERB = words(
    "hundred indeed speed seed bed shed sacred wicked naked red need deed allied armed armored armoured combined fortified mounted "
    "motorised motorized mechanised mechanized wounded unarmed creed feed breed"
)
_NO_PARTICIPLE = words("landing landings crossing uprising meeting wing king bombing ring spring string shipping sterling")
_WHICH = words(
    "ship vessel convoy column patrol attack assault offensive commander general king leader envoy delegation counterattack "
    "counter-attack garrison advance raid landing bombardment invasion defence defense withdrawal retreat battleship cruiser "
    "destroyer submarine carrier flagship aircraft tank frigate admiral captain governor emperor queen prince president detachment "
    "unit party fleet squadron brigade division regiment battalion company"
)
_ADJECTIVE = re.compile(r"(?:ish|ese|ian)$")
SIDES = words("Allied Axis Imperial Royalist Union Confederate Republican Nationalist Christian Muslim Loyalist Communist Federal")
ONE = words(
    "army navy fleet infantry cavalry artillery government parliament senate king emperor president troops people rearguard vanguard and"
)  # a people has but one
_STOP = words(
    "in on from to into with by and for near against under towards toward along through onto off up down out upon via after before"
)
_CUT = re.compile(r"[,;](?!\d)|\s(?:and|but|while|when|where|after|before)(?=\s)|\.$")
_GOES_ON = re.compile(
    r"\s(?:(?:and|but|while|when|where|who|which|whose|after|before|with|without|as|though|although|despite|by|for|the|an?|some|in|on|at|to|near|along|from|"
    r"having|followed|under|where(?:upon|by)|so|then|only|thus|thereby|[a-z]+ing|[a-z]+ed\s(?:by|to|from|in|with|on))\b)"
)
_CLOSES = re.compile(r"[.,;]|\s(?:and|but|while|when|where|after|before|by|near|at|in|during|without)\s")
# Participles that ask for more than the words before the time: "was put on 4 May in command".
_OPEN = words("put placed set brought sent taken held left given made kept forced ordered appointed named told asked")
_WEAKENS = re.compile(
    r"[,;]?\s(?:(?:but|though|although|and)\s(?:only|not|never|just)|if|unless|except|or|nor|than|until|till|apart|rather|not|only)\b"
)
_STRANGE = re.compile(r"[^\w\s'’.,-]|,(?!\d)|-\s|\.(?=\s[a-z])|\d[.:]\d\d|\bat \d{4}\b|\b\d{1,2}[ap]m\b")
_NAME_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b")


def plain(event: Event, campaign: Campaign) -> Plain | None:
    """Give the plain clause that tells an event of one day that its own sentence names; None where it would not stand alone."""
    text, day = event.sentence.text, event.date
    is_sure = not (event.by or event.hedge or event.corrected or event.kind is EventKind.ANNOUNCEMENT or is_unsure(text))
    if not is_sure or not day or not day.is_day:
        return None
    found = {said.inside: said for cut in _dated_parts(text, day, campaign) if (said := _read(cut, campaign))}
    return next(iter(found.values())) if len(found) == 1 else None


def is_unsure(text: str) -> bool:
    """Whether a sentence reports, doubts, plans or supposes what it tells."""
    return bool(_UNSURE.search(text))


def _dated_parts(text: str, day: HistoricalDate, campaign: Campaign) -> Iterator[tuple[str, bool]]:
    """Give the clauses of a sentence that a mention of this very day opens or ends, without it, and whether the sentence opens them."""
    told = mentions(text, None, day, campaign.date.value if campaign.date else None)
    for mention in told:
        if not _is_of(text, mention, day):
            continue
        head, tail = _HEAD.fullmatch(text, 0, mention.start), _TAIL.search(text, 0, mention.start)
        if head:
            opened = re.compile(r",?\s").match(text, mention.end)
            start = opened.end() if opened else mention.end
            end = _end(text, start)
        elif tail:
            start, end = _start(text, tail.start()), tail.start()
            if not _CLOSES.match(text, mention.end - (text[mention.end - 1] == ".")):
                continue
        else:
            continue
        others = (m for m in told if m is not mention and m.start < end and start < m.end)
        if not any(others) and not _WEAKENS.match(text, end if head else mention.end):
            yield text[start:end], start == 0


def _is_of(text: str, mention: Mention, day: HistoricalDate) -> bool:
    """Whether an expression of time states the number of that day, and no other month or year."""
    said = next((d for d in find_dates(text) if d.start == mention.start), None)
    ordinal = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", text[mention.start : mention.end])
    parts = said.first if said else Partial(day=int(ordinal[1])) if ordinal else Partial()
    if (said and (said.last or said.open)) or parts.approximate or parts.day != day.start.day:
        return False
    year = parts.point.year if parts.point else day.start.year
    return parts.month in (0, day.start.month) and year == day.start.year


def _end(text: str, start: int) -> int:
    """Where the clause that begins there ends: before a comma, or before a conjunction that opens another."""
    for cut in _CUT.finditer(text, start):
        if cut[0] == "," and not _GOES_ON.match(text, cut.end()):
            return start  # "a small, walled town"
        if cut[0].strip() == "and" and not _is_predicate(text[cut.end() + 1 :]):
            continue
        return cut.start()
    return len(text)


def _start(text: str, end: int) -> int:
    """Where the clause that ends there begins: behind a semicolon or ", and", else with the sentence."""
    opened = list(re.compile(r";\s|,\s(?:and|but|while)\s").finditer(text, 0, end))
    return opened[-1].end() if opened else 0


def _is_predicate(text: str) -> bool:
    """Whether words behind "and" go on with another verb."""
    told = TELLS.search(text)
    return bool(told and re.fullmatch(r"(?:\w+ly\s|then\s|also\s|later\s|soon\s|finally\s|eventually\s)?", text[: told.start()]))


def _read(cut: tuple[str, bool], campaign: Campaign) -> Plain | None:
    """Take a clause apart; None unless it is plain throughout."""
    said, is_first = cut
    found = re.findall(r"[\w'’.-]+", said)
    if not 2 <= len(found) <= _LONGEST or _STRANGE.search(said) or _NAME_DAY.search(said):
        return None
    if any(w.casefold() in _FOREIGN for w in found) or any(re.fullmatch(r"[a-z-]+ing", w) and w not in _NO_PARTICIPLE for w in found):
        return None
    verbs = [m for m in TELLS.finditer(said) if m[0][0].islower() and m[0] not in _NO_VERB]
    done = UNDERGOES.match(said, verbs[0].start()) if verbs else None
    if not verbs or len(verbs) > (1 + bool(done and len(verbs) > 1 and verbs[1].end() == done.end())):
        return None
    verb = done[0] if done else verbs[0][0]
    if (verb in ("was", "were")) or verb in _LASTING:
        return None
    subject, rest = said[: verbs[0].start()].strip(), said[verbs[0].start() + len(verb) :].strip()
    adverb = re.search(r"\s\w+ly$", subject)
    if adverb:
        subject, verb = subject[: adverb.start()], f"{adverb[0].strip()} {verb}"
    if not done and rest.startswith("by "):
        return None
    if not _is_subject(subject, is_first, campaign) or _points_back(said, campaign):
        return None
    last = verb.split()[-1]
    is_whole = last in _WHOLE and (last != "attacked" or " " in subject)
    return Plain(subject, verb, rest) if rest or (done and last not in _OPEN) or is_whole else None


# Verbs that say enough without an object.
_WHOLE = words("surrendered capitulated yielded resigned fell died abdicated attacked mutinied sank rebelled revolted submitted exploded")


def _is_subject(subject: str, is_first: bool, campaign: Campaign) -> bool:
    """Whether it names who or what, and not some of a kind: "Dover", "the French", "General Howe's army"; not "two frigates"."""
    first = subject.partition(" ")[0]
    if not subject or first.casefold() in _OPENERS or re.match(r"[\d,]+\s|[a-z]+(?!\s)$", subject) or subject.count(" and ") > 1:
        return False
    named = names(subject if is_first else f"the {subject}")
    if re.search(r"\b(?:in|on|to|with|from|by|for|near|against)\b", subject):
        return False
    if subject.casefold().removeprefix("the ") in labels(campaign):
        return True
    if not named:
        return False
    is_name = named[0].start == 0 and (bool(re.match(r"\S+\s(?!of\b)", named[0].text)) or named[0].text in adjectives())
    return not is_first or first == "The" or is_name or first[0].isdigit() or _is_known(first, campaign)


def _is_known(word: str, campaign: Campaign) -> bool:
    """Whether a word that opens a sentence is a name by more than its place: a commander's, or written so in the middle of another."""
    word = re.sub(r"['’]s?$", "", word)
    inner = re.compile(rf"[a-z,]\s{re.escape(word)}\b")
    if any(word in person.name.split() for side in campaign.sides for person in side.commanders):
        return True
    return any(inner.search(sentence.text) for sentence in campaign.sentences)


def _points_back(said: str, campaign: Campaign) -> bool:
    """Whether a definite noun has no name of its own: "the fort", "the French fort"; not "the French", "the fort of Liman"."""
    if re.search(r"\b[a-z]+['’]s?\s", said):
        return True
    found = re.findall(r"[\w'’.-]+", unlabelled(said, campaign))
    return any(_leans(found[i + 1 :]) for i, word in enumerate(found) if word in ("the", "The"))


def unlabelled(text: str, campaign: Campaign) -> str:
    """Put "They" for the sides where the prose knows them by names in lower case: "the rebels" needs no other name."""
    known = "|".join(re.escape(label) for label in labels(campaign))
    return re.sub(rf"\b[Tt]he (?:{known})\b", "They", text) if known else text


def labels(campaign: Campaign) -> tuple[str, ...]:
    """The names in lower case by which the prose knows the sides: "rebels", "government forces"."""
    return tuple(name.value for side in campaign.sides for name in (side.label, *side.aliases) if name and name.value.islower())


def _leans(after: list[str]) -> bool:
    """Whether the words behind "the" come to an end before a name, or to a name that only says whose the thing is."""
    for i, word in enumerate(after):
        if word[0].isupper() or word[0].isdigit():
            noun = after[i + 1] if i + 1 < len(after) else ""
            is_people = word in adjectives() or word in SIDES or bool(_ADJECTIVE.search(word))
            is_thing = noun.islower() and noun[0].isalpha() and not (noun in ONE | _STOP or noun.endswith("s") or TELLS.fullmatch(noun))
            return noun in _WHICH or (is_people and is_thing)
        if word in _STOP or TELLS.fullmatch(word):
            return True
    return True
