"""Campaign → YAML text: short, in reading order, the prose last with the events made from each sentence below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from itertools import groupby
from typing import Any

from quizgen.campaign_yaml.shape import CAMPAIGN_ONLY, KIND, Named, defaults, hints, key, main, usual_id
from quizgen.historical_date import HistoricalDate
from quizgen.model import By, Campaign, Event, EventKind, Quote, Sentence, Side, Source
from quizgen.yamlnodes import Data, Inline, emit


def dump(campaign: Campaign) -> str:
    """Write a campaign as YAML; `load` gives back an equal one.

    Raises ValueError if an event's sentence is not one of the campaign's, or the events do not stand in the order of their sentences.
    """
    sources = [campaign.title.source, *(s.source for s in campaign.sentences)]
    encoder = _Encoder(next((s.file for s in sources if isinstance(s, Quote)), ""), campaign.title.source)
    data: dict[str, Data] = {"quizgen": KIND, "id": campaign.id, "name": campaign.name}
    data |= {"file": encoder.file} if encoder.file else {}
    data |= {"by": encoder.by(campaign.title.source)} if isinstance(campaign.title.source, By) else {}
    data |= {name: value for name, value in encoder.fields(campaign).items() if name not in data}
    narrative: list[Data] = list(encoder.narrative(campaign))
    return _header(campaign, encoder.file, emit(data | ({"narrative": narrative} if narrative else {})))


def _header(campaign: Campaign, file: str, text: str) -> str:
    """Say in the first line that the file is output, if it is."""
    kind, _, rest = text.partition("\n")
    return f"{kind}  # output: correct it in {_comment(campaign.name)}.fix.yaml, not here\n{rest}" if file else text


def _comment(text: str) -> str:
    return "".join(c if c.isprintable() else "-" for c in text)


class _Encoder:
    """Encodes against what the file says once at its top: its source file, or the person who wrote it."""

    def __init__(self, file: str, title: Source) -> None:
        self.file = file
        self.side: Side | None = None  # whose units are being written
        self.default = title if isinstance(title, By) else None

    def value(self, value: Any) -> Data:
        match value:
            case Enum():
                return str(value.value)
            case None | bool() | int() | str():
                return value
            case HistoricalDate():
                return value.edtf
            case tuple():
                return [self.value(item) for item in value]
            case Quote() | By():
                return Inline(self.source(value, ""))
            case Side():
                self.side = value
                return self.fields(value)
            case _:
                return self.record(value)

    def fields(self, thing: Any) -> dict[str, Data]:
        """Its fields that do not have their default."""
        cls: type = type(thing)
        known = defaults(cls) | ({"id": usual_id(thing, self.side)} if isinstance(thing, Named) else {})
        told = {name: getattr(thing, name) for name in hints(cls) if name not in CAMPAIGN_ONLY}
        return {key(cls, name): self.value(value) for name, value in told.items() if name not in known or value != known[name]}

    def record(self, thing: Any) -> Data:
        """One thing on one line; its main text alone where that says all."""
        cls = type(thing)
        first = main(cls)
        if first is None:
            return Inline(self.fields(thing))
        told = self.fields(thing) | self.source(thing.source, text := self.value(getattr(thing, first)))
        return text if list(told) == [key(cls, first)] else Inline(told)

    def source(self, source: Source, text: Data) -> dict[str, Data]:
        """The keys that say where a leaf comes from; nothing where the top of the file says it."""
        match source:
            case Quote():
                told: dict[str, Data] = {"at": source.line}
                told |= {"quote": source.quote} if source.quote != text else {}
                return told | ({"in": source.file} if source.file != self.file else {})
            case By():
                return {} if source == self.default else {"by": self.by(source)}

    def by(self, by: By) -> Data:
        """A person, by name alone where nothing else is said."""
        told = {name: value for name, value in (("why", by.why), ("ref", by.ref)) if value}
        return Inline({"who": by.who, **told}) if told else by.who

    def narrative(self, campaign: Campaign) -> Iterator[Data]:
        """The sentences under their sections, each with the events made from it."""
        sentences = _with_events(campaign)
        for section, members in groupby(sentences, key=lambda pair: pair[0].section):
            yield {"section": section, "sentences": [self.sentence(sentence, events) for sentence, events in members]}

    def sentence(self, sentence: Sentence, events: tuple[Event, ...]) -> Data:
        told = self.record(replace(sentence, section=""))
        told = {"text": told} if isinstance(told, str) else dict(told) if isinstance(told, dict) else {}
        told.pop("section", None)
        return told | ({"events": [self.event(event) for event in events]} if events else {})

    def event(self, event: Event) -> Data:
        told = self.fields(event)
        told.pop("sentence")
        told.pop("corrected", None)
        if event.kind == EventKind.ACTION:
            told.pop("kind")
        told.pop("date", None)
        if event.date != sole_date(event.sentence):
            told["date"] = self.value(event.date)
        if event.corrected:
            told["corrected"] = self.by(event.corrected)
        return Inline(told)


def sole_date(sentence: Sentence) -> HistoricalDate | None:
    """Give the date that an event has unless it states another: the one of its sentence, if that speaks of one only."""
    return sentence.dates[0] if len(sentence.dates) == 1 else None


def _with_events(campaign: Campaign) -> list[tuple[Sentence, tuple[Event, ...]]]:
    """Each sentence with its events; of equal sentences the first has them."""
    made: dict[Sentence, list[Event]] = {}
    for event in campaign.events:
        made.setdefault(event.sentence, []).append(event)
    pairs = [(sentence, tuple(made.pop(sentence, ()))) for sentence in campaign.sentences]
    if made or tuple(event for _, events in pairs for event in events) != campaign.events:
        raise ValueError("events must stand in the order of the campaign's sentences")
    return pairs
