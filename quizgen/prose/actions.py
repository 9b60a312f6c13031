"""Event → a clause in a wanted tense: "rebels capture the Al-Hikma school"; the actions are the closed list of prose/verbs."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from quizgen.demonyms import adjectives
from quizgen.model import Campaign, Event, EventKind, Quote, names_of
from quizgen.naming import with_article
from quizgen.prose.verbs import ACTIONS, Need, forms, need
from quizgen.prose.words import found_at

_NEEDS_ACTOR = frozenset(("enter", "reach", "cross", "hold", "lose", "call in"))  # "Toulon is reached" says nothing
_BETWEEN = re.compile(r"\s(?:between|from|to|into|of)\s.*[A-Z]")
_INCHOATIVE = frozenset(("begin", "resume", "continue", "end", "shift"))  # without an actor these happen of themselves
ADVERBS = ("reportedly", "allegedly", "apparently", "supposedly", "purportedly", "possibly", "probably", "largely", "partially", "partly")


class Tense(StrEnum):
    """How a clause says its verb: "rebels capture …", "(did) rebels capture …", "rebels captured …"."""

    PRESENT = "present"
    BASE = "base"
    PAST = "past"


def actor(event: Event, campaign: Campaign) -> str:
    """Name who acted, as in the middle of a sentence: "rebels", "government forces", "the Russian Air Force"; else empty."""
    if event.actor:
        return event.actor if re.match(r"[\d,]+\s", event.actor) else the(event.actor, campaign)
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
    if action is None or not _is_complete(event, campaign):
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
    if tense is Tense.BASE or not thing or action in _NEEDS_ACTOR or need(action) is Need.WHERE:
        return None
    if action == "repel":
        thing, where = _join(thing, where), ""  # "an attack on X is repelled"
    verb = ("are" if is_plural(thing) else "is") if tense is Tense.PRESENT else ("were" if is_plural(thing) else "was")
    return _join(thing, verb, adverbs if action != "report" else "", forms("report" if action == "report" else action)["participle"], where)


def _is_complete(event: Event, campaign: Campaign) -> bool:
    """Whether its slots say enough: a name to what needs one; "two hills" and "an offer" leave the reader asking which."""
    match need(event.action or ""):
        case Need.PLACE:
            counted = re.match(
                r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|both|[\d,]+)\s",
                event.object or "",
                re.IGNORECASE,
            )
            is_one = (
                not counted
                or bool(re.search(r"(?:number|amount|quantity) of", event.object or "")) < bool(_BETWEEN.search(event.object or ""))
                or campaign.entity(event.object or "") is not None
            )
            return bool(re.search(r"[A-Z]", event.object or "")) and is_one
        case Need.WHERE:
            return bool(event.place)
        case Need.ANY:
            return event.action == "suffer" and bool(re.search(r"[a-z]", event.object or "")) and bool(event.side or event.actor)
        case Need.CONTENT:
            return bool(event.object)
        case _:
            if re.fullmatch(r"the (?:[a-z-]+\s)*[a-z-]+", event.object or "") and not event.place:
                return False  # "the attack": which?
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


_ONE = re.compile(r"\b(?:States|Netherlands|Philippines|Indies|Nations|Emirates)$")
_MANY = re.compile(
    r"(?:\b(?:Forces|Troops|Guards|Marines|Units|Groups|Brigades|Battalions|Divisions|Regiments|Armies|Militias|Volunteers|Rangers|Rifles|"
    r"Tribes|Factions|Squads|Fighters|Rebels|Peoples|Gauls|Goths|Franks|Huns|Turks|Kurds|Moors|Celts|Picts|Saxons|Vandals|Cossacks|Houthis|Mamluks|Mongols|Normans|Ottomans|Boers|"
    r"Zulus|Sikhs|Rajputs|Marathas|Crusaders|Allies|Templars|Hospitallers|Eagles|Tigers|Wolves|Warriors|Veterans|Defenders)|-states|"
    r"Engineers|Fusiliers|Patriots|Loyalists|Protestants|Insurgents|Partisans|"
    r"[a-z]ians|[a-z]{3}(?:ites|ists)|niards)$"
)
# "Knights Templar", "Palestinian fedayeen"
_KNIGHTS = re.compile(r"(?:[A-Z]\w+ )*Knights(?: [A-Z]\w+| of .+)?|(?:[A-Z]\w+ )*(?i:fedayeen|mujahid(?:ee|i)n)")


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase takes a plural verb: "rebels inside Aleppo", "parts of the city", "X and Y"; "forces", not "corps"."""
    bare = phrase.removeprefix("the ")
    if (
        re.fullmatch(r"the (?:Free )?[A-Z]\w+(?:ch|sh|ese)", phrase)
        or (bare in adjectives() and not bare.isupper())
        or _KNIGHTS.fullmatch(bare)
    ):
        return True  # the French, Germans, but not ISIL
    if _ONE.search(phrase):
        return False
    if all(word[0].isupper() for word in phrase.split()):
        return bool(_MANY.search(phrase))  # not Collins, Ypres
    head = re.split(r"\s(?:in|inside|outside|both|of|from|on|at|against|under|near|between|into|to|targeting)\s", phrase, maxsplit=1)[0]
    if re.search(r"\b(?:parts|most|half|percent) of\b", phrase):
        return "parts" in phrase.split(maxsplit=1)[0] or is_plural(phrase.split(" of ", 1)[1])
    last = head.split()[-1].casefold() if head else ""
    return (
        " and " in head
        or (last.endswith("s") and not last.endswith(("ss", "us", "is", "corps", "'s", "’s")))
        or last in ("troops", "men", "aircraft", "infantry", "cavalry")
    )


def _thing(event: Event, campaign: Campaign) -> str:
    return the(event.object or "", campaign)


def _where(event: Event, campaign: Campaign) -> str:
    """The place with the preposition that the sentence gives it."""
    place = event.place or ""
    entity = campaign.entity(place)
    for name in sorted(names_of(entity) if entity else (place,), key=len, reverse=True):
        match = re.search(
            rf"\b({PREPOSITIONS})\s(?:(?:the|nearby|village|town|city|district|of)\s)*{re.escape(name)}(?!\w)", event.sentence.text
        )
        if match:
            return f"{match[1].removeprefix('both ')} {the(place, campaign)}"
    return f"at {the(place, campaign)}"


_COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?"
PREPOSITIONS = (
    rf"(?:both\s)?{_COMPASS}(?:\sand\s{_COMPASS})?\sof|into|in|at|on|onto|near|against|towards?|from|to|around|inside|outside|off|along"
)


def the(name: str, campaign: Campaign) -> str:
    """Put "the" before a name that the prose writes with it; a phrase in lower case stands as it is."""
    if not name or name[0].islower() or name.startswith(("the ", "The ")):
        return name
    outcomes = (o.source.quote for o in campaign.outcomes if isinstance(o.source, Quote))
    return _as_written(name, "\n".join((*(s.text for s in campaign.sentences), *outcomes)))


_THE = re.compile(r"\b[Tt]he\s")
_ALONE = re.compile(r"(?![\w-])(?!\s(?:district|village|neighbou?rhood|area|city|town|base)\b)")


@lru_cache(maxsize=4096)
def _as_written(name: str, prose: str) -> str:
    found = [at for at in found_at(name, prose) if _ALONE.match(prose, at + len(name))]
    if not found:
        return with_article(name)
    return f"the {name}" if 2 * sum(bool(_THE.match(prose, max(0, at - 4))) for at in found) >= len(found) else name


def _backshift(said: str) -> str:
    return re.sub(r"\b(?:has|have) been\b", "had been", said)


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


__all__ = ["ACTIONS", "ADVERBS", "PREPOSITIONS", "Tense", "actor", "clause", "forms", "is_plural", "the"]
