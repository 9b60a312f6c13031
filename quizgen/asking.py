"""A world of campaigns → every sound item, and every candidate that was refused with the rules that it breaks.

Nothing is drawn here: an item carries all its sound distractors, most plausible first. The order is that of the types' names,
then of the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.called import also_called
from quizgen.distractors import candidates, step
from quizgen.draw import ordered, place
from quizgen.items import Distractor, Family, Format, Item, Level, Refused
from quizgen.model import Campaign
from quizgen.naming import name_for, namesakes
from quizgen.questions import Case, QuestionType, fill
from quizgen.questions._civil import worded
from quizgen.relations import Importance
from quizgen.rules import check, found
from quizgen.rules.shapes import accepted_rivals
from quizgen.solver import cases_of, types
from quizgen.world import World

CHOICES = (Format.MULTIPLE_CHOICE, Format.MULTIPLE_RESPONSE, Format.MATCHING)
SETS = (Format.MULTIPLE_RESPONSE, Format.MATCHING, Format.SORTING)
RECALLED = (Format.CLOZE, Format.SHORT_ANSWER, Format.NUMERIC, Format.DATE)
WHOLE = frozenset({1, 3, 18, 22, 31, 39})  # rules on the whole item (its solution, counts, ranks, draws): judged when complete
LIKELY = 4  # a false statement takes one of so many of the most plausible wrong values
SENSITIVE = re.compile(r"suicide|chemical weapon|execut|massacre|civilian", re.IGNORECASE)
RANK = {Importance.CORE: 2, Importance.USEFUL: 3, Importance.DETAIL: 4}
EFFORT = {
    Format.TRUE_FALSE: (-1, "two options"),
    Format.CLOZE: (1, "to be recalled"),
    Format.SHORT_ANSWER: (1, "to be recalled"),
    Format.NUMERIC: (1, "to be recalled"),
    Format.DATE: (1, "to be recalled"),
    Format.OPEN: (2, "to be argued in one's own words"),
}


def ask(world: World, of: Campaign | None = None) -> tuple[tuple[Item, ...], tuple[Refused, ...]]:
    """Ask all that can be asked, or what is `of` one campaign alone; an id stands once, its first case winning."""
    asked: dict[str, Item] = {}
    refused: dict[str, Refused] = {}
    cases = ((name, kind, case) for name, kind in types().items() for case in cases_of(world, name))
    wanted = (each for each in cases if of is None or each[2].facts[0].campaign == of.id)
    for item in (item for name, kind, case in wanted for item in _items(world, name, kind, case)):
        if item.id in asked:
            continue
        findings = check(item, world)
        if findings:
            refused.setdefault(item.id, Refused(item, findings))
        else:
            asked[item.id] = _weighed(world, item)
    return tuple(asked.values()), tuple(r for r in refused.values() if r.item.id not in asked)


def _weighed(world: World, item: Item) -> Item:
    """Make an item as easy or hard as its wrong options are: far from the key, or close to it."""
    by, why = step(world, item)
    if not by:
        return item
    level = max(1, min(5, int(item.difficulty.level) + by))
    return replace(item, difficulty=Level(level, f"{item.difficulty.why}; {why}"))


def _items(world: World, name: str, kind: QuestionType, case: Case) -> Iterator[Item]:
    """One item for each format of the type that the case admits."""
    case = _named_apart(world, case)
    for form, templates in kind.stems.items():
        if form not in case.formats:
            continue
        item = _item(world, name, case, form)
        template = worded(templates[place("stem", item.id) % len(templates)], world.campaign_of(case.facts[0]))
        if form is Format.TRUE_FALSE:
            yield from _statement(world, kind, case, item, template)
            continue
        item = replace(item, stem=fill(template, case.slots))
        yield _set(world, kind, case, item) if form in SETS else _complete(world, kind, case, item)


def _named_apart(world: World, case: Case) -> Case:
    """Name the campaign so that no namesake is meant too (rule 3), without a word of the key; where that cannot be, a rule refuses."""
    campaign = world.campaign_of(case.facts[0])
    name = str(case.slots["campaign"])
    if not namesakes(campaign) or world.is_campaign(name):
        return case
    apart = name_for(campaign, *case.key)
    return replace(case, slots={**case.slots, "campaign": apart}) if apart else case


def _complete(world: World, kind: QuestionType, case: Case, item: Item) -> Item:
    """Add the wrong options; what is accepted beside the key is no name of another thing (rule 33)."""
    if item.format in CHOICES:
        return _with_distractors(world, kind, case, item)
    rivals = {text for text, _ in accepted_rivals(item, world)}
    return replace(item, accepted=tuple(text for text in item.accepted if text not in rivals))


def _set(world: World, kind: QuestionType, case: Case, item: Item) -> Item:
    """Choose the rows, each tried in turn as the first, until the whole is sound; else the choice that begins with the first."""
    tried: list[Item] = []
    for first in range(len(case.facts)):
        tried.append(_complete(world, kind, case, _with_rows(world, kind, case, item, first)))
        if not check(tried[-1], world):
            return tried[-1]
    return tried[0]


def _item(world: World, name: str, case: Case, form: Format) -> Item:
    """An item with all but its stem and its distractors."""
    fact = case.facts[0]
    weight = min(case.facts, key=lambda f: RANK[f.importance])
    is_minor = case.minor and weight.importance is not Importance.DETAIL
    level = Level(Importance.DETAIL, case.minor) if is_minor else Level(weight.importance, weight.importance_why)
    step, effort = EFFORT.get(form, (0, "to be chosen among options"))
    accepted = (*case.accepted, *(text for key in case.key for text in also_called(world, world.campaign_of(fact), key)))
    told = " ".join((*case.key, case.explanation, *(text for slot, text in case.slots.items() if slot != "campaign")))
    return Item(
        id=_id(name, form, tuple(f.id for f in case.facts), case.slot),
        type=name,
        family=Family(name.split(".", maxsplit=1)[0]),
        format=form,
        stem="",
        key=() if case.pairs else case.key,
        pairs=case.pairs,
        accepted=tuple(text for text in dict.fromkeys(accepted) if text not in case.key) if form in RECALLED else (),
        facts=tuple(f.id for f in case.facts),
        source=fact.source,
        importance=level,
        difficulty=Level(max(1, min(5, RANK[Importance(str(level.level))] + step)), f"{level.why}; {effort}"),
        explanation=_sentence(case.explanation),
        campaign=world.campaign_of(fact).id,
        claimed_by=fact.claimed_by,
        sensitive=case.sensitive or bool(SENSITIVE.search(told)),
    )


def _sentence(text: str) -> str:
    """Raise a text's first letter; behind an abbreviation ("Jr.") one full stop is enough."""
    return re.sub(r"(?<=\w\.)\.$", "", text[:1].upper() + text[1:])


def _id(name: str, form: Format, facts: tuple[str, ...], slot: str) -> str:
    return "/".join(filter(None, (name, form, "+".join(sorted(facts)), slot)))


def _with_rows(world: World, kind: QuestionType, case: Case, item: Item, first: int) -> Item:
    """Keep those right options or pairs, from the first on and round, that break no rule beside the ones before them."""
    kept: list[int] = []
    for i in (*range(first, len(case.facts)), *range(first)):
        if len(kept) < kind.rows and not _broken(world, _rows(item, case, [*kept, i])):
            kept.append(i)
    return _rows(item, case, kept) if kept else item


def _rows(item: Item, case: Case, kept: list[int]) -> Item:
    facts, pairs = tuple(case.facts[i].id for i in kept), tuple(case.pairs[i] for i in kept if case.pairs)
    key = tuple(case.key[i] for i in kept if case.key)
    told = "; ".join(f"{thing}: {group}" for thing, group in pairs) or f"Right: {', '.join(key)}"
    return replace(
        item,
        id=_id(item.type, item.format, facts, case.slot),
        facts=facts,
        source=case.facts[kept[0]].source,
        pairs=pairs,
        key=key,
        explanation=f"{told}.",
    )


def _sound(world: World, name: str, kind: QuestionType, case: Case) -> Iterator[Distractor]:
    """The candidates that the judge disproves, in rank order."""
    pool = candidates(world, name, case)
    for option in pool:
        rivals = (*case.key, option) if kind.pairwise else tuple(dict.fromkeys((*case.key, *case.pool, option)))
        verdict = kind.judge(world, case.slots, option, rivals)
        if verdict.truth is False and option not in case.key:
            yield Distractor(option, _sentence(verdict.why if verdict.why.endswith((".", "”")) else f"{verdict.why}."), verdict.ground)


def _with_distractors(world: World, kind: QuestionType, case: Case, item: Item) -> Item:
    """Add the sound distractors that break no rule that the item does not break without them."""
    broken = _broken(world, item)
    for distractor in _sound(world, item.type, kind, case):
        if len(item.distractors) == kind.most:
            break
        longer = replace(item, distractors=(*item.distractors, distractor))
        if not any(found(longer, world, WHOLE | broken)):
            item = longer
    return item


def _broken(world: World, item: Item) -> frozenset[int]:
    return frozenset(finding.rule for finding in check(item, world, but=WHOLE))


def _statement(world: World, kind: QuestionType, case: Case, item: Item, template: str) -> Iterator[Item]:
    """A statement, where a true and a false one can be made: the id's hash says which (rule 30).

    A false one changes one slot to a disproved value, drawn from the likeliest ones; if those break a rule, from the ones left, and if
    all do, the true one is made. No false one stands in for a true one: most of a kind would then be false.
    """
    sound = list(_sound(world, item.type, kind, case))
    if not sound:
        return
    tried = [*ordered(item.id, sound[:LIKELY], key=lambda wrong: wrong.text), *sound[LIKELY:]]
    true = [replace(item, stem=fill(template, case.slots, case.key[0]), key=("True",))]
    false = [
        replace(item, id=f"{item.id}/changed", stem=fill(template, case.slots, wrong.text), key=("False",), explanation=wrong.why_false)
        for wrong in tried
    ]
    made = true if place("truth", item.id) % 2 else false + true
    yield next((statement for statement in made if not _broken(world, statement)), made[0])
