"""Ways to spoil a sound item: each takes an item and gives it with one fault, and names the rule that must catch it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quizgen.draw import ordered
from quizgen.items import BLANK, Distractor, Finding, Format, Item, Level
from quizgen.model import Quote, names_of, norm
from quizgen.rules import check
from quizgen.world import World
from tests.asked import KARSA, MARN, SEED, VELMARK, VESSEN, Asked, asked

MOST = 8  # mutants of a kind
CHOICE, RESPONSE, STATEMENT = Format.MULTIPLE_CHOICE, Format.MULTIPLE_RESPONSE, Format.TRUE_FALSE
CHOICES, TYPED = (CHOICE, RESPONSE), (Format.CLOZE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE)
ALL = tuple(form for form in Format if form is not Format.OPEN)
Spoil = Callable[[Item, Asked], Item | None]


@dataclass(frozen=True)
class Fault:
    """A kind of fault: the rule that must catch it, its name, the formats that it fits, how it is made (None: not of this item)."""

    rule: int
    name: str
    formats: tuple[Format, ...]
    spoil: Spoil


@dataclass(frozen=True)
class Mutant:
    """A spoilt item and the fault in it."""

    fault: Fault
    item: Item
    world: World

    @property
    def found(self) -> tuple[Finding, ...]:
        return check(self.item, self.world)

    @property
    def is_caught(self) -> bool:
        return self.fault.rule in {finding.rule for finding in self.found}


def wrong(*texts: str) -> tuple[Distractor, ...]:
    return tuple(Distractor(text, "It is another.", "another") for text in texts)


def more(item: Item, *texts: str) -> Item:
    return replace(item, distractors=(*wrong(*texts), *item.distractors))


def add(item: Item, words: str) -> Item:
    return replace(item, stem=f"{item.stem[:-1]} {words}{item.stem[-1]}")


def swapped(item: Item, _: Asked) -> Item | None:
    first = item.distractors[0]
    return replace(item, key=(first.text, *item.key[1:]), distractors=(*wrong(item.key[0]), *item.distractors[1:]))


def second_right(item: Item, _: Asked) -> Item | None:
    return replace(item, key=item.key[1:], distractors=(*item.distractors, *wrong(item.key[0]))) if len(item.key) > 2 else None


def turned(item: Item, _: Asked) -> Item | None:
    return replace(item, key=("False" if item.key == ("True",) else "True",))


def another_answer(item: Item, source: Asked) -> Item | None:
    """The key of another typed item of the type, where it is no answer to this one."""
    own = {*item.key, *item.accepted}
    others = (other for other in source.of(item.type) if other.format is item.format and other.key[0] not in own)
    other = next(others, None)
    return replace(item, key=other.key, accepted=()) if other and other.stem != item.stem else None


def wrong_number(item: Item, _: Asked) -> Item | None:
    return replace(item, key=(str(int(item.key[0].replace(",", "")) * 2),), accepted=())


def alias(item: Item, source: Asked) -> Item | None:
    """Another name of the key as a wrong option."""
    for entity in source.campaign.entities:
        if item.key[0] == entity.name and entity.aliases:
            return more(item, entity.aliases[0])
    return None


def rival_dropped(item: Item, source: Asked) -> Item | None:
    aliases = {name for campaign in source.world.campaigns for entity in campaign.entities for name in names_of(entity)}
    return replace(item, accepted=()) if item.type == "events.cloze" and aliases & set(item.accepted) else None


def disputed(item: Item, source: Asked) -> Item | None:
    facts = [fact.id for fact in source.world.facts if fact.disputed]
    return replace(item, facts=(facts[0],)) if facts else None


def claimless(item: Item, _: Asked) -> Item | None:
    return replace(item, stem=item.stem.replace(item.claimed_by, "one source")) if item.claimed_by else None


def hedgeless(item: Item, _: Asked) -> Item | None:
    return replace(item, stem=item.stem.replace("reportedly ", "")) if "reportedly " in item.stem else None


def winnerless(item: Item, _: Asked) -> Item | None:
    return replace(item, stem="Which side won the fighting?") if item.family in ("sides", "dates") else None


def close_number(item: Item, _: Asked) -> Item | None:
    number = int(item.key[0].replace(",", "")) if re.fullmatch(r"[\d,]+", item.key[0]) else 0
    return more(item, f"{number * 105 // 100:,}") if number > 40 else None


def number_plus(item: Item, _: Asked) -> Item | None:
    return replace(item, key=(f"{item.key[0]}+",)) if re.fullmatch(r"[\d,]+", item.key[0]) else None


def no_minimum(item: Item, _: Asked) -> Item | None:
    return replace(item, stem=item.stem.replace("what minimum number of", "how many")) if "minimum number" in item.stem else None


def other_precision(item: Item, _: Asked) -> Item | None:
    return more(item, f"{item.key[0]} 1916") if re.fullmatch(r"\d+ [A-Z]\w+", item.key[0]) else None


def date_told(item: Item, _: Asked) -> Item | None:
    month = re.fullmatch(r"\d+ ([A-Z][a-z]+)", item.key[0])
    return add(item, f"in {month[1]}") if month else None


def echo(item: Item, _: Asked) -> Item | None:
    """A word of the key alone in the stem, in another number."""
    return add(item, "with a rebel") if item.key == ("the rebels",) else None


def an_before(item: Item, _: Asked) -> Item | None:
    if re.match(r"[bcdfgjklmnpqrtvwz]", item.key[0], re.IGNORECASE) and f"the {BLANK}" in item.stem:
        return replace(item, stem=item.stem.replace(f"the {BLANK}", f"an {BLANK}"))
    return None


def converging(item: Item, _: Asked) -> Item | None:
    words = norm(item.key[0]).split()
    if len(words) < 3 or re.search(r"\d", item.key[0]):
        return None
    one, two, three = words[:3]
    return replace(item, distractors=wrong(f"{one} {two} Xan", f"{one} Yor {three}", f"Zell {two} {three}"))


def long_key(item: Item, _: Asked) -> Item | None:
    return replace(item, key=(f"{item.key[0]} {'of the Upper Tarn Valley' * 2}",))


def tie(item: Item, source: Asked) -> Item | None:
    """Two events of one day in an order."""
    days: dict[str, list[str]] = {}
    for event in source.campaign.events:
        if event.caption and event.date and event.date.is_day and not event.by:
            days.setdefault(event.date.edtf, []).append(event.caption)
    pairs = [day for day in days.values() if len(set(day)) > 1]
    return replace(item, key=(*dict.fromkeys(pairs[0]),)[:2] + item.key[-1:]) if pairs else None


def rival_accepted(item: Item, source: Asked) -> Item | None:
    """The name of another thing as an accepted answer."""
    others = [entity.name for entity in source.campaign.entities if item.key[0] not in (entity.name, *entity.aliases)]
    return replace(item, accepted=(*item.accepted, others[0])) if others else None


def person_among(item: Item, source: Asked) -> Item | None:
    people = [person.name for side in source.campaign.sides for person in side.commanders if not person.placeholder]
    is_of_groups = item.type in ("sides.who_fought_for", "units.children", "units.parent")
    return more(item, people[0]) if people and is_of_groups else None


def nested(item: Item, _: Asked) -> Item | None:
    return more(item, f"{item.key[0]} and its suburbs") if not re.search(r"\d", item.key[0]) else None


def crossed(item: Item, _: Asked) -> Item | None:
    (one, his), (other, hers), *rest = item.pairs
    return replace(item, pairs=((one, hers), (other, his), *rest)) if his != hers else None


def lost_campaign(item: Item, source: Asked) -> Item | None:
    stem = item.stem
    for phrase in source.world.campaign_phrases:
        stem = stem.replace(phrase, "the fighting").replace(phrase[:1].upper() + phrase[1:], "The fighting")
    return replace(item, stem=re.sub(r"\d{4}", "that year", stem)) if stem != item.stem and item.family != "places" else None


def fate_glued(item: Item, _: Asked) -> Item | None:
    return replace(item, stem=re.sub(r"([a-z])([ ?.,])", r"\1KIA\2", item.stem, count=1))


FAULTS = (
    Fault(1, "wrong key", (CHOICE,), swapped),
    Fault(1, "second right answer", (RESPONSE,), second_right),
    Fault(1, "statement turned", (STATEMENT,), turned),
    Fault(1, "wrong number", (Format.NUMERIC,), wrong_number),
    Fault(1, "another's answer", (Format.CLOZE, Format.SHORT_ANSWER), another_answer),
    Fault(1, "another's date", (Format.DATE,), another_answer),
    Fault(1, "order turned", (Format.ORDERING,), lambda item, _: replace(item, key=item.key[::-1])),
    Fault(1, "tie in an ordering", (Format.ORDERING,), tie),
    Fault(1, "partners crossed", (Format.MATCHING,), crossed),
    Fault(1, "row in another group", (Format.SORTING,), crossed),
    Fault(1, "unknown group", (RESPONSE,), lambda item, _: more(item, "Lion Guard of Orlo")),
    Fault(2, "no disproof", CHOICES, lambda item, _: replace(item, distractors=(Distractor(item.distractors[0].text, "", ""),))),
    Fault(3, "rival answer", (Format.CLOZE,), rival_dropped),
    Fault(4, "disputed", ALL, disputed),
    Fault(4, "claimant lost", ALL, claimless),
    Fault(4, "hedge lost", ALL, hedgeless),
    Fault(5, "no winner", (CHOICE,), winnerless),
    Fault(6, "close number", (CHOICE,), close_number),
    Fault(6, "plus", (CHOICE, Format.NUMERIC), number_plus),
    Fault(6, "minimum as a number", (CHOICE, Format.NUMERIC), no_minimum),
    Fault(7, "another precision", (CHOICE,), other_precision),
    Fault(8, "placeholder", CHOICES, lambda item, _: more(item, "several unknown others")),
    Fault(8, "counted noun", TYPED, lambda item, _: replace(item, key=("two hills",))),
    Fault(8, "nobody's brigade", CHOICES, lambda item, _: more(item, "88th Brigade")),
    Fault(9, "key in the stem", (CHOICE, *TYPED), lambda item, _: add(item, f"near {item.key[0]}")),
    Fault(10, "month told", (CHOICE, Format.DATE), date_told),
    Fault(11, "echo", (CHOICE,), echo),
    Fault(12, "wrong article", (Format.CLOZE,), an_before),
    Fault(12, "preposition", CHOICES, lambda item, _: more(item, "in Upper Tarn")),
    Fault(13, "convergence", (CHOICE,), converging),
    Fault(14, "longest key", (CHOICE,), lambda item, s: long_key(item, s) if len(item.distractors) > 1 else None),
    Fault(15, "brackets", CHOICES, lambda item, _: replace(item, key=(f"{item.key[0]} (Tarn)", *item.key[1:]))),
    Fault(16, "absolute word", CHOICES, lambda item, _: more(item, "never those")),
    Fault(17, "duplicate", CHOICES, lambda item, _: more(item, item.key[0].upper())),
    Fault(17, "alias", CHOICES, alias),
    Fault(17, "nested", CHOICES, nested),
    Fault(18, "no distractors", CHOICES, lambda item, _: replace(item, distractors=())),
    Fault(19, "date among others", CHOICES, lambda item, _: more(item, "31 December 1999")),
    Fault(19, "person among groups", CHOICES, person_among),
    Fault(20, "all of the above", CHOICES, lambda item, _: more(item, "All of the above")),
    Fault(24, "cut short", ALL, lambda item, _: replace(item, stem=item.stem[:-1])),
    Fault(25, "negation", ALL, lambda item, _: add(item, "and not elsewhere")),
    Fault(26, "long option", CHOICES, lambda item, _: more(item, " ".join(["Tarn"] * 21))),
    Fault(27, "relative time", ALL, lambda item, _: add(item, "the next morning")),
    Fault(27, "connective", ALL, lambda item, _: replace(item, stem=f"Meanwhile, {item.stem}")),
    Fault(27, "campaign lost", (CHOICE, Format.SHORT_ANSWER), lost_campaign),
    Fault(29, "image size", ALL, lambda item, _: add(item, "18px")),
    Fault(29, "glued fate", ALL, fate_glued),
    Fault(29, "markup", ALL, lambda item, _: replace(item, explanation="It stands {{there}}.")),
    Fault(30, "two propositions", (STATEMENT,), lambda item, _: add(item, "but Tarn held")),
    Fault(31, "extra belongs", (Format.MATCHING,), lambda item, _: more(item, item.pairs[0][1])),
    Fault(31, "no extra", (Format.MATCHING,), lambda item, _: replace(item, distractors=())),
    Fault(31, "one group", (Format.SORTING,), lambda item, _: replace(item, pairs=tuple((a, "the rebels") for a, _ in item.pairs))),
    Fault(32, "too few", (Format.ORDERING,), lambda item, _: replace(item, key=item.key[:2])),
    Fault(33, "another's name", (Format.CLOZE, Format.SHORT_ANSWER), rival_accepted),
    Fault(34, "list", TYPED, lambda item, _: replace(item, key=("Ash, Elm, Oak and Fir",))),
    Fault(35, "answer left", (Format.CLOZE,), lambda item, _: add(item, f"near {item.key[0]}")),
    Fault(38, "no place", ALL, lambda item, _: replace(item, source=Quote("", 0, ""))),
    Fault(38, "no difficulty", ALL, lambda item, _: replace(item, difficulty=Level(0, ""))),
    Fault(40, "no glyph", ALL, lambda item, _: add(item, "\ue000")),
    Fault(41, "the commander", (CHOICE, Format.SHORT_ANSWER), lambda item, _: replace(item, stem="Who was the commander of the fort?")),
)


def of(fault: Fault) -> Iterator[Mutant]:
    """Up to MOST mutants of a kind, of items of all sources, chosen by keyed hash."""
    made = 0
    sources = [asked(source) for source in (SEED, KARSA, VESSEN, VELMARK, MARN)]
    items = [(item, source) for source in sources for item in source.items if item.format in fault.formats]
    for item, source in ordered(fault.name, items, key=lambda entry: entry[0].id):
        spoilt = fault.spoil(item, source)
        if spoilt and spoilt != item:
            yield Mutant(fault, spoilt, source.world)
            made += 1
        if made == MOST:
            return
