"""What a source gave → one page: facts and what asks them, items by kind, how they solve and read, what was refused and noticed.

`survey` gathers it once; `markdown` and `plain` say it for a file and for a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from quizgen.diagnostics import Diagnostic, visible
from quizgen.formats import Drawn, is_open
from quizgen.items import Finding, Item, Refused
from quizgen.model import Campaign, Event, Quote, Told
from quizgen.readability import grade
from quizgen.relations import Fact, Importance
from quizgen.rules import check_sheet, warn_sheet, warnings
from quizgen.rules.examples import EXAMPLES
from quizgen.rules.truth import solver_finds_the_key
from quizgen.unasked import reasons
from quizgen.world import World

MOST = 12  # lines of a list; the rest is counted
EXAMPLES_OF_REASON = 3
LONGEST = 90  # characters of a fact as an example


@dataclass(frozen=True, slots=True)
class Part:
    """A headed table (rows of a name and its cells, under `heads`) or list (rows of one text)."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """What a source gave: its title, sentences that sum it up, and the parts in their order."""

    title: str
    summary: tuple[str, ...]
    parts: tuple[Part, ...]


def survey(
    world: World, campaign: Campaign, items: Sequence[Item], refused: Sequence[Refused], diagnostics: Iterable[Diagnostic] = ()
) -> Survey:
    """Gather what a campaign of a world gave; the order is fixed, so that two reports can be compared."""
    facts = tuple(fact for fact in world.facts if fact.campaign == campaign.id)
    asked = {fact for item in items if not is_open(item) for fact in item.facts}
    why = reasons(facts, asked, refused)
    core = tuple(fact for fact in facts if fact.importance is Importance.CORE)
    parts = (
        Part("Facts", tuple(_facts(facts, asked)), ("relation", "facts", "asked")),
        Part("Core facts that no item asks", tuple((f"{_told(f)}: {why[f.id]}",) for f in core if f.id in why)),
        Part("Other facts that no item asks, by reason", tuple(_by_reason(facts, why)), ("reason", "facts", "such as")),
        _counted("Items by family", (str(item.family) for item in items)),
        _counted("Items by type", (item.type for item in items)),
        _counted("Items by format", (str(item.format) for item in items)),
        _counted("Items by level", (str(item.importance.level) for item in items)),
        _counted("Items by difficulty", (str(item.difficulty.level) for item in items)),
        Part(
            "Candidates refused, by rule", tuple(_by_rule(finding for r in refused for finding in r.findings)), ("rule", "says", "number")
        ),
        Part("Warnings, by rule", tuple(_by_rule(f for i in items for f in warnings(i, world))), ("rule", "says", "number")),
        Part("Where the source contradicts itself", tuple((f"{c.text}: {' / '.join(c.values)}",) for c in campaign.contradictions)),
        Part("Noticed while reading", tuple((f"line {d.span.line}, {d.code}: {d.message}",) for d in diagnostics)),
    )
    return Survey(campaign.title.value, tuple(_summary(world, campaign, items, facts, asked)), tuple(part for part in parts if part.rows))


def of_sheet(sheet: Sequence[Drawn], world: World, name: str) -> Part:
    """Say which rules a drawn sheet breaks or is warned of."""
    found = [*check_sheet(sheet, world), *warn_sheet(sheet, world)]
    return Part(
        f"Sheet {name}: rules to look at".replace("  ", " ").replace(" :", ":"),
        tuple(_by_rule(found)) or (("", "none", "0"),),
        ("rule", "says", "number"),
    )


def _summary(world: World, campaign: Campaign, items: Sequence[Item], facts: Sequence[Fact], asked: set[str]) -> Iterator[str]:
    questions = len({(item.type, item.facts) for item in items})
    yield f"{len(facts)} facts, {len(items)} items, {questions} questions of {len({item.type for item in items})} types."
    core = [fact.id in asked for fact in facts if fact.importance is Importance.CORE]
    yield f"Core facts: {sum(core)} of {len(core)} asked."
    solvable = [item for item in items if not is_open(item)]
    solved = sum(not any(solver_finds_the_key(item, world)) for item in solvable)
    yield f"Self-solve: {solved} of {len(solvable)} items are answered with their key from the model and the text alone."
    told = {event.sentence.text for event in campaign.events}
    used = {fact.leaf.sentence.text for fact in facts if fact.id in asked and isinstance(fact.leaf, Event | Told)} & told
    lines = {fact.source.line for fact in facts if isinstance(fact.source, Quote) and not isinstance(fact.leaf, Event | Told)}
    read = {f.source.line for f in facts if isinstance(f.source, Quote) and not isinstance(f.leaf, Event | Told) and f.id in asked}
    yield (
        f"Coverage by items: {len(read)} of {len(lines)} lines of the infobox that hold facts, "
        f"{len(used)} of {len(told)} sentences that tell a dated event."
    )
    grades = [grade(item.stem) for item in items]
    if grades:
        yield f"Reading grade of stems (Flesch–Kincaid): median {median(grades):.0f}, highest {max(grades):.0f}."


def _facts(facts: Sequence[Fact], asked: set[str]) -> Iterator[tuple[str, ...]]:
    every, used = Counter(f.relation for f in facts), Counter(f.relation for f in facts if f.id in asked)
    yield from ((relation.replace("_", " "), str(every[relation]), str(used[relation])) for relation in sorted(every))


def _by_reason(facts: Sequence[Fact], why: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Gather the facts left out by their reason, what is quoted in it aside, the commonest first."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.id in why and fact.importance is not Importance.CORE:
            groups.setdefault(_general(why[fact.id]), []).append(fact)
    for reason, found in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        yield reason, str(len(found)), "; ".join(_told(fact) for fact in found[:EXAMPLES_OF_REASON])


def _general(reason: str) -> str:
    """A reason without the names in it, so that equal ones can be counted: by its rule where one refused it."""
    if reason.endswith(")") and " (Q" in reason:
        number = int(reason.rsplit("(Q", maxsplit=1)[1].rstrip(")"))
        return f"refused by Q{number}: {EXAMPLES[number].says.rstrip('.')}"
    return reason


def _told(fact: Fact) -> str:
    told = f"{fact.relation.replace('_', ' ')}: {fact.subject}" + f", {fact.object}" * bool(fact.object)
    return told if len(told) <= LONGEST else f"{told[:LONGEST].rsplit(maxsplit=1)[0]} …"


def _by_rule(findings: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    counts = Counter(finding.rule for finding in findings)
    yield from ((f"Q{number}", EXAMPLES[number].says, str(counts[number])) for number in sorted(counts))


def _counted(title: str, names: Iterable[str]) -> Part:
    counts = Counter(names)
    return Part(title, tuple((name, str(counts[name])) for name in sorted(counts)), ("", "number"))


def markdown(found: Survey) -> str:
    """Write a survey as a page of Markdown; of long lists the first lines, and how many more there are."""
    blocks = [f"# {_cell(found.title)}", "\n".join(f"- {_cell(line)}" for line in found.summary)]
    for part in found.parts:
        shown, more = part.rows[:MOST] if not part.heads else part.rows, max(0, len(part.rows) - MOST) * (not part.heads)
        if part.heads:
            rule = "|".join("---:" if head in ("number", "facts", "asked") else "---" for head in part.heads)
            body = [f"| {' | '.join(part.heads)} |", f"|{rule}|", *(f"| {' | '.join(map(_cell, row))} |" for row in shown)]
        else:
            body = [*(f"- {_cell(row[0])}" for row in shown), *([f"- … and {more} more"] if more else [])]
        blocks.append("\n".join((f"## {part.title}", "", *body)))
    return "\n\n".join(blocks) + "\n"


def plain(found: Survey) -> str:
    """Write a survey for a terminal."""
    lines = [visible(found.title), *(f"  {visible(line)}" for line in found.summary)]
    for part in found.parts:
        lines += ["", visible(part.title)]
        if not part.heads:
            lines += [f"  {visible(row[0])}" for row in part.rows[:MOST]]
            lines += [f"  … and {len(part.rows) - MOST} more"] if len(part.rows) > MOST else []
            continue
        numbers = [i for i, head in enumerate(part.heads) if head in ("number", "facts", "asked")]
        for row in part.rows:
            figures = " of ".join(row[i] for i in reversed(numbers))
            told = ": ".join(visible(cell) for i, cell in enumerate(row) if i not in numbers and cell)
            lines.append(f"  {figures:>10}  {told}")
    return "\n".join(lines)


def _cell(text: str) -> str:
    """A text that Markdown cannot take for markup."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in visible(text))
