"""Article text → sentences, events, entities, side labels, aims and contradictions of a campaign.

Steps, each a module: `sentences` splits paragraphs; `days` tells each sentence's time; `labels` the sides' names;
`names`, `entities` what is named; `clauses`, `things`, `parties` who did what to what; `events` puts them together;
`actions` holds the closed list of actions and says an event as a clause; `aims`, `contradictions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from quizgen.article import APPARATUS, FIELDS, Article, Section, Text
from quizgen.diagnostics import Diagnostic
from quizgen.historical_date import HistoricalDate
from quizgen.model import Campaign, Sentence, Sourced
from quizgen.prose.aims import aims, starter
from quizgen.prose.contradictions import contradictions
from quizgen.prose.days import Scene, Thread, Told, aftermath, dated_heading, dated_part, leads_up, nearby, only_day, run_up, tell
from quizgen.prose.entities import entities
from quizgen.prose.events import events
from quizgen.prose.labels import allies, with_labels
from quizgen.prose.letters import with_letters
from quizgen.prose.orders import misplaced
from quizgen.prose.parties import parties
from quizgen.prose.rivals import claimed, rivals
from quizgen.prose.sentences import sentences
from quizgen.prose.times import when_of

_LONGEST = 2000  # characters of a sentence that is still read; more is a list or a table that lost its form
_MEMORY = 12  # sentences back in the paragraph in which an attack's owner is looked for


def read_prose(article: Article, campaign: Campaign) -> tuple[Campaign, tuple[Diagnostic, ...]]:
    """Fill what the prose says into a campaign that has all that the infobox says.

    Gives the campaign with sentences, events, entities, aims, side labels, contradictions and see_also, and no
    diagnostic: what the prose does not settle is left out.
    """
    scenes = tuple(_once(_scenes(article, campaign)))
    campaign = replace(campaign, sentences=tuple(scene.sentence for scene in scenes))
    scenes = tuple(scene for scene in scenes if len(scene.sentence.text) <= _LONGEST)
    told = tuple(scene.sentence for scene in scenes)
    campaign = with_labels(campaign, told)
    texts = (*(field.value.value for field in article.fields[:FIELDS]), *(sentence.text for sentence in told))
    campaign = replace(campaign, entities=with_letters(entities(campaign, told), texts))
    who = parties(campaign, dict(allies(campaign, told)).items())
    found = events(scenes, campaign, who)
    campaign = replace(campaign, events=found, aims=tuple(aims(told, who, campaign, starter(campaign, who))))
    campaign = claimed(campaign, told)
    found_against = (
        *campaign.contradictions,
        *contradictions(campaign, told),
        *rivals(campaign, told),
        *misplaced(article, campaign, told),
    )
    return replace(campaign, contradictions=found_against, see_also=tuple(_see_also(article))), ()


def _once(scenes: Iterable[Scene]) -> Iterator[Scene]:
    """Leave out a sentence that its paragraph has said before: it tells nothing, and its events would be told twice."""
    said: set[Sentence] = set()
    for scene in scenes:
        if scene.sentence not in said:
            said.add(scene.sentence)
            yield scene


def _scenes(article: Article, campaign: Campaign) -> Iterator[Scene]:
    date = campaign.date.value if campaign.date else None
    thread = Thread()
    narrative = tuple(section for section in _narrative(article) if section.paragraphs)
    leaps = len(narrative) > 1 and date is not None and not date.is_day
    for section, following in zip_longest(narrative, narrative[1:]):
        headings = (dated_heading(part, date) for part in reversed(section.path.split(" > ")))
        heading, near = next(filter(None, headings), None), nearby(section.path, date)
        only = only_day(section.path, date)
        last = dated_part(section.path, near)
        near, last = last or near, last or (None if date else thread.last)
        recent = aftermath(section.path, date)
        last = last or (recent.date if recent else None)
        thread = Thread(None, heading, last, thread.clock, only, only is not None, recent, thread.only)
        same_day = _same_day(section, following, date)
        for paragraph in section.paragraphs:
            thread = thread.paragraph(heading)
            before: list[Sentence] = []
            for text in sentences(paragraph.value):
                if text in same_day and date:
                    thread = replace(thread, carried=when_of(date), anchor=when_of(date), clock=None)
                told, thread = (
                    tell(text, thread, near) if len(text) <= _LONGEST else (Told(), Thread(only=thread.only, is_one_day=thread.is_one_day))
                )
                if leaps and not section.heading:
                    thread = replace(thread, carried=None)  # a lead leaps from fact to fact
                sentence = Sentence(text, section.path, paragraph.quote(text), told.days)
                yield Scene(sentence, told, tuple(before[-_MEMORY:]))
                before.append(sentence)


def _same_day(section: Section, following: Section | None, date: HistoricalDate | None) -> frozenset[str]:
    """The sentences of what led to the fighting of one day that its times of day go on from."""
    if following is None or not date or not date.is_day or not leads_up(section.path) or not only_day(following.path, date):
        return frozenset()
    told, then = ([text for p in s.paragraphs for text in sentences(p.value)] for s in (section, following))
    return run_up(told, then)


def _narrative(article: Article) -> Iterator[Section]:
    return (s for s in article.sections if not {part.casefold() for part in s.path.split(" > ")} & APPARATUS)


def _see_also(article: Article) -> Iterator[Sourced]:
    for section in article.sections:
        if section.heading.casefold() == "see also":
            for item in section.items:
                yield Sourced(_title(item), item.quote(_title(item)))


def _title(item: Text) -> str:
    """The title that an entry links to, without the description behind it: "Operation X, the offensive that …"."""
    return item.value.lstrip("*- ").split(", the ", maxsplit=1)[0].split(" – ", maxsplit=1)[0].strip()
