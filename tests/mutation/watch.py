"""A run of tests → which functions of quizgen each of them calls, and the time that it takes by itself."""

from __future__ import annotations

import cProfile
import functools
import sys
import time
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest


@dataclass(eq=False)
class Learnt:
    """What one work called, the seconds that it took, and the works done before that it would otherwise have had to do."""

    called: set[types.CodeType] = field(default_factory=set)
    took: float = 0.0
    needs: set[Learnt] = field(default_factory=set)


class Watch:
    """Learns what works call.

    What a fixture or a cache without bounds holds counts for each who uses it, not only for the first; other caches, which hold
    what is quickly done, begin empty each time.
    """

    def __init__(self) -> None:
        self.learnt = Learnt()
        self.fixtures: dict[object, Learnt] = {}
        self.profile = cProfile.Profile(subcalls=False, builtins=False)
        self.bounded: list[Any] = []
        unbounded: dict[int, Callable[..., Any]] = {}
        for module in [module for name, module in sys.modules.items() if name.split(".")[0] in ("quizgen", "tests")]:
            for name, value in list(vars(module).items()):
                if isinstance(value, functools._lru_cache_wrapper) and value.cache_parameters()["maxsize"] is None:
                    value.cache_clear()
                    setattr(module, name, unbounded.setdefault(id(value), self.remembering(value)))
                elif isinstance(value, functools._lru_cache_wrapper):
                    self.bounded.append(value)

    def note(self) -> None:
        """Take over what was called since the last time."""
        self.profile.disable()
        self.learnt.called |= {entry.code for entry in self.profile.getstats() if isinstance(entry.code, types.CodeType)}
        self.profile.clear()

    @contextmanager
    def learning(self) -> Iterator[Learnt]:
        """Learn what is done within."""
        self.note()
        for cache in self.bounded:
            cache.cache_clear()
        outer, start = self.learnt, time.process_time()
        self.learnt = learnt = Learnt()
        self.profile.enable()
        try:
            yield learnt
        finally:
            self.note()
            learnt.took = time.process_time() - start
            self.learnt = outer
            outer.called |= learnt.called
            outer.needs |= learnt.needs
            self.profile.enable()

    def recall(self, learnt: Learnt) -> None:
        """Count what was done before as done anew."""
        self.learnt.called |= learnt.called
        self.learnt.needs |= {learnt, *learnt.needs}

    def remembering(self, cached: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap a cached function."""
        known: dict[object, Learnt] = {}

        @functools.wraps(cached)
        def asked(*args: Any, **slots: Any) -> Any:
            key = (args, tuple(slots.items()))
            if key in known:
                self.recall(known[key])
                return cached(*args, **slots)
            with self.learning() as known[key]:
                return cached(*args, **slots)

        return asked

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """Learn what a fixture that serves several tests calls."""
        if fixturedef.scope == "function":
            return (yield)
        with self.learning() as self.fixtures[fixturedef]:
            return (yield)

    def run(self, test: Any, after: Any) -> Learnt:
        """Run a test and learn of it."""
        known = dict(self.fixtures)
        with self.learning() as learnt:
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=after)
            for fixture in {one for several in test._fixtureinfo.name2fixturedefs.values() for one in several} & known.keys():
                self.recall(known[fixture])
        return learnt
