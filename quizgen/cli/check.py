"""`quizgen check`: what does not stand, what a person set, what contradicts itself, what is out of date."""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quizgen import api, checking, ledger_yaml
from quizgen.campaign_yaml.shape import leaves
from quizgen.cli import ERRORS, FINE, STALE
from quizgen.cli.make import of_recipe
from quizgen.cli.show import report
from quizgen.cli.sources import is_recipe, readings
from quizgen.coverage import cover
from quizgen.diagnostics import Diagnostic, QuizgenError, Severity, visible
from quizgen.files import read_text
from quizgen.formats import is_open
from quizgen.items import Item, Refused
from quizgen.model import By, Campaign, Quote
from quizgen.products import LEDGER
from quizgen.relations import Importance
from quizgen.report import markdown, plain, survey
from quizgen.unasked import reasons
from quizgen.wording import counted
from quizgen.world import load
from quizgen.writers._notes import schema

OUT_OF_DATE = ("K105", "K106", "L101")
SHIPPED = re.compile(r"(.+?)(-[a-z]|-key)?\.(apkg|pdf|lock\.yaml)")  # made by the recipe NAME.yaml beside it


def check(args: Namespace) -> int:
    """Check every source; print what was found, and a line on each source that stands."""
    found: list[Diagnostic] = []
    lines: list[str] = []
    texts: dict[str, list[str]] = {}
    quiet, args.quiet = args.quiet, True  # reading reports nothing: all is reported here, once
    for source in args.sources:
        try:
            diagnostics, line = _check(args, source, texts)
        except QuizgenError as err:
            diagnostics, line = list(err.diagnostics), ""
        found += diagnostics
        lines += [line] if line else []
    report((d for d in found if not quiet or d.severity is Severity.ERROR), texts)
    code = _code(found, strict=args.strict)
    if code == FINE:
        print(*lines, sep="\n")
    return code


def _code(found: list[Diagnostic], *, strict: bool) -> int:
    errors = [d for d in found if d.severity is Severity.ERROR or (strict and d.severity is Severity.WARNING)]
    if not errors:
        return FINE
    return STALE if all(d.code in OUT_OF_DATE for d in errors) else ERRORS


def _check(args: Namespace, source: str, texts: dict[str, list[str]]) -> tuple[list[Diagnostic], str]:
    """What was found of a source, and a line on it; the article's own lines are added to `texts`."""
    shipped = SHIPPED.fullmatch(source)
    recipe = f"{shipped[1]}.yaml" if shipped else source
    if source.endswith(LEDGER) and not is_recipe(recipe):
        ledger = ledger_yaml.load(read_text(Path(source)), source, schema())
        return [], f"{source}: {sum(1 for _ in ledger.live())} notes, {len(ledger.entries)} with those retired; nothing contradicts"
    if shipped or is_recipe(recipe):
        products = of_recipe(args, recipe)
        found = list(checking.stale(products, Path(recipe).parent))
        return found, f"{recipe}: {', '.join(product.name for product in products)} up to date"
    (reading,) = readings(args, [source])
    if reading.article:
        texts[reading.shown] = list(reading.article.lines)
    found = [*reading.diagnostics, *api.moved(_campaign(reading), reading)]
    asked = api.ask(reading.campaign)
    told = "\n  ".join([_summary(reading, found, *asked), *_coverage(reading), *_core(reading.campaign, *asked)])
    return found, told + f"\n\n{_report(args, reading, *asked)}" * args.report


def _report(args: Namespace, reading: api.Reading, items: tuple[Item, ...], refused: tuple[Refused, ...]) -> str:
    """The whole report on a source, as text or as a page of Markdown."""
    found = survey(load(reading.campaign), reading.campaign, items, refused, reading.diagnostics)
    return markdown(found) if args.report_format == "markdown" else plain(found)


def _core(campaign: Campaign, items: tuple[Item, ...], refused: tuple[Refused, ...]) -> Iterator[str]:
    """How many core facts are asked, and of each of the others why not."""
    core = [fact for fact in api.facts(campaign) if fact.importance is Importance.CORE]
    why = reasons(core, (fact for item in items if not is_open(item) for fact in item.facts), refused)
    if core:
        yield f"core facts: {len(core) - len(why)} of {len(core)} asked"
    for fact in core:
        if fact.id in why:
            name = fact.object if fact.subject == campaign.title.value else fact.subject
            yield f"  not asked: {fact.relation.replace('_', ' ')} {visible(name)}: {visible(why[fact.id])}"


def _campaign(reading: api.Reading) -> Iterator[Diagnostic]:
    campaign = reading.campaign
    yield from checking.quotes(campaign, _texts(reading))
    yield from checking.people(campaign)
    yield from checking.dropped(reading.corrections)
    yield from checking.contradictions(campaign)
    yield from checking.outside(campaign)
    yield from checking.turncoats(campaign)
    article = _article(reading)
    if article and reading.path:
        page = campaign.page.title if campaign.page and api.is_collection(article) else None
        yield from checking.behind(campaign, api.read(str(article), page=page).campaign, reading.path)


def _texts(reading: api.Reading) -> dict[str, list[str]]:
    """The lines of every source file that is at hand, by base name."""
    if reading.article:
        return {reading.article.file: list(reading.article.lines)}
    files = {place.file for _, place in leaves(reading.campaign) if isinstance(place, Quote)}
    page = reading.campaign.page.title if reading.campaign.page else ""
    return {file: api.text(path, page).split("\n") for file in sorted(files) if (path := _at_hand(reading, file))}


def _at_hand(reading: api.Reading, file: str) -> Path | None:
    """Where a source lies: beside the campaign's YAML, here, or in seeds/."""
    folders = [*([reading.path.parent] if reading.path else []), Path(), Path("seeds")]
    name = Path(file).name
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _article(reading: api.Reading) -> Path | None:
    """The article that a campaign's YAML was made from, if it is at hand."""
    title = reading.campaign.title.source
    return _at_hand(reading, title.file) if isinstance(title, Quote) and not reading.article else None


def _coverage(reading: api.Reading) -> Iterator[str]:
    """What of the article is in the model; nothing where there is no article."""
    if reading.article:
        yield from cover(reading.article, reading.campaign, reading.diagnostics).lines()


def _summary(reading: api.Reading, found: list[Diagnostic], items: tuple[Item, ...], refused: tuple[Refused, ...]) -> str:
    campaign = reading.campaign
    places = [place for _, place in leaves(campaign)]
    by_hand = sum(isinstance(place, By) for place in places)
    severities = Counter(d.severity for d in found)
    argued = sum(map(is_open, items))
    asked = f"{len(items) - argued} items, all solved from the model" + f", {counted(argued, 'open question')}" * bool(argued)
    return (
        f"{campaign.name}: {len(places)} leaves with their source, {by_hand} of them set by a person; {len(campaign.events)} events; "
        f"{len(api.facts(campaign))} facts; {asked}, {len(refused)} candidates refused; "
        f"{severities[Severity.WARNING]} warnings, {severities[Severity.NOTE]} notes"
    )
