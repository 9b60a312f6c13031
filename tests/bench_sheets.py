"""Times the assembly of a sheet against the making of its items, and counts the forms of many seeds that keep every rule on sheets."""

import time

from quizgen import api
from quizgen.assembly import Blueprint, assemble
from quizgen.fairness import unfair
from quizgen.relations import Importance

SEEDS = 100


def table(ratios, row):
    """The lines for BENCHMARKS.md, of the first article; `ratios` and `row` are those of tests.bench."""
    campaign = api.read("seeds/aleppo-2016.txt").campaign
    items = api.ask(campaign)[0]

    def assembled(n, seed, forms=1):
        return assemble(items, Blueprint(n=n, levels=tuple(Importance)), seed, forms, (campaign,))

    def seconds(stage):
        start = time.process_time()
        stage()
        return time.process_time() - start

    yield from (f"Of {len(items)} items.", "", "| ratio of times | aim | median | spread |", "|---|---|---|---|")
    found = ratios(lambda: assembled(60, 1), lambda: api.ask(campaign), seconds)
    yield row("a sheet of 60, solved again, over making the items", "≤ 1", found)
    yield from ("", f"| items, {SEEDS} seeds, two forms each | forms that keep every rule and solve |", "|---|---|")
    for n in (20, 40, 60):
        forms = [form for seed in range(SEEDS) for form in assembled(n, seed, 2)]
        yield f"| {n} | {sum(not unfair(form, items, (campaign,)) for form in forms)} of {len(forms)} |"
