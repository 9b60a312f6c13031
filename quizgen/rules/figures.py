"""Rules on figures: they are told whole, open ones as a minimum, wrong ones lie apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.formats import is_open
from quizgen.grammar.numbers import number_of
from quizgen.items import Item
from quizgen.model import Estimate
from quizgen.relations import Fact, Relation
from quizgen.rules import rule
from quizgen.rules._words import campaign_of, facts_of, word_set, words
from quizgen.world import World

APART = 0.15  # of the greater one
# What a figure's text may hold beside its number and what the stem says: other words for its kind, and for how sure it is.
_PLAIN = word_set(
    "killed dead died death deaths fatalities wounded injured missing captured prisoner prisoners pow pows taken lost losses casualties "
    "total in all overall altogether men soldiers troops persons people strong some about around circa ca c approx approximately roughly "
    "nearly almost est estimated estimate claim claimed claims source sources at least over more than up to minimum from between none no "
    "only and s one two three four five six seven eight nine ten per according by"
)
_PART = re.compile(r"(?:,\s*)?\b(?:including|incl\.?|inc\.|of (?:which|whom)|among them)\b.*|\([^)]*\d[^)]*\)|:\s*$", re.IGNORECASE)
_DATE = re.compile(r"\((?:(?:by|as of|on|until|from|in|since|\d{1,2}) |[A-Z][a-z]+ \d)[^)]*\)")
_LASTED = re.compile(
    r"\b(?:(?:siege|battle|fighting|offensive|operation|campaign|conflict) (?:of|for)|lasted(?: for)?|after|a|the|its)\s+"
    r"(?P<days>\d+|[a-z]+(?:-[a-z]+)?)[\s-]days?\b(?! (?:later|earlier|before|after|of))",
    re.IGNORECASE,
)
_ASKS_LENGTH = re.compile(r"\bdays\b(?! of \d)")  # not "on which of these days of 1940"
_LENGTH = re.compile(r"\b(\d+) days?\b")


@rule(4)
def figure_is_told_whole(item: Item, world: World) -> Iterator[str]:
    """A figure's words that narrow or widen it ("wounded or sick", "rising to", "by 16 September") stand in the stem too."""
    shown = {*words(item.stem), *words(" ".join(item.key))}
    for fact in facts_of(item, world):
        if isinstance(fact.leaf, Estimate):
            left = [word for word in _qualifying(fact, fact.leaf) if word not in shown]
            if left:
                yield f'"{fact.leaf.text}" says more than is asked: {", ".join(left)}'


def _qualifying(fact: Fact, figure: Estimate) -> Iterator[str]:
    """Give the words of a figure's text that are neither its number, its kind, what it counts nor who claims it."""
    held = {*words(" ".join(filter(None, (figure.kind.replace("_", " "), figure.of, figure.who, figure.claimed_by, fact.subject))))}
    told = figure.text if _DATE.search(figure.text) else _PART.sub("", figure.text)
    for word in words(told):
        if word.isalpha() and word not in held and word not in _PLAIN:
            yield word


@rule(4)
def stated_length_is_undisputed(item: Item, world: World) -> Iterator[str]:
    """How many days something lasted is not asked where the source's own count differs from its dates."""
    campaign = campaign_of(item, world)
    days = campaign.date.value.days if campaign and campaign.date else None
    relations = {fact.relation for fact in facts_of(item, world)}
    if campaign and _ASKS_LENGTH.search(item.stem) and {Relation.START, Relation.END} <= relations:
        for note in campaign.date_notes:
            if (stated := _LENGTH.search(note.value)) and int(stated[1]) != days:
                yield f'the source says "{note.value}", its dates say {days} days'
        for sentence in campaign.sentences:
            for lasted in _LASTED.finditer(sentence.text):
                if (told := number_of(lasted["days"])) and told != days:
                    yield f'a sentence says "{lasted[0]}", the dates say {days} days'


@rule(6)
def open_figure_asked_as_minimum(item: Item, world: World) -> Iterator[str]:
    """An open figure ("100+") is asked as a minimum, or told as "at least", with "+" in no option."""
    texts = () if is_open(item) else (*item.key, *(d.text for d in item.distractors))  # marking notes quote
    if any(re.search(r"\d\+", text) for text in texts):
        yield "an option has a plus"
    for fact in facts_of(item, world):
        if re.search(r"\d\+$", fact.object) and fact.object.rstrip("+") in item.key and not re.search("minimum|at least", item.stem):
            yield f'"{fact.object}" is a minimum'


@rule(6)
def numbers_keep_apart(item: Item, _world: World) -> Iterator[str]:
    """Number distractors lie at least 15% from the key and from each other; years, which are dates, need not."""
    if re.search(r"\byear\b", item.stem):
        return
    numbers = [int(text.replace(",", "")) for text in (*item.key, *(d.text for d in item.distractors)) if re.fullmatch(r"[\d,]*\d", text)]
    for i, one in enumerate(numbers):
        for other in numbers[:i]:
            if abs(one - other) < APART * max(one, other):
                yield f"{one:,} and {other:,} lie within 15%"
