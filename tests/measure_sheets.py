"""Sheets of three sizes over many seeds, two forms each → how many keep every rule and solve; exit 1 if one does not.

`python -m tests.measure_sheets ARTICLE... [--seeds N]`. A size that an article cannot fill is told by assembly itself.
"""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor

from quizgen import api
from quizgen.assembly import Blueprint, assemble
from quizgen.diagnostics import QuizgenError
from quizgen.fairness import unfair
from quizgen.relations import Importance

SIZES = (20, 40, 60)


def measure(source, seeds):
    """Say of each size how many forms were made, and which of them break a rule or do not solve."""
    campaign = api.read(source).campaign
    items = api.ask(campaign)[0]
    return [(source, n, *_forms(campaign, items, n, seeds)) for n in SIZES]


def _forms(campaign, items, n, seeds):
    made, broken = 0, []
    for seed in range(seeds):
        try:
            forms = assemble(items, Blueprint(n=n, levels=tuple(Importance)), seed, 2, (campaign,))
        except QuizgenError as err:
            return made, [str(err)]
        made += len(forms)
        broken += (f"seed {seed}, form {form.form}: {why}" for form in forms for why in unfair(form, items, (campaign,)))
    return made, broken


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--seeds", type=int, default=100)
    args = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        found = [row for rows in pool.map(measure, args.sources, [args.seeds] * len(args.sources)) for row in rows]
    for source, n, made, broken in found:
        sys.stdout.write(f"{source}: {n} items: {made} forms, {len(broken)} broken\n" + "".join(f"  {why}\n" for why in broken[:3]))
    sys.exit(any(broken for *_, broken in found))
