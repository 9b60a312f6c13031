"""Tries a sample of mutants of the code: `make mutants`, with COUNT=500 SEED=8 AREA=rules JOBS=1 SECONDS=60.

The sample is drawn by keyed hash from all areas, so that it stays the same while other code changes. One run of an area's tests
learns which of them reach which function. Then each mutant has a forked process of its own, in which its function's code is
swapped and the tests that reach it run, quickest first, until one fails. What was found stays in out/mutants: run again, the
survivors are tried anew, with the tests that were written since.
"""

from __future__ import annotations

import functools
import gc
import importlib
import json
import os
import pkgutil
import resource
import signal
import sys
import time
import types
from collections import defaultdict
from collections.abc import Callable, Set
from itertools import pairwise
from pathlib import Path

import hypothesis
import pytest

import quizgen
from quizgen.draw import ordered
from tests.mutation.breaks import ROOT, Mutant, mutants
from tests.mutation.watch import Watch

# area: its code, and the tests that check it
AREAS = {
    "rules": ("rules/*.py", "rules questions formats test_selection.py test_together.py"),
    "facts": ("relations.py", "test_relations.py test_world.py infobox/test_doubts.py questions test_goldens.py"),
    "grading": ("grading/*.py", "grading study/test_session.py study/test_sittings.py"),
    "draw": (
        "assembly.py balance.py draw.py parallel.py selection.py",
        "test_assembly.py test_balance.py test_draw.py test_fairness.py test_hand.py test_parallel.py test_recipes.py test_selection.py "
        "test_stability.py test_teaching.py rules/test_rules_sheet.py formats",
    ),
    "fields": (
        "infobox/*.py grammar/*.py",
        "grammar infobox prose readers/test_flat.py readers/test_wikitext.py questions/test_as_found.py questions/test_as_read.py "
        "questions/test_periods.py test_coverage.py test_relations.py test_goldens.py",
    ),
}
OUT = ROOT / "out" / "mutants"
COUNT, SEED, JOBS, SECONDS = (
    int(os.environ.get(name, default)) for name, default in {"COUNT": 500, "SEED": 8, "JOBS": 1, "SECONDS": 60}.items()
)


def sample() -> dict[str, list[Mutant]]:
    """Draw COUNT mutants of all areas, and give each area its own."""
    area = {
        mutant: area
        for area, (code, _) in AREAS.items()
        for some in code.split()
        for path in (ROOT / "quizgen").glob(some)
        for mutant in mutants(path)
    }
    drawn = ordered(SEED, area, lambda mutant: mutant.key)[:COUNT]
    return {each: [mutant for mutant in drawn if area[mutant] == each] for each in AREAS}


def named(code: types.CodeType) -> str:
    """Give a function's name as a mutant has it."""
    return f"{code.co_filename.removeprefix(f'{ROOT}/')} {code.co_qualname}"


def forked(work: Callable[[], int]) -> int:
    """Begin a work in a process of its own, unheard; it ends with the code that the work gives, or with 3."""
    if child := os.fork():
        return child
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    code = 3
    try:
        code = work()
    finally:
        os._exit(code)


class Trial:
    """Tries mutants of one area where pytest would run its tests."""

    def __init__(self, area: str, todo: list[Mutant]) -> None:
        self.area, self.todo = area, todo

    def pytest_configure(self) -> None:
        """Let property tests try the same examples each time, and be content with any that fails."""
        phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        hypothesis.settings.register_profile("mutants", phases=phases, database=None, derandomize=True, deadline=None)
        hypothesis.settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn what each test reaches, then break one function after another."""
        self.session = session
        for module in pkgutil.walk_packages(quizgen.__path__, "quizgen."):
            importlib.import_module(module.name)
        found = OUT / f"{self.area}-reach.json"
        if os.waitpid(forked(lambda: self.learn(found)), 0)[1]:
            failed = found.with_suffix(".failed")
            pytest.exit(f"this must pass before anything is broken: {failed.read_text() if failed.exists() else self.area}", 1)
        self.took, self.shared, self.reached = json.loads(found.read_text())
        objects = gc.get_objects()
        self.caches = [thing for thing in objects if isinstance(thing, functools._lru_cache_wrapper)]
        self.functions = defaultdict(list)
        for thing in objects:
            if isinstance(thing, types.FunctionType):
                self.functions[named(thing.__code__)].append(thing)
        self.try_all()
        return True

    def learn(self, found: Path) -> int:
        """Run all tests on sound code; write what each takes, and which of them reach which function."""
        watch, took, shared, reached = Watch(), [], {}, defaultdict(list)
        self.session.config.pluginmanager.register(watch)
        for n, (test, after) in enumerate(pairwise([*self.session.items, None])):
            learnt = watch.run(test, after)
            took.append((learnt.took, [str(id(need)) for need in learnt.needs]))
            shared |= {str(id(need)): need.took for need in learnt.needs}
            for function in map(named, learnt.called):
                reached[function].append(n)
            if self.session.testsfailed:
                found.with_suffix(".failed").write_text(test.nodeid)
                return 1
        found.write_text(json.dumps([took, shared, reached]))
        return 0

    def try_all(self) -> None:
        """Try each mutant, JOBS at once, and write how it fared."""
        running: dict[int, tuple[Mutant, float]] = {}
        todo = list(reversed(self.todo))
        while todo or running:
            if todo and len(running) < JOBS:
                mutant = todo.pop()
                running[forked(lambda mutant=mutant: self.survives(mutant))] = (mutant, time.monotonic())
                continue
            child, status = os.wait()
            mutant, start = running.pop(child)
            code, tests, took = os.waitstatus_to_exitcode(status), len(self.chosen(mutant)), round(time.monotonic() - start, 1)
            fared = {"key": mutant.key, "killed": code in (1, -signal.SIGXCPU), "code": code, "tests": tests, "seconds": took}
            with (OUT / f"{self.area}.jsonl").open("a") as log:
                log.write(json.dumps(fared, ensure_ascii=False) + "\n")
            sys.stdout.write("." if fared["killed"] else "S")
            sys.stdout.flush()

    def cost(self, test: int, ready: Set[str] = frozenset()) -> float:
        """Give the seconds that a test takes where what it shares with others is ready or not."""
        took, needs = self.took[test]
        return took + sum(self.shared[need] for need in {*needs} - ready)

    def chosen(self, mutant: Mutant) -> list[int]:
        """Give the tests that reach a mutant, those of its module and quick ones first, as many as there is time for."""
        tests, ready, spent = [], set(), 0.0
        for test in sorted(
            self.reached.get(f"{mutant.file} {mutant.function}", ()), key=lambda test: (not self.is_own(test, mutant), self.cost(test))
        ):
            if spent + (cost := self.cost(test, ready)) < SECONDS:
                tests.append(test)
                ready |= {*self.took[test][1]}
                spent += cost
        return tests

    def is_own(self, test: int, mutant: Mutant) -> bool:
        """Whether a test stands in the file of tests of the mutant's module."""
        return Path(mutant.file).stem.strip("_") in self.session.items[test].path.stem

    def survives(self, mutant: Mutant) -> int:
        """Break a function and run the tests that reach it; 1 as soon as one fails, ended by the kernel if it never comes back."""
        for function in self.functions[f"{mutant.file} {mutant.function}"]:
            function.__code__ = mutant.code()
        for cache in self.caches:
            cache.cache_clear()
        for test, after in pairwise([*self.chosen(mutant), None]):
            used = resource.getrusage(resource.RUSAGE_SELF)
            limit = int(used.ru_utime + used.ru_stime + 3 * self.cost(test) + 10)
            resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
            item = self.session.items[test]
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None if after is None else self.session.items[after])
            if self.session.testsfailed:
                return 1
        return 0


def told(area: str) -> dict[str, bool]:
    """Give what is known of an area's mutants: which were killed."""
    log = OUT / f"{area}.jsonl"
    return {line["key"]: line["killed"] for line in map(json.loads, log.read_text().splitlines())} if log.exists() else {}


def main() -> int:
    """Try what is not yet killed of the areas named, or of all, and tell who survives."""
    OUT.mkdir(parents=True, exist_ok=True)
    drawn, named_areas = sample(), os.environ.get("AREA", "").split() or list(AREAS)
    for area in named_areas:
        known = told(area)
        todo = [mutant for mutant in sorted(drawn[area], key=lambda mutant: mutant.key in known) if not known.get(mutant.key)]
        if todo and (child := os.fork()):
            os.waitpid(child, 0)
        elif todo:
            options = ["-p", "no:cacheprovider", "--assert=plain", "--tb=no", "-n0", "-s"]
            os._exit(pytest.main([*options, *(f"tests/{test}" for test in AREAS[area][1].split())], [Trial(area, todo)]))
    for area in named_areas:
        known = told(area)
        survivors = [mutant for mutant in drawn[area] if not known.get(mutant.key, True)]
        sys.stdout.write(f"{area}: {sum(known.get(mutant.key, False) for mutant in drawn[area])} of {len(drawn[area])} killed\n")
        sys.stdout.writelines(f"  {mutant.file}:{mutant.line} {mutant.function}: {mutant.change}\n" for mutant in survivors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
