"""Corrections of a person (`quizgen: fix/1`) and a campaign → the campaign with them applied, each leaf saying who and why.

    quizgen: fix/1
    corrections:
    - {set: sides/1/commanders/Wa’el Diyab/fate, value: KIA, who: Anna, why: the list marks the wrong man}
    - {add: sides/2/aliases, value: the Army, who: Anna, why: so the prose calls it}
    - {drop: entities/the base, who: Anna, why: it means several bases}
    - {set: result/winner, value: 2, was: 1, who: Anna, why: the treaty says so}
    - {join: entities/Military Academy, value: the academy, who: Anna, why: the town has one}
    - {dispute: sides/1/commanders/Wa’el Diyab, who: Anna, why: another list has him on the other side}

A path names fields, and members of lists by their id, name, text or caption, letter for letter or as a slug; `Twin[2]` is the
second of that name. With `was`, a correction holds only as long as the article gives that. What is joined becomes an alias of
what the path names. What is disputed stays, and no question asks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

from quizgen.campaign_yaml.decode import Decoder, check_kind
from quizgen.campaign_yaml.shape import Named, is_called, key, names, with_ids
from quizgen.diagnostics import QuizgenError, Span, error
from quizgen.historical_date import HistoricalDate
from quizgen.model import By, Campaign, Contradiction, Entity, Event, Side, Source, names_of, slug
from quizgen.yamlnodes import Node, Problems, parse, suggestion

KIND = "fix/1"
VERBS = ("set", "add", "drop", "join", "dispute")
VALUED = ("set", "add", "join")  # drop takes no value, dispute may name the rival one
NO_FACT = ("title", "label", "aliases", "see_also", "entities", "contradictions")  # names and remarks: no question asks them
KEYS = ("value", "was", "who", "why", "ref")
NOTHING = object()  # what is left of a dropped thing


@dataclass(frozen=True, slots=True)
class Correction:
    """One change: the verb, the path, the value to set or add, and who asks for it, why, on what reference.

    `was` is what the person saw there, in words; None where the correction holds whatever is read.
    """

    verb: str
    path: str
    value: Node | None
    by: By
    span: Span
    was: str | None = None


def load(text: str, file: str) -> tuple[Correction, ...]:
    """Read a fix file.

    Raises QuizgenError with all that is wrong: those of `yamlnodes` and `decode`, C101 not exactly one verb, C102 a
    value missing or too much.
    """
    problems = Problems()
    node = parse(text, file, problems)
    check_kind(problems, node, KIND)
    told = problems.table(node, ("quizgen", "corrections"), "a fix file")
    found = [_correction(problems, entry) for entry in problems.items(told.get("corrections", node), "corrections")]
    problems.settle()
    return tuple(found)


def _correction(problems: Problems, node: Node) -> Correction:
    told = problems.table(node, (*VERBS, *KEYS), "a correction")
    verbs = [verb for verb in VERBS if verb in told]
    if len(verbs) != 1:
        expected = f"expected one of {', '.join(VERBS)}; found {len(verbs)}"
        problems.add(node, "C101", expected, "write each change as a correction of its own")
        verbs = ["set"]
    path = problems.text(told[verbs[0]], verbs[0]) if verbs[0] in told else ""
    if verbs[0] != "dispute" and ("value" in told) != (verbs[0] in VALUED):
        takes = "no value" if "value" in told else "a value"
        problems.add(node, "C102", f'"{verbs[0]}" takes {takes}', "set, add and join take value: …; drop takes none")
    if "was" in told and verbs[0] not in ("set", "drop"):
        problems.add(told["was"], "C102", f'"{verbs[0]}" takes no "was"', "only set and drop change what was there")
    for name in ("who", "why"):
        if name not in told:
            problems.add(node, "Y107", f'a correction: the key "{name}" is missing', f"add {name}: …")
    by = By(**{"who": ""} | {name: problems.text(told[name], name) for name in ("who", "why", "ref") if name in told})
    was = problems.text(told["was"], "was") if "was" in told else None
    correction = Correction(verbs[0], path, told.get("value"), by, told.get(verbs[0], node).span, was)
    if was is not None and is_about_names(correction):
        problems.add(told["was"], "C102", 'how a side is called takes no "was"', "leave it out: the prose is read by the corrected names")
    return correction


def apply(campaign: Campaign, corrections: tuple[Correction, ...], only: Callable[[Correction], bool] = lambda _: True) -> Campaign:
    """Apply corrections in their order.

    Raises QuizgenError with all that do not fit: C201 the path leads nowhere (the article or the reader changed), C202 it
    names several things, C203 it cannot be added to, C204 it cannot be dropped, C205 it cannot be disputed, C206 it cannot
    be joined, and what is wrong with a value.
    """
    problems = Problems()
    for correction in filter(only, corrections):
        try:
            campaign = _Edit(correction).campaign(campaign)
        except QuizgenError as err:
            problems.found += err.diagnostics
    problems.settle()
    return campaign


def is_about_names(correction: Correction) -> bool:
    """Whether it says how the prose calls a side: these are applied before the prose is read, by their light."""
    parts = correction.path.split("/")
    return len(parts) >= 3 and parts[0] == "sides" and parts[2] in ("label", "aliases")


class _Edit:
    """One correction at work; each method gives the new value of what it is handed."""

    def __init__(self, correction: Correction) -> None:
        self.correction = correction
        self.words: dict[str, tuple[str, ...]] = {}
        self.rival: tuple[Contradiction, ...] = ()

    def campaign(self, campaign: Campaign) -> Campaign:
        sides = tuple(side.id for side in campaign.sides)
        self.words = {"side": sides, "winner": sides}
        parts = [part.strip() for part in self.correction.path.split("/")]
        if self.correction.verb == "join":
            return self._joined(campaign, parts)
        if self.correction.verb == "dispute" and {parts[0], *parts[2:3]} & set(NO_FACT):
            raise self._error("C205", f'no fact rests on "{self.correction.path}"', "dispute what a question can ask, a date or a figure")
        new: Campaign = self._within(campaign, parts)
        known = set(campaign.sentences)
        added = dict.fromkeys(event.sentence for event in new.events if event.sentence not in known)
        sentences = tuple(s for s in new.sentences) + tuple(s for s in added if s not in new.sentences)
        order = {sentence: place for place, sentence in enumerate(sentences)}
        new = replace(new, contradictions=(*new.contradictions, *self.rival))
        return replace(new, sentences=sentences, events=tuple(sorted(new.events, key=lambda event: order[event.sentence])))

    def _within(self, thing: Any, parts: list[str]) -> Any:
        """Change a field of a record."""
        cls: type = type(thing)
        fixed = ("source", "corrected", "sentences")
        known = {key(cls, f.name): f.name for f in fields(cls) if f.name not in fixed}
        if parts[0] not in known:
            raise self._error("C201", f'there is no "{parts[0]}" in "{self.correction.path}"', suggestion(parts[0], known))
        name = known[parts[0]]
        hint = get_type_hints(cls)[name]
        new = self._field(getattr(thing, name), hint, parts[1:])
        if new is NOTHING:
            new = self._nothing(hint)
        changed = replace(thing, **{name: new}, **self._signed(thing))
        return self._keep_key(thing, _follow(thing, changed) if isinstance(thing, Side) else changed)

    def _field(self, value: Any, hint: Any, rest: list[str]) -> Any:
        if isinstance(value, tuple):
            return self._in_list(value, hint, rest)
        if not rest:
            return self._changed(hint, at=value)
        if is_dataclass(value) and not isinstance(value, HistoricalDate):
            return self._within(value, rest)
        raise self._error("C201", f'nothing stands at "{self.correction.path}"', "set the whole: give it a value of its own")

    def _in_list(self, members: tuple[Any, ...], hint: Any, rest: list[str]) -> Any:
        kind = get_args(hint)[0]
        if not rest:
            return (*members, self._decoded(kind)) if self.correction.verb == "add" else self._changed(hint, at=members)
        at = self._position(members, rest[0])
        new = self._changed(kind, at=members[at]) if not rest[1:] else self._field(members[at], kind, rest[1:])
        return (*members[:at], *(() if new is NOTHING else (new,)), *members[at + 1 :])

    def _position(self, members: tuple[Any, ...], word: str) -> int:
        """The place of the one member that a word names."""
        exact = [at for at, member in enumerate(members) if word in (names(member) or (member,))]
        called = exact or [at for at, member in enumerate(members) if not isinstance(member, str) and is_called(member, word)]
        counted = re.fullmatch(r"(.+)\[([1-9]\d{0,5})\]", word)
        if counted and not called:
            twins = [at for at, member in enumerate(members) if counted[1] in (names(member) or (member,))]
            called = twins[int(counted[2]) - 1 : int(counted[2])]
        if len(called) == 1:
            return called[0]
        if called:
            raise self._error("C202", f'"{word}" names {len(called)} things', f'name one by its place among them, "{word}[1]"')
        known = [name for member in members for name in (names(member)[:1] or (str(member),))]
        raise self._error("C201", f'there is no "{word}" in "{self.correction.path}"', suggestion(word, known))

    def _joined(self, campaign: Campaign, parts: list[str]) -> Campaign:
        """Make all names of the entity that the value names aliases of the entity that the path names."""
        problems = Problems()
        other = problems.text(self.correction.value, "value") if self.correction.value else ""
        problems.settle()
        if parts[0] != "entities" or len(parts) != 2:
            raise self._error("C206", f'"{self.correction.path}" is no entity', "write join: entities/NAME")
        kept = campaign.entities[self._position(campaign.entities, parts[1])]
        if other in names_of(kept):
            raise self._error("C206", f'"{other}" is a name of "{kept.name}" already', "remove this correction")
        gone = campaign.entities[self._position(campaign.entities, other)]
        aliases = dict.fromkeys((*kept.aliases, *names_of(gone)))
        whole = replace(kept, source=self.correction.by, aliases=tuple(aliases))
        rest = (whole if entity is kept else entity for entity in campaign.entities if entity is not gone)
        events = tuple(_renamed(event, gone, kept.name) for event in campaign.events)
        return replace(campaign, entities=tuple(_told_of(gone, entity) for entity in rest), events=events)

    def _disputed(self, leaf: Any) -> Any:
        """The leaf, which a contradiction by the person now names; one set by a person is signed anew, since leaves share a person."""
        by, path = self.correction.by, self.correction.path
        if not (isinstance(leaf, Event) or hasattr(leaf, "source")):
            raise self._error("C205", f'"{path}" is not one whole statement', "name the thing that holds it, as in sides/1/commanders/NAME")
        source: Source = leaf.source
        rival = self._decoded(str)
        signed = replace(by, why=f'disputes "{path}": {by.why}')
        own = isinstance(source, By) or isinstance(leaf, Event)
        told = f" ({', '.join(filter(None, (source.who, source.ref)))})" if isinstance(source, By) else ""
        text = f'{by.who} disputes "{path}"{told}: {by.why}'
        values = (*names(leaf)[:1], *((rival,) if rival else ()))
        self.rival = (Contradiction(text, values, (signed,) if own else (source, signed)),)
        return replace(leaf, **{"corrected" if isinstance(leaf, Event) else "source": signed}) if own else leaf

    def _changed(self, hint: Any, at: Any) -> Any:
        """What stands at the path's end after the change."""
        now, was = _in_words(at), self.correction.was
        if was is not None and was.strip() != now:
            raise self._error(
                "C207",
                f'"{self.correction.path}" is now "{now}", no longer "{was}"',
                f'remove the correction, or if it still holds, write was: "{now}"',
            )
        match self.correction.verb:
            case "drop":
                return NOTHING
            case "set":
                new = self._decoded(hint)
                return self._keep_key(at, new)
            case "dispute":
                return self._disputed(at)
        raise self._error("C203", f'"{self.correction.path}" is no list', "write set instead of add")

    def _decoded(self, hint: Any) -> Any:
        problems = Problems()
        node = self.correction.value
        value = (
            Decoder(problems, self.correction.by, self.words).value(hint, node, self.correction.path.rpartition("/")[2]) if node else None
        )
        problems.settle()
        return value

    def _nothing(self, hint: Any) -> Any:
        if type(None) in get_args(hint):
            return None
        if getattr(hint, "__origin__", None) is tuple:
            return ()
        raise self._error("C204", f'"{self.correction.path}" cannot be left out', "set it to another value")

    def _signed(self, thing: Any) -> dict[str, By]:
        """The field that says who changed a leaf."""
        own = {f.name for f in fields(thing)} & {"source", "corrected"}
        return dict.fromkeys(own, self.correction.by)

    def _keep_key(self, old: Any, new: Any) -> Any:
        """A thing renamed keeps the id that it was first read under."""
        if isinstance(new, Named) and new.name != old.name:
            return replace(new, id=old.id or slug(old.name))
        return new

    def _error(self, code: str, message: str, hint: str) -> QuizgenError:
        return QuizgenError([error(self.correction.span, code, message, hint)])


def _renamed(event: Event, gone: Entity, name: str) -> Event:
    """An event with the name of the joined entity where it names the one that is gone; its id and its sentence stay."""
    old = tuple(names_of(gone))
    return replace(event, object=name if event.object in old else event.object, place=name if event.place in old else event.place)


def _in_words(value: Any) -> str:
    """A value in one line: a leaf by its name or text, a list by all of them, what is not there by nothing."""
    if isinstance(value, tuple):
        return ", ".join(map(_in_words, value))
    if isinstance(value, HistoricalDate):
        return value.edtf
    if is_dataclass(value):
        return _in_words(value.value) if hasattr(value, "value") else next(iter(names(value)), "")
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _told_of(gone: Entity, entity: Entity) -> Entity:
    """An entity without doubts about one that is gone: what was never taken for the other is not its namesake either."""
    return replace(entity, maybe_same=tuple(name for name in entity.maybe_same if name != gone.name))


def _follow(old: Side, new: Side) -> Side:
    """Let the units below a renamed unit name it by its new name."""
    renamed = {a.name: b.name for a, b in zip(old.units, new.units, strict=False)} if len(old.units) == len(new.units) else {}
    units = tuple(replace(unit, parent=renamed.get(unit.parent, unit.parent)) if unit.parent else unit for unit in new.units)
    return with_ids(replace(new, units=units))
