"""A fact that no item asks → the reason why, in words: the source, or the rule that refused what was tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen.items import Refused
from quizgen.model import Estimate, Event
from quizgen.relations import Fact, Relation

NOT_ALONE = {
    Relation.GROUP: "a group in a role is asked with its commander",
    Relation.ROLE: "the role fits several people, or names nothing to ask",
    Relation.TOLD: "the article has too few others that surely do not stand there, or the day is asked of the event",
    Relation.AIM: "an aim is asked only where it is one clause of its own",
}


def reasons(facts: Iterable[Fact], asked: Iterable[str], refused: Iterable[Refused]) -> Mapping[str, str]:
    """Give the reason of each fact that stands in no item, by its id, in the order of the facts."""
    known = set(asked)
    tried: dict[str, str] = {}
    for candidate in sorted(refused, key=lambda r: len(r.findings)):
        told = "; ".join(f"{finding.why} (Q{finding.rule})" for finding in candidate.findings[:1])
        for fact_id in candidate.item.facts if told else ():
            tried.setdefault(fact_id, told)
    return {fact.id: _of_source(fact) or tried.get(fact.id) or _of_kind(fact) for fact in facts if fact.id not in known}


def _of_source(fact: Fact) -> str:
    """What of the source itself keeps a fact from being asked."""
    if fact.disputed:
        return "the source contradicts itself on it"
    leaf = fact.leaf
    if isinstance(leaf, Estimate):
        if leaf.approximate or leaf.at_most:
            return "the figure is approximate" if leaf.approximate else "the figure is an upper bound"
        if leaf.low != leaf.high and not leaf.at_least:
            return "the figure is a range"
    if isinstance(leaf, Event):
        if not leaf.caption:
            return "the sentence makes no short statement that names what it is about"
        if leaf.by or not leaf.date or not leaf.date.is_day:
            return "the source states no one day for it"
    return ""


def _of_kind(fact: Fact) -> str:
    if isinstance(fact.leaf, Estimate):
        return "the figure is too small for wrong ones that lie apart, or is told with more than one thing counted"
    if isinstance(fact.leaf, Event):
        return "it lasts, recurs, or is told of other days too"
    return NOT_ALONE.get(fact.relation, "no question fits it without telling its answer or resting on what the source leaves open")
