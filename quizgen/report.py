"""What a source gave → one page of Markdown: facts and items by kind, what was refused and by which rule, what was noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from quizgen.diagnostics import Diagnostic, visible
from quizgen.items import Item, Refused
from quizgen.model import Campaign
from quizgen.relations import Fact
from quizgen.rules import warnings
from quizgen.world import World


def report(
    campaign: Campaign, facts: Sequence[Fact], items: Sequence[Item], refused: Sequence[Refused], diagnostics: Iterable[Diagnostic]
) -> str:
    """Write the page; lists are in a fixed order, so that two reports can be compared."""
    asked = {fact for item in items for fact in item.facts}
    questions = len({(item.type, item.facts) for item in items})
    silent = [fact for fact in facts if fact.id not in asked]
    parts = [
        f"# {_cell(campaign.title.value)}",
        f"{len(facts)} facts, {len(items)} items, {questions} questions of {len({item.type for item in items})} types.",
        *_counts("Items by family", Counter(str(item.family) for item in items)),
        *_counts("Items by type", Counter(item.type for item in items)),
        *_counts("Items by format", Counter(str(item.format) for item in items)),
        *_counts("Items by difficulty", Counter(str(item.difficulty.level) for item in items)),
        *_counts("Facts by relation", Counter(str(fact.relation) for fact in facts)),
        *_counts("Candidates refused, by rule", Counter(f"rule {finding.rule}" for r in refused for finding in r.findings)),
        *_counts("Items with a warning, by rule", Counter(f"rule {n}" for item in items for n in _warned(item, campaign, facts))),
        *_list("Facts that no item asks", (f"{fact.relation}: {fact.subject}, {fact.object}" for fact in silent)),
        *_list("Where the source contradicts itself", (f"{c.text}: {' / '.join(c.values)}" for c in campaign.contradictions)),
        *_list("Noticed while reading", (f"line {d.span.line}, {d.code}: {d.message}" for d in diagnostics)),
    ]
    return "\n\n".join(parts) + "\n"


def _warned(item: Item, campaign: Campaign, facts: Sequence[Fact]) -> set[int]:
    return {finding.rule for finding in warnings(item, World((campaign,), tuple(facts)))}


def _counts(title: str, counts: Counter[str]) -> Iterator[str]:
    if counts:
        rows = "\n".join(f"| {_cell(name)} | {counts[name]} |" for name in sorted(counts))
        yield f"## {title}\n\n| | number |\n|---|---:|\n{rows}"


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    text = "\n".join(f"- {_cell(line)}" for line in lines)
    if text:
        yield f"## {title}\n\n{text}"


def _cell(text: str) -> str:
    """A text that Markdown cannot take for markup."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in visible(text))
