"""Which larger war or campaign a campaign was part of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.demonyms import folded_adjectives
from quizgen.items import Format
from quizgen.model import Campaign, norm
from quizgen.naming import name_for, the_title, with_article
from quizgen.questions import TRUE, UNSETTLED, Case, QuestionType, Slots, Verdict, each, false
from quizgen.relations import Relation
from quizgen.world import World

KIND = re.compile(
    r"\b(war|campaign|battle|siege|operation|offensive|uprising|rebellion|revolt|revolution|insurgency|invasion|conflict|front"
    r"|theat(?:re|er))s?\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:wars|campaigns|battles|operations|rebellions|revolts|invasions|conflicts)\b", re.IGNORECASE)  # are no one war
# The other name of each that the Library of Congress Subject Headings and the Encyclopaedia Britannica enter it under or refer from.
_ALSO = (
    ("First World War", "World War I", "World War One", "WWI", "Great War", "World War 1", "WW1"),
    ("Second World War", "World War II", "World War Two", "WWII", "World War 2", "WW2"),
    ("American Revolutionary War", "American War of Independence", "Revolutionary War"),
    ("American Civil War", "US Civil War", "Civil War", "War Between the States"),
    ("Yom Kippur War", "October War", "Ramadan War", "1973 Arab–Israeli War"),
    ("Six-Day War", "June War", "1967 Arab–Israeli War"),
    ("Vietnam War", "Second Indochina War"),
    ("Franco-Prussian War", "Franco-German War"),
    ("Second Boer War", "South African War", "Anglo-Boer War"),
    ("Second Punic War", "Hannibalic War"),
    ("Falklands War", "Malvinas War"),
)


def _also_called(name: str, kind: str) -> tuple[str, ...]:
    """Give what else a war is called: its other usual names, its name alone, and the whole, if of its kind."""
    bare = re.sub(r"\s*\([^()]*\)$", "", name)
    others = next((names for names in _ALSO if norm(bare) in map(norm, names)), ())
    inner = (*re.findall(r"\(([^()]+)\)$", name), *re.findall(r"\bof (?:the )?([A-Z].+)$", bare))
    wholes = (other for other in inner if kind_of(other) == kind)
    code = bare.removeprefix("Operation ")
    return tuple(dict.fromkeys(other for other in (with_article(name), bare, code, *wholes, *others) if other and other != name))


def kind_of(name: str) -> str | None:
    """What a name says that it is: the last such word of it ("war")."""
    kinds = KIND.findall(re.sub(r"\s*\(.*?\)", "", name))
    return kinds[-1].lower().replace("theater", "theatre") if kinds else None


def _forms(name: str, kind: str, campaign: Campaign) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, *_also_called(name, kind), *_as_told(name, campaign))))


def _as_told(name: str, campaign: Campaign) -> Iterator[str]:
    """What the article puts around a war's name: "Soviet–Finnish Winter War", "Italian Campaign of World War II"."""
    wars = [part.value for part in campaign.part_of if part.value != name and kind_of(part.value) in _ONE_KIND]
    bare, _, inner = name.removesuffix(")").partition(" (")
    if kind_of(inner) in _ONE_KIND:
        wars, name = [inner], bare
    yield from _as_nested(name, campaign)
    yield from _as_in_lead(name, campaign)
    if kind_of(name) not in _ONE_KIND:
        told = "|".join(re.escape(one) for names in _ALSO for one in names)
        beside = re.compile(rf"\b{re.escape(name)} (?:of|in|during) (?:the )?({told})\b", re.IGNORECASE)
        wars += [found for sentence in campaign.sentences for found in beside.findall(sentence.text)]
        named = {one: None for war in wars for one in (war, *next((names for names in _ALSO if war in names), ()))}
        yield from (f"{name} of {war}" for war in named)
        yield from (f"{name} ({war})" for war in named if war in wars)
    before = re.compile(rf"\b((?:[A-Z][a-z]+[-–]?)+) {re.escape(name)}\b")
    around = (found for sentence in campaign.sentences for found in before.finditer(sentence.text))
    yield from (found[0] for found in around if {*map(norm, re.split("[-–]", found[1]))} <= folded_adjectives())
    theatre = re.fullmatch(r"(?:the )?(.+) (?:Theatre|Theater)|(?:Battle|Siege) of (.+)", re.sub(r" \([^()]*\)$", "", name))
    if theatre and norm(theatre[1] or theatre[2]) not in norm(campaign.title.value):
        yield theatre[1] or theatre[2]


def _as_nested(name: str, campaign: Campaign) -> Iterator[str]:
    """The infobox's own run of names, each within the next: "Western Front of the European theatre of World War II"."""
    parts = [part.value for part in campaign.part_of]
    run = name
    for part in parts[parts.index(name) + 1 :] if name in parts else ():
        run = f"{run} of {with_article(part)}"
        yield run


def _as_in_lead(name: str, campaign: Campaign) -> Iterator[str]:
    """What the lead has it be part of, of the same kind: "as part of the larger Halm Campaign", "the invasion of Orland"."""
    told = re.compile(
        rf"\bpart of (?:the )?(?:larger |wider |overall )?((?:[A-Z][\w'’–-]* )*(?i:{kind_of(name)})(?: of (?!the |World)[A-Z][\w-]+)?)"
    )
    lead = (sentence.text for sentence in campaign.sentences if not sentence.section)
    yield from (found for text in lead for found in told.findall(text) if norm(found) not in norm(campaign.title.value))


_ONE_KIND = ("war", "conflict")  # each of which may be called the other


def _of_kind(campaign: Campaign, kind: str) -> list[str]:
    like = _ONE_KIND if kind in _ONE_KIND else (kind,)
    return [part.value for part in campaign.part_of if kind_of(part.value) in like]


def cases(world: World) -> Iterator[Case]:
    """Each kind of larger campaign that is named, any of it right; being part of others is not denied (rule 2)."""
    for campaign, fact in each(world, Relation.PART_OF):
        kind = kind_of(fact.object)
        named = _of_kind(campaign, kind) if kind else []
        if kind and fact.object == next((name for name in named if not _SEVERAL.search(name)), None):
            others = [other for other in named if other != fact.object]
            names = (*named, *(alias for part in campaign.part_of if part.value in named for alias in part.aliases))
            yield Case(
                facts=(fact, *(f for f in world.of(campaign, Relation.PART_OF) if f.object in others)),
                slots={"campaign": name_for(campaign, *named) or the_title(campaign), "kind": kind},
                key=(fact.object,),
                accepted=tuple(form for name in names for form in _forms(name, kind, campaign) if form != fact.object),
                formats=frozenset(Format) - ({Format.CLOZE} if others else set()),
                explanation=f"The infobox names {the_title(campaign)} as part of {with_article(fact.object)}.",
            )


def judge(world: World, slots: Slots, option: str, _options: tuple[str, ...]) -> Verdict:
    """Whether the infobox names the option as the larger campaign of that kind."""
    parts = _of_kind(world.campaign_named(slots["campaign"]), slots["kind"].lower())
    if not parts:
        return UNSETTLED
    return TRUE if norm(option) in map(norm, parts) else false("another name in the infobox", f"the infobox names {parts[0]}")


TYPE = QuestionType(
    summary="which larger campaign it was part of",
    stems={
        Format.SHORT_ANSWER: ("According to the infobox, of which {kind} did {campaign} form part?",),
        Format.CLOZE: ("According to the infobox, the larger {kind} of which {campaign} formed part is called {option}.",),
    },
    cases=cases,
    judge=judge,
)
