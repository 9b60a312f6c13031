"""One article → its campaign and what others need of it; a campaign and its siblings → its files. Pure, so that any machine can do it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from quizgen import api, asking, ledger_yaml, world
from quizgen.campaign_yaml import fix as fixes
from quizgen.diagnostics import Diagnostic, QuizgenError, Severity, render
from quizgen.distractors import SIBLINGS, lendable
from quizgen.files import decode
from quizgen.items import Item, Refused
from quizgen.ledger import Ledger, of_renamed
from quizgen.model import By, Campaign, Page, Source, norm
from quizgen.naming import short_title
from quizgen.products import LEDGER, Past, Product, make
from quizgen.recipes import Kind, Recipe, is_day
from quizgen.relations import Importance
from quizgen.selection import eligible
from quizgen.writers._notes import schema

UNDATED = 99999  # the year of a campaign without one
EPOCH = "2000-01-01"  # the day of a first release where nothing states a day


@dataclass(frozen=True, slots=True)
class Article:
    """A source to be read: its bytes, and what else its reading depends on.

    `name` and `suffix` of its file, or of the page's title; `file` in quotes; `shown` in messages; `fix`: the name and text of its
    corrections; `until`: how many bytes of all sources have been looked at once it is given.
    """

    data: bytes
    name: str
    suffix: str
    file: str
    shown: str
    page: Page | None = None
    as_of: str | None = None
    fix: tuple[str, str] | None = None
    until: int = 0

    def digest(self, version: str) -> str:
        """Tell it from every other one, and from itself as another quizgen would read it."""
        about = (version, self.name, self.suffix, self.file, self.page, self.as_of, self.fix and self.fix[1])
        return digest(repr(about).encode(), self.data)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A source that gives nothing, and why: a line for each cause. `is_lasting`: it would be refused again."""

    source: str
    why: tuple[str, ...]
    title: str = ""
    is_lasting: bool = True


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read of an article: the campaign as YAML, its outline, what it lends (JSON), and what it is found by."""

    key: str
    campaign: str
    name: str
    title: str
    source: str
    model: str
    outline: str
    lent: str
    year: int
    near: tuple[tuple[str, str], ...]
    about: str
    facts: tuple[tuple[str, str, str, str, str, str | None], ...]
    entities: tuple[tuple[str, str], ...]
    contradictions: tuple[tuple[str, str, str], ...]
    war: str
    rank: tuple[int, str]


@dataclass(frozen=True, slots=True)
class Task:
    """A campaign to be asked beside its siblings, and what is to be made of it.

    `beside`: the outline and the lent keys of each sibling; `ledger`: the campaign's id at its last release, and the ledger.
    """

    key: str
    name: str
    model: str
    beside: tuple[tuple[str, str], ...]
    recipes: tuple[Recipe, ...]
    ledger: tuple[str, str] | None = None
    revised: str = ""
    min_core: int = 0
    is_grouped: bool = False

    def digest(self, read: str) -> str:
        """Tell what is made of it from what would be made of other things; neither the ledger nor the day of a release is among them."""
        recipes = tuple(replace(recipe, revised="") for recipe in self.recipes)
        return digest(repr((read, self.name, self.beside, recipes, self.min_core, self.is_grouped)).encode())


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a campaign, its ledger and what is told of it in the index (JSON); `why` nothing is published, if so."""

    key: str
    campaign: str
    files: tuple[Product, ...] = ()
    ledger: str = ""
    released: str = ""
    amends: bool = False
    told: str = "{}"
    why: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()


def digest(*parts: bytes) -> str:
    """Make a short name of bytes that nothing else has."""
    told = blake2b(digest_size=16)
    for part in parts:
        told.update(len(part).to_bytes(8, "big") + part)
    return told.hexdigest()


def understand(article: Article) -> Understood | Refusal:
    """Read one article."""
    try:
        corrections = fixes.load(article.fix[1], article.fix[0]) if article.fix else ()
        text = decode(article.data, article.shown)
        place = (article.name, article.suffix, article.file, article.shown)
        reading = api.understand(text, *place, article.page, article.as_of, corrections)
    except QuizgenError as err:
        return Refusal(article.shown, tuple(map(_line, err.diagnostics)), article.page.title if article.page else "")
    campaign = reading.campaign
    warnings = sum(d.severity is Severity.WARNING for d in reading.diagnostics)
    facts = api.facts(campaign)
    page = campaign.page or Page()
    return Understood(
        key_of(campaign),
        campaign.id,
        campaign.name,
        campaign.title.value,
        article.shown,
        api.dump(campaign),
        api.dump(world.outline(campaign)),
        json.dumps(lendable(world.load(campaign), campaign), ensure_ascii=False),
        campaign.date.value.start.year if campaign.date else UNDATED,
        tuple(_near(campaign)),
        json.dumps(_about(campaign, len(facts), warnings), ensure_ascii=False),
        tuple((f.id, f.relation, f.subject, f.object, f.importance, f.claimed_by) for f in facts),
        tuple((entity.name, entity.kind) for entity in campaign.entities),
        tuple((c.text, json.dumps(c.values, ensure_ascii=False), "; ".join(map(_place, c.sources))) for c in campaign.contradictions),
        norm(campaign.part_of[0].value) if campaign.part_of else "",
        (page.revision or 0, campaign.as_of or ""),
    )


def key_of(campaign: Campaign) -> str:
    """Name the page that a campaign is of, whatever it is called: by its site and number, where these are known."""
    page = campaign.page or Page()
    return f"{page.site}/{page.page_id}" if page.page_id else f"{page.site}/{campaign.id}"


def _near(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """What siblings share with it, as `world.siblings` orders them: a name, a title that both name, a whole, the time."""
    yield "name", norm(short_title(campaign))
    yield from dict.fromkeys(("link", norm(title.value)) for title in (campaign.title, *campaign.see_also))
    yield from dict.fromkeys(("part", norm(part.value)) for part in campaign.part_of)
    yield "year", ""


def _about(campaign: Campaign, facts: int, warnings: int) -> dict[str, object]:
    page = campaign.page or Page()
    return {
        "id": campaign.id,
        "title": campaign.title.value,
        "site": page.site,
        "page_id": page.page_id,
        "revision": page.revision,
        "url": page.url,
        "licence": page.licence,
        "as_of": campaign.as_of,
        "date": campaign.date.value.edtf if campaign.date else None,
        "part_of": [part.value for part in campaign.part_of],
        "facts": facts,
        "warnings": warnings,
        "contradictions": len(campaign.contradictions),
    }


def _place(source: Source) -> str:
    return f"by {source.who}" if isinstance(source, By) else f"{source.file}:{source.line}"


def _line(diagnostic: Diagnostic) -> str:
    return render(diagnostic).replace("\n", " ")


def produce(task: Task) -> Made:
    """Ask a campaign beside its siblings and make its files."""
    own = api.load(task.model, f"{task.name}.yaml")
    siblings = [(api.load(text, "outline.yaml"), json.loads(lent)) for text, lent in task.beside]
    outlines = {outline.id: outline for outline, _ in siblings if outline.id != own.id}  # two wikis may use one title
    loaded = world.load(own, *outlines.values(), lent={outline.id: lent for outline, lent in siblings})
    campaign = loaded.campaigns[0]
    items, refused = asking.ask(loaded, campaign)
    told = _told(items, refused, task.recipes)
    made = Made(task.key, own.id, told=json.dumps(told), siblings=tuple(c.id for c in loaded.siblings(campaign)[:SIBLINGS]))
    if told["core"] < task.min_core:
        return replace(made, why=(f"{told['core']} core facts are asked, fewer than {task.min_core}",))
    try:
        recipes = tuple(replace(recipe, name=task.name, beside=loaded.campaigns[1:]) for recipe in task.recipes)
        return _published(made, replace(task, recipes=recipes), campaign, items, refused)
    except QuizgenError as err:
        return replace(made, why=tuple(map(_line, err.diagnostics)))


def _told(items: Sequence[Item], refused: Sequence[Refused], recipes: Sequence[Recipe]) -> dict[str, Any]:
    """Count what can be asked of it, and by which rules the others were refused; of core facts those that a recipe allows to ask."""
    rules = Counter(str(finding.rule) for each in refused for finding in each.findings[:1])
    core = {
        fact for r in recipes for item in eligible(items, r.blueprint) if item.importance.level == Importance.CORE for fact in item.facts
    }
    return {
        "items": len(items),
        "core": len(core),
        "refused": len(refused),
        "by_rule": dict(sorted(rules.items(), key=lambda r: int(r[0]))),
    }


def _published(made: Made, task: Task, campaign: Campaign, items: Sequence[Item], refused: tuple[Refused, ...]) -> Made:
    """Make all files of all recipes, and go on from the ledger."""
    old, ledgers, files = _ledger(task, campaign), list[Product](), list[Product]()
    for recipe in task.recipes:
        is_deck = recipe.kind is Kind.DECK
        day = task.revised or recipe.revised or max(old.released, _day(campaign), EPOCH) if is_deck else ""
        past = Past(old, task.name, refused, writer="notes" if task.is_grouped else "apkg") if is_deck else None
        for product in make(replace(recipe, revised=day), (campaign,), items, past):
            (ledgers if product.name.endswith(LEDGER) else files).append(product)
    new = ledger_yaml.load(ledgers[0].data.decode(), task.name, schema()) if ledgers else old
    amends = bool(old.entries) and old.released == new.released and old != new
    notes = sum(1 for _ in new.live())
    holds = {product.name: re.split("[:;]", product.holds)[0] for product in files}
    told = json.dumps(json.loads(made.told) | {"notes": notes, "released": new.released, "holds": holds})
    text = ledgers[0].data.decode() if ledgers else ""
    return replace(made, files=tuple(files), ledger=text, released=new.released, amends=amends, told=told)


def _ledger(task: Task, campaign: Campaign) -> Ledger:
    if task.ledger is None:
        return Ledger(schema())
    before, text = task.ledger
    return of_renamed(ledger_yaml.load(text, task.name, schema()), before, campaign.id)


def _day(campaign: Campaign) -> str:
    """The day of the article's text, if a day is known."""
    return campaign.as_of if campaign.as_of and is_day(campaign.as_of) else ""
