"""Sources and a plan → all files in one folder: a pass that reads what is new, one that asks each campaign beside its siblings.

The second begins when the first is done, so that what stands near what depends on no order. What is committed need not be done again:
a run that was stopped at any point goes on from there.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgen import fingerprint
from quizgen.batch import pages, wars
from quizgen.batch.engines import Engine, Lost, Settings
from quizgen.batch.jobs import Article, Made, Refusal, Task, Understood, digest, produce, understand
from quizgen.batch.store import NAME, Row, Store, refused
from quizgen.batch.worklist import Sources, articles
from quizgen.diagnostics import Span, fail
from quizgen.files import write_atomic
from quizgen.products import Product
from quizgen.recipes import Recipe

NOTES = ".notes.json"
Tell = Callable[[str, int, int, int], None]  # what is done, how far it is, of how much, and how many articles that were


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make of which sources, and where. `revised`: the day of the release; `is_grouped`: a package for each war."""

    sources: Sources
    out: Path
    recipes: tuple[Recipe, ...]
    revised: str = ""
    min_core: int = 0
    is_grouped: bool = False
    prunes: bool = False


@dataclass(slots=True)
class Summary:
    """What a run did: how many articles it read, knew and refused; campaigns made, kept, published; decks amended.

    `gone`: campaigns of earlier runs; `lost`: articles that ended in a bug; `errors`: sources that could not be read to their end.
    """

    read: int = 0
    known: int = 0
    refused: int = 0
    made: int = 0
    kept: int = 0
    published: int = 0
    amended: int = 0
    contradictions: int = 0
    gone: int = 0
    lost: int = 0
    errors: list[str] = field(default_factory=list)


def run(plan: Plan, engine: Engine, settings: Settings, tell: Tell = lambda *_: None) -> Summary:
    """Make everything that is not made yet.

    Raises QuizgenError: what opening the store raises, L102 if the day of the release lies before the last one, and F009.
    """
    path = plan.out / NAME
    store = Store(path)
    try:
        if plan.revised and plan.revised < store.last_release():
            hint = f"give a later day: --revised {store.last_release()}"
            raise fail(Span(str(path)), "L102", f"{plan.revised} lies before the last release, {store.last_release()}", hint)
        work = _Run(plan, store, tell)
        work.read(engine, settings)
        work.make(engine, settings)
        work.finish()
        return work.summary
    except sqlite3.Error as err:
        raise refused(path, err) from err
    finally:
        store.close()


def rehearse(plan: Plan) -> Iterator[str]:
    """Say what a run would read and make, a line each; nothing is written."""
    path = plan.out / NAME
    store = Store(path if path.is_file() else Path(":memory:"))
    try:
        store.db.execute("BEGIN IMMEDIATE")
        work = _Run(plan, store, lambda *_: None)
        yield from (f"read  {article.shown}" for article in work.new())
        yield from (f"make  {row.base}" for row in store.rows() if not work.is_made(row, work.task(row)))
        store.db.execute("ROLLBACK")
    except sqlite3.Error as err:
        raise refused(path, err) from err
    finally:
        store.close()


class _Run:
    """One run over a store."""

    def __init__(self, plan: Plan, store: Store, tell: Tell) -> None:
        self.plan, self.store, self.tell = plan, store, tell
        self.version = fingerprint.code()
        self.summary = Summary()
        self.handed = 0  # articles that were handed out to be read
        self.rows: dict[str, Row] = {}  # of the tasks at hand

    def read(self, engine: Engine, settings: Settings) -> None:
        """Read every article that is not known as it is."""
        self.store.begin()
        size = self.plan.sources.size
        for article, result in engine.run(understand, self.new(), settings):
            with self.store.writing():
                self._keep(article, result)
            self.tell("reading", article.until, size, self.summary.read + self.summary.known)
        self.store.settle()

    def new(self) -> Iterator[Article]:
        """The articles that are to be read; what cannot be reached is refused on the way."""
        for found in articles(self.plan.sources):
            if isinstance(found, Refusal):
                self._refuse(found)
                self.summary.errors.append(": ".join(filter(None, (found.source or found.title, *found.why))))
            elif self.store.knows(found.digest(self.version), found.shown):
                self.summary.known += 1
                if self.handed == self.summary.read:  # else it is ahead of those that are being read
                    self.tell("reading", found.until, self.plan.sources.size, self.summary.read + self.summary.known)
            else:
                self.handed += 1
                yield found

    def _keep(self, article: Article, result: object) -> None:
        self.summary.read += 1
        self.summary.lost += isinstance(result, Lost)
        told = article.digest(self.version)
        match result:
            case Understood():
                if other := self.store.put(result, told):
                    self._refuse(Refusal(other, (f'another source gives the page "{result.title}" too',), result.title, is_lasting=False))
            case Refusal():
                self._refuse(result, told)
            case Lost(why):
                self._refuse(Refusal(article.shown, (why,), article.page.title if article.page else "", is_lasting=False))

    def _refuse(self, refusal: Refusal, told: str = "") -> None:
        self.store.refuse(refusal, told)

    def make(self, engine: Engine, settings: Settings) -> None:
        """Ask every campaign that was read, or whose siblings or recipes are others, and write its files."""
        count = self.store.count()
        for task, result in engine.run(produce, self._tasks(), settings):
            row = self.rows.pop(task.key)
            made = result if isinstance(result, Made) else Made(task.key, row.campaign, why=(getattr(result, "why", ""),))
            self._write(task, row, made, is_lasting=isinstance(result, Made))
            self.summary.made += 1
            self.summary.lost += isinstance(result, Lost)
            self.tell("making", self.summary.made + self.summary.kept, count, self.summary.made + self.summary.kept)

    def _tasks(self) -> Iterator[Task]:
        for row in self.store.rows():
            task = self.task(row)
            if self.is_made(row, task):
                self.summary.kept += 1
                continue
            self.rows[row.key] = row
            yield self.filled(task)

    def task(self, row: Row) -> Task:
        """What is to be made of a campaign, without what is only needed to make it."""
        plan = self.plan
        grouped = plan.is_grouped and bool(row.war)
        return Task(row.key, row.base, "", self.store.beside(row.key), plan.recipes, None, plan.revised, plan.min_core, grouped)

    def filled(self, task: Task) -> Task:
        """The same with the model and the ledger."""
        return replace(task, model=self.store.model(task.key), ledger=self.store.ledger(task.key))

    def is_made(self, row: Row, task: Task) -> bool:
        """Whether this was made already, and what was written stands there still."""
        try:
            return row.made == task.digest(row.read) and all((self.plan.out / f).stat().st_size == size for f, size, _ in row.files)
        except OSError:
            return False

    def _write(self, task: Task, row: Row, made: Made, *, is_lasting: bool) -> None:
        """Write the files of a campaign, then remember them; what it had before and has no more goes."""
        notes = next((file.data for file in made.files if file.name.endswith(NOTES)), None)
        files = [Product(f"{row.base}/{file.name}", file.data, file.holds) for file in made.files if not file.name.endswith(NOTES)]
        for file in files:
            write_atomic(self.plan.out / file.name, file.data)
        told = tuple((file.name, len(file.data), digest(file.data)) for file in files)
        self._remove({name for name, _, _ in row.files} - {name for name, _, _ in told})
        self.store.release(made, task.digest(row.read) if is_lasting else "", told, notes)
        self.summary.amended += made.amends

    def _remove(self, names: set[str]) -> None:
        for name in sorted(names):
            path = self.plan.out / name
            path.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # it holds something else
                path.parent.rmdir()

    def finish(self) -> None:
        """Pack the wars, and write the index and the reports."""
        packed = wars.pack(self.store, self.plan.out) if self.plan.is_grouped else {}
        self._remove(set(self.store.unpack(packed)))
        for key, files in self.store.gone():
            self.summary.gone += 1
            if self.plan.prunes:
                self._remove(set(files))
                self.store.forget(key)
        counts = pages.write(self.store, self.plan.out, {war: file for war, (file, _) in packed.items()})
        self.summary.published, self.summary.contradictions, self.summary.refused = counts
