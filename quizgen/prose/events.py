"""Sentences in their time → events: who did what to what, when, where and how surely, one for each thing it was done to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from quizgen.model import Campaign, EntityKind, Event, EventKind, names_of, slug
from quizgen.prose.actions import Tense, clause, is_plural
from quizgen.prose.clauses import Act, acts, clauses
from quizgen.prose.days import Scene
from quizgen.prose.names import PLACE_NOUNS, names
from quizgen.prose.parties import Parties, Party
from quizgen.prose.statements import LEADING, is_told, statements
from quizgen.prose.things import Attack, Reader, Thing
from quizgen.prose.times import When
from quizgen.prose.verbs import Need

_SAID = re.compile(r"\s(?:that\s)?(?P<who>[^,;]+?)\s(?:had|has|have)\sbeen\s(?P<done>\w+)(?=[.,;]|$)")
_ACCORDING = re.compile(r"\b[Aa]ccording to\b(?! (?:the )?plan)")
_BY = re.compile(r"(?:^|[^,;]{0,60}?\s)by\s(?P<who>.{3,80}?)(?=[,.;]|\s(?:on|in|at|after|during|and|while|who|which|as)\b|$)")
_MEANT = re.compile(
    r"\b(?:intended|planned|hoped|wanted|ordered|expected|proposed|demanded|suggested|asked|believed|thought|feared) that\b"
)
_DEIXIS = re.compile(
    r"\b(?:it|its|they|their|them|this|these|those|he|she|his|her|former|there|here|a further|"
    r"another|again|[Tt]he Army(?! of)|the base|the complex)\b"
)
_SHOVED = re.compile(r"(?:pushed|driven|thrown) back$")  # an army, and no attack of theirs
_MANNER = frozenset(("without", "despite", "against"))
_VERBAL = re.compile(r"\b[a-z]+(?:ed|ing)\b")
# What falls as a place does; of a wall a part falls, and a man falls at a place.
_FALLS = re.compile(
    rf"(?:^|\s)(?:it|both|strongholds?|citadels?|fortress(?:es)?|redoubts?|capital|positions?|{'|'.join(sorted(PLACE_NOUNS))}|[A-Z][\w’'-]*)$",
)
_PARTLY = re.compile(r"\b(?:of the [A-Z]|parts? of|sections? of|(?:some|many|most|several|few|dozens|hundreds|thousands) (?:of|[a-z]))|\d")
_FELL_AT = re.compile(
    r"\s(?:at|near|before|outside)\s(?:the\s)?(?:battle\b|[A-Z])|\sin\s(?:the\s)?(?:battle|fighting|action|combat)\b", re.IGNORECASE
)
_MOVES = frozenset(("begin", "launch", "resume", "continue", "end", "report", "conduct", "call in", "shift"))


def events(scenes: tuple[Scene, ...], campaign: Campaign, parties: Parties) -> tuple[Event, ...]:
    """Make the events of all scenes, in order, with unique ids and captions; the campaign has its entities and labels."""
    places = {name: e.name for e in reversed(campaign.entities) if e.kind is EntityKind.PLACE for name in names_of(e)}
    found = [event for scene in scenes for event in _Teller(scene, campaign, parties, places).events()]
    return tuple(_identified([replace(event, caption=caption(event, campaign)) for event in found]))


def caption(event: Event, campaign: Campaign) -> str | None:
    """Say the event as a complete short statement in the present tense; None where it would not stand alone."""
    said = clause(event, campaign, Tense.PRESENT)
    if said is None or _DEIXIS.search(said) or len(said.split()) > 20:
        return None
    return said[0].upper() + said[1:]


def _identified(found: list[Event]) -> Iterator[Event]:
    taken: set[str] = set()
    latest: dict[str, int] = {}  # the number last given: a thousand like events must not count up a thousand times
    for event in found:
        parts = (
            event.date.edtf if event.date else "",
            event.side or "",
            event.action or " ".join(event.sentence.text.split()[:6]),
            event.object or "",
            event.place or "",
        )
        base = "-".join(filter(None, (parts[0].replace("/", "--") if i == 0 else slug(part) for i, part in enumerate(parts))))
        number = latest.get(base, 1)
        while (key := base if number == 1 else f"{base}-{number}") in taken:
            number += 1
        latest[base] = number
        taken.add(key)
        yield replace(event, id=key)


class _Teller:
    """Reads one sentence; keeps what its verbs share: the subject, and the places met so far."""

    def __init__(self, scene: Scene, campaign: Campaign, parties: Parties, places: Mapping[str, str]) -> None:
        self.scene, self.campaign, self.parties, self.places = scene, campaign, parties, places
        self.text = scene.sentence.text
        self.reader = self._reader(self.text)
        self.who: Party | None = None
        self.met: list[str] = []

    def _reader(self, text: str) -> Reader:
        return Reader(text, names(text), self.places.get, lambda phrase: self.parties.read(phrase) is not None)

    def events(self) -> Iterator[Event]:
        """Give the events of the sentence; if it has no verb of the list, the dated statement as a whole."""
        if is_told(self.text):
            meant = _MEANT.search(self.text)
            done = [event for act in acts(self.text) if not (meant and act.verb.start > meant.start()) for event in self._of(act)]
            yield from done
            told = {event.date for event in done}
            if not done or len(self.scene.told.mentions) > 1:
                found = statements(self.scene, self.campaign, self.parties, self.reader)
                others = (event for event in found if event.date not in told)
                # beside acts it is another clause's, whose subject nobody has read
                yield from (replace(event, side=None, actor=None, place=None) if done else event for event in others)

    def _of(self, act: Act) -> Iterator[Event]:
        when = self._when(act)
        subject, at = self._subject(act)
        party = self.parties.read(subject) if subject else None
        if act.chained and not subject:
            party = self.who
        elif not act.passive:
            self.who = party
        if when is None or (act.perfect and not when.by) or (act.verb.action == "fall" and not self._is_taken(act, subject, party)):
            return
        hedge = act.hedge or ("reportedly" if _ACCORDING.search(self.text) else None)
        blank = Event(EventKind.ACTION, self.scene.sentence, when.date, when.by, action=act.verb.action, hedge=hedge)
        for event in self._slots(act, blank, party, at, subject):
            yield event
            self.met += [place for place in (event.object, event.place) if place and place in self.places.values()]

    def _when(self, act: Act) -> When | None:
        """The time of an act: a mention in its own clause, else the one that rules the sentence."""
        end = self._end(act)
        own = [m for m in self.scene.told.mentions if m.moves and not m.is_head and act.clause.start <= m.start < end]
        same = [m for m in own if m.when and self.scene.told.ruling and m.when.date == self.scene.told.ruling.date]
        if own and not same:
            return own[0].when if len(own) == 1 else None
        return self.scene.told.ruling or self._single()

    def _end(self, act: Act) -> int:
        """Where what is told of an act ends: "it surrendered without a fight on 9 May" is one statement."""
        after = next((c for c in clauses(self.text) if c.start > act.clause.start), None)
        goes_on = after and after.kind in _MANNER and not _VERBAL.search(self.text, after.start, after.end)
        return after.end if after and goes_on else act.clause.end

    def _single(self) -> When | None:
        """The one date of a sentence whose last clause tells it: "The siege resumed when X was retaken on 4 September"."""
        mentions = self.scene.told.mentions
        return (
            mentions[0].when if len(mentions) == 1 and mentions[0].end >= len(self.text) - 2 and re.search(r"\bwhen\b", self.text) else None
        )

    def _subject(self, act: Act) -> tuple[str, int]:
        """The words of the subject and their place: without conjunctions, and without the date that opens the sentence.

        Of "the X and the Y" no half is the subject.
        """
        at = act.at
        for mention in self.scene.told.mentions:
            if mention.is_head and act.at <= mention.end <= act.at + len(act.subject):
                at = mention.end
        words = self.text[at : act.at + len(act.subject)]
        lead = LEADING.match(words)
        at += lead.end() if lead else 0
        words = words[lead.end() :] if lead else words
        tail = re.search(r"(?:,|\band)\s((?:the\s|[A-Z]).*)$", words)
        if tail and not self._is_half(words[: tail.start()], tail[0]) and self.parties.read(words) is None and self.parties.read(tail[1]):
            return tail[1].strip(), at + tail.start(1)
        return words.strip(), at

    def _is_half(self, before: str, tail: str) -> bool:
        """Whether "and" joins two actors, not two statements: what stands before it is a party too, or ends in a name."""
        return tail.startswith("and") and bool(self.parties.read(before) or re.fullmatch(r"(?:[\w’'-]+\s){0,4}[A-Z][\w’'-]*\s?", before))

    def _is_taken(self, act: Act, subject: str, party: Party | None) -> bool:
        """Whether what fell is a place, and not men, a man or part of a wall."""
        is_place = not subject or (_FALLS.search(subject) and not _PARTLY.search(subject))
        return bool(is_place) and party is None and not _FELL_AT.match(self.text, act.verb.end)

    def _slots(self, act: Act, blank: Event, party: Party | None, at: int, subject: str) -> Iterator[Event]:
        end = act.verb.end
        if act.passive or (act.verb.action in _MOVES and (not party or party.attack) and not self._object_attack(end)):
            yield from self._undergone(act, blank, party, at, subject)
            return
        event = replace(blank, side=party.side if party else None, actor=party.actor if party else None)
        match act.verb.need:
            case Need.WHERE:
                yield replace(event, place=self.reader.place(end)[0])
            case Need.CONTENT:
                yield replace(event, kind=EventKind.ANNOUNCEMENT, object=self._said(end))
            case Need.ATTACK:
                attack = self._object_attack(end)
                if attack:
                    yield replace(event, object=attack.text, place=attack.place)
            case _:
                yield from self._done_to(act, event, self.reader.things(end + 1), party)

    def _object_attack(self, end: int) -> Attack | None:
        return self.reader.attack(end + 1, self._is_owner) if self.text[end : end + 1] == " " else None

    def _is_owner(self, word: str) -> bool:
        return any(owner.text == word and owner.label for owner in self.parties.owners)

    def _done_to(self, act: Act, event: Event, things: list[Thing], party: Party | None) -> Iterator[Event]:
        if act.verb.weak and not any(thing.entity for thing in things):
            return
        kind = EventKind.STATE if act.verb.action == "hold" else EventKind.ACTION
        named = [thing for thing in things if thing.text]
        if act.verb.action == "suffer" and len(named) > 1 and not any(thing.entity for thing in named):
            at, end = self.text.find(named[0].text or "", act.verb.end), named[-1].end  # losses together: "one officer and 33 men wounded"
            named = [Thing(self.text[at:end], end)]
        things = [t for t in named if not t.included or t.entity] or things[:1] or ([Thing(None, act.verb.end)] if party else [])
        for thing in things:
            text = thing.text or (self._it(act) if self.text[act.verb.end :].startswith(" it") and len(things) == 1 else None)
            hedge = ", ".join(filter(None, (event.hedge, thing.hedge if text else "")))
            place = self.reader.place(thing.end)[0] if len(things) == 1 and thing.text else None
            yield replace(event, kind=kind, object=text, hedge=hedge or None, place=place if place != text else None)

    def _it(self, act: Act) -> str | None:
        """What "it" stands for: the one place that the acts before it in the sentence name; none if there are two."""
        return self.met[0] if act.chained and len(set(self.met)) == 1 else None

    def _said(self, end: int) -> str | None:
        """What is announced, where it is a plain passive: "the siege has been broken"."""
        match = _SAID.match(self.text, end)
        if not match:
            return None
        who = self._shown(match["who"])
        return f"{who} {'have' if is_plural(who.split(' of ')[0]) else 'has'} been {match['done']}"

    def _shown(self, words: str) -> str:
        """Put the label of a side for its bare aliases: "the Army's siege" → "the government forces' siege"."""
        for side in self.campaign.sides:
            for alias in side.aliases if side.label else ():
                if alias.value[:1].isupper() and side.label:
                    words = re.sub(rf"\b{alias.value}['’]s\b", f"{side.label.value}'", words)
        return words

    def _undergone(self, act: Act, blank: Event, party: Party | None, at: int, subject: str) -> Iterator[Event]:
        """What was done to the subject: by the agent behind "by", by the owner of an attack, or by nobody named."""
        agent = _BY.match(self.text, act.verb.end)
        by = self.parties.read(agent["who"]) if agent else None
        attack = self.reader.attack(at, self._is_owner)
        if attack and attack.end <= act.verb.end:
            owner = party or Party(None)
            if act.verb.action == "repel":
                by = by or Party(self._other(owner.side or self._attacker(attack.place)))
            elif act.verb.action not in _MOVES:
                by = by or Party(None)
            attack = self._targeted(act, attack)
            said = replace(blank, hedge="reportedly") if act.verb.action == "report" else blank
            who = by or (owner if owner.attack else Party(None))
            action = "begin" if act.verb.action == "launch" and who.side is None and not who.actor else act.verb.action
            yield replace(
                said,
                action=action,
                side=who.side,
                actor=who.actor,
                object=attack.text,
                place=attack.place or self.reader.place(act.verb.end)[0],
            )
            return
        if party and act.verb.action == "repel":
            other = self._other(party.side)
            yield replace(
                blank,
                side=other,
                object=re.sub(r"^[Tt]he ", "", subject) if other and not _SHOVED.search(self.text[: act.verb.end]) else None,
                place=self.met[0] if len(set(self.met)) == 1 else None,
            )
            return
        if party or act.verb.need is not Need.PLACE or not act.passive:
            if by and not party:
                yield replace(blank, side=by.side, actor=by.actor)
            return
        event = replace(blank, side=by.side if by else None, actor=by.actor if by else None)
        things = self.reader.things(at, at + len(subject))
        if not things or self.text[things[-1].end : at + len(subject)].strip():
            return
        if agent and not by:
            things = [replace(thing, text=None) for thing in things]  # an agent that nothing identifies
        yield from self._done_to(act, event, things, by)

    def _targeted(self, act: Act, attack: Attack) -> Attack:
        """Add what stands behind the verb: "… was launched, targeting X and Y"."""
        after = self.reader._attacked(act.verb.end, attack.text)  # one reading of the same sentence
        return after if after.text != attack.text and attack.place is None else attack

    def _other(self, side: str | None) -> str | None:
        others = [s.id for s in self.campaign.sides if s.id != side]
        return others[0] if side and len(others) == 1 else None

    def _attacker(self, place: str | None) -> str | None:
        """Whose attack on this place the paragraph told before, if one side's only."""
        found: set[str] = set()
        for sentence in self.scene.before:
            reader = self._reader(sentence.text)
            for match in re.finditer(r"\b(?:the|a|an)\s(?=[\w\s-]{0,40}(?:attack|assault|offensive))", sentence.text):
                attack = reader.attack(match.start(), self._is_owner)
                owner = self.parties.read(sentence.text[match.start() : attack.end]) if attack else None
                if attack and place and attack.place == place and owner and owner.side:
                    found.add(owner.side)
        return found.pop() if len(found) == 1 else None
