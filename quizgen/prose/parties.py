"""The sides and groups of a campaign → who a noun phrase of the prose speaks of, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from quizgen.demonyms import adjectives, demonyms, people
from quizgen.grammar.names import surname_of
from quizgen.model import Campaign, Commander, EntityKind, Side
from quizgen.naming import role_group, with_article
from quizgen.prose.names import kind_of, names

ATTACKS = (
    r"(?:counter-?\s?)?(?:attacks?|assaults?|offensives?|strikes?)|air-?\s?(?:strikes?|raids?|attacks?)|raids?|bombardments?|"
    r"bombings?|shelling|advances?|push|thrusts?|"
    r"sorties?|sallies|sally|operations?|invasions?|landings?|ambush(?:es)?|siege|blockade|pursuit|barrages?|charges?"
)
_PLAIN_FORCES = "forces|troops|fighters|soldiers|army|military|units|men"
FORCES = (
    rf"{_PLAIN_FORCES}|commanders?|reinforcements?|defenders?|attackers?|militants?|insurgents?|guerrillas|militias?|garrison|"
    rf"infantry|cavalry|artillery|tanks|warships|ships|"
    r"aircraft|bombers|planes|submarines?|fleet|squadron|divisions?|brigades?|regiments?|battalions?|corps|paratroopers|marines|"
    r"commandos|engineers|column|vanguard|rearguard|"
    r"(?:suicide )?(?:car-?)?bombers?|navy|air force|command|government|leaders?|group"
)
_TAIL = re.compile(
    r"\s?(?:$|[,(]|(?:both|inside|outside|in|from|of|under|led|commanded|backed|supported|aided|with|at|near|on|along|defending|"
    r"besieging|against|towards?|into|to|by)\b)"
)
_PLACE_TAIL = re.compile(r"\s((?:both\s)?(?:inside|outside)(?:\sand\s(?:inside|outside))?\s(?:the\s)?[A-Z][\w'’-]*)$")
_LEAD = (
    r"(?:(?!(?:in|on|at|by|from|to|with|for|after|before|during|against|and|or|as|into|near|under|over|which|who|that|when|while|"
    r"was|were|had|did)\b)(?:[a-z][\w-]*|\d[\d,]*)\s){0,5}?"
)
_FORMATION = (
    "Army|Armies|Corps|Divisions?|Brigades?|Regiments?|Battalions?|Front|Fleet|Squadrons?|Flotilla|Army Group|Air Force|Navy|Legion|Group|"
    "Guards|Marines|Rifles|Highlanders|Militia"
)
_COUNT = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*)\b")


@dataclass(frozen=True, slots=True)
class Party:
    """Who a phrase names: the side where it is known; `actor` where narrower than the side; `attack`: an attack of theirs."""

    side: str | None
    actor: str | None = None
    attack: str = ""


@dataclass(frozen=True, slots=True)
class _Owner:
    """A word that names a party: `alone`: it may stand by itself ("rebels"), else it needs a noun ("rebel forces")."""

    text: str
    side: str | None
    alone: bool
    people: bool = False
    label: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Parties:
    """All words that name a party, longest first."""

    owners: tuple[_Owner, ...]
    _pattern: re.Pattern[str] = field(compare=False, repr=False)

    def read(self, phrase: str) -> Party | None:
        """Give the party that a noun phrase as a whole names ("two rebel car-bombers", "the Army"), or None."""
        text = phrase.strip(" ,")
        part = _PARTITIVE.match(text)
        if part:
            whole = self.read(part["whole"])
            named = whole.actor if whole and whole.actor else part["whole"] if whole and not whole.attack else None
            return replace(whole, actor=part["part"].lower() + _with_the(named)) if whole and named else None
        match = self._pattern.match(text)
        if not match:
            return _stranger(text)
        owner = next(o for o in self.owners if o.text == match["owner"])
        rest = match["rest"]
        noun = (
            re.match(rf"\s((?:[\w-]+\s){{0,2}}?)({ATTACKS}|{FORCES})(?![\w-])(?P<tail>.*)$", rest)
            if owner.adjective or match["poss"]
            else None
        )
        if noun and _TAIL.match(noun["tail"]):
            if re.fullmatch(ATTACKS, noun[2]):
                return Party(owner.side, attack=noun[1] + noun[2])
            return Party(owner.side, _force(match["lead"], owner, match["poss"] or "", noun))
        if owner.alone and not match["poss"] and _TAIL.match(rest) and not (owner.label and re.match(r"\sof\s(?:the\s)?[A-Z]", rest)):
            return Party(owner.side, _alone(owner, rest))
        return None

    def found(self, text: str) -> Iterator[_Owner]:
        """Give the party words anywhere in a text, in order."""
        within = {o.text: o for o in reversed(self.owners) if o.text in text}
        names = "|".join(map(re.escape, sorted(within, key=len, reverse=True))) or r"(?!)"
        for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", text) if within else ():
            yield within[match[0]]


def _with_the(name: str) -> str:
    """A name as it stands behind "of": "the 17th Army", "Kawaguchi's men", "rebels"."""
    return (
        name
        if name.startswith("the ") or name[0].islower() or "'" in name or "’" in name
        else with_article(name)
        if name[0].isupper()
        else f"the {name}"
    )


def _alone(owner: _Owner, rest: str) -> str | None:
    tail = _PLACE_TAIL.match(rest)
    if owner.label:
        return f"{owner.text}{' ' + tail[1].removeprefix('both ') if tail else ''}" if tail else None
    return f"the {owner.text}" if owner.people else owner.text


def _force(lead: str, owner: _Owner, possessive: str, noun: re.Match[str]) -> str | None:
    count = _COUNT.search(lead)
    if owner.label and not count and not noun[1] and re.fullmatch(_PLAIN_FORCES, noun[2]):
        return None
    words = f"{owner.text}{possessive} {noun[1]}{noun[2]}"
    singular = not noun[2].endswith("s") or noun[2].endswith("corps")
    return (
        f"{count[0]} {words}"
        if count
        else f"the {words}"
        if singular and not possessive and noun[2] not in ("troops", "infantry", "cavalry", "artillery", "men", "aircraft")
        else words
    )


_PARTITIVE = re.compile(
    r"(?P<part>(?:(?:(?:lead|leading|forward|advance|some|other|remaining)\s)?(?:elements|units|parts?|troops|men|remnants|vanguard|"
    r"companies|battalions|detachments)|(?:the\s)?(?:bulk|rest|remnants|vanguard|remainder)|most|some|(?:two|one|a)\sbattalions?)\sof\s)"
    r"(?P<whole>.+)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s?\([^()]*\)$|,?\s(?:under|commanded by|led by|supported by|backed by)\s(?:the\s)?[^,]*$")


def _stranger(text: str) -> Party | None:
    """A force that belongs to no side as far as is known: "Kurdish forces", "the Royal Navy", "the 2nd Panzer Division", "the Poles"."""
    bare = re.sub(r"^[Tt]he\s", "", text)
    match = re.fullmatch(rf"((?:[A-Z][\w'’-]+\s){{1,3}}(?:{_PLAIN_FORCES}|reinforcements|commanders|militias?|Air Force|Navy|Army))", bare)
    if match:
        return Party(None, match[1])
    if bare.partition(" ")[0] in adjectives() and re.fullmatch(rf"[A-Z][\w-]+\s(?:[a-z]+\s)?(?:{FORCES})", bare):
        return Party(None, bare)
    if bare in adjectives() and (bare != text or (people(bare) is None and bare.endswith("s"))):
        return Party(None, f"the {bare}" if bare != text else bare)
    name = _BEHIND.sub("", bare)
    found = names(f"the {name}")  # a sentence's first word is no name by its capital alone
    whole = len(found) == 1 and found[0].text == name and kind_of(found[0]) is EntityKind.GROUP and not found[0].noun
    return Party(None, name) if whole and re.search(rf"\b(?:{_FORMATION})$", name) else None


def parties(campaign: Campaign, allies: Iterable[tuple[str, str]] = ()) -> Parties:
    """Collect the words that name a party; a word that two sides share names neither. `allies`: (name, side id) from the prose."""
    owners: dict[str, _Owner] = {}
    for side in campaign.sides:
        for owner in _of_side(side):
            known = owners.get(owner.text)
            if known is None or owner.label:
                owners[owner.text] = owner
            elif known.side != owner.side and not known.label:
                owners[owner.text] = replace(known, side=None)
    for name, number in allies:
        owners.setdefault(name, _Owner(name, number, alone=True))
    ranked = tuple(sorted(owners.values(), key=lambda o: (-len(o.text), o.text)))
    names = "|".join(re.escape(o.text) for o in ranked) or r"(?!)"
    return Parties(
        ranked,
        re.compile(
            rf"(?P<lead>(?:[Tt]he\s|[A-Z][a-z]+\s(?=(?!of\s)[a-z]))?{_LEAD})(?P<owner>{names})(?![\w-])(?P<poss>['’]s?(?!\w))?(?P<rest>.*)$",
            re.DOTALL,
        ),
    )


def _of_side(side: Side) -> Iterator[_Owner]:
    for label in (side.label, *side.aliases):
        if label:
            yield from _of_label(label.value, side.id)
    for name in (*(b.name for b in side.belligerents), *(u.name for u in side.units if not u.placeholder)):
        yield _Owner(name, side.id, alone=True, adjective=True)
    for power in side.belligerents:
        for adjective in demonyms(power.name):
            plural = people(adjective)
            yield _Owner(adjective, side.id, alone=plural is None, people=plural is None, adjective=True)
            if plural:
                yield _Owner(plural, side.id, alone=True, people=True)
    for person in side.commanders:
        yield from _of_person(person, side.id)


def _of_person(person: Commander, side: str) -> Iterator[_Owner]:
    """A commander's name and surname, and the group of his role."""
    group = role_group(person.role or "")
    if group and " " in group:
        yield _Owner(group, side, alone=True, adjective=True)
    names = {person.name, surname_of(person.name) or person.name} if person.name and not person.placeholder else set()
    for name in sorted(names):
        if len(name) > 3 and name[0].isupper():
            yield _Owner(name, side, alone=True)


def _of_label(label: str, side: str) -> Iterator[_Owner]:
    """A label names its side alone ("rebels", "Army"), and as an adjective ("rebel forces", "Army counter-attack")."""
    yield _Owner(label, side, alone=True, label=True, adjective=not label.endswith("s"))
    word, _, noun = label.rpartition(" ")
    if word and re.fullmatch(_PLAIN_FORCES, noun):
        yield _Owner(word, side, alone=False, label=True, adjective=True)
    elif not word and label.endswith("s"):
        yield _Owner(label[:-1], side, alone=False, label=True, adjective=True)
