"""A folder of real articles → how much can be asked of each, and whether every item stands; exit 1 on a crash or a flaw.

`make measure CORPUS=DIR` runs it after tests/measure.py. A question is a type and the facts that it rests on, whatever the format. Every
finished item is solved anew by one who does not know how it was made, and put under all rules again.
"""

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from quizgen import api
from quizgen.asking import ask
from quizgen.diagnostics import QuizgenError
from quizgen.formats import breaches, is_open
from quizgen.relations import Importance
from quizgen.rules import check
from quizgen.rules.truth import FREE
from quizgen.solver import expected, solve
from quizgen.world import load
from tests.measure import FORMS


@dataclass
class Asked:
    """What an article gave: its questions by type and by family, its items, those that do not stand, its core facts that none asks."""

    name: str
    why: str = ""
    is_crash: bool = False
    types: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    items: int = 0
    unsolved: list[str] = field(default_factory=list)
    flawed: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)

    @property
    def questions(self):
        """How many distinct questions there are."""
        return self.types.total()


def measure(path):
    """Ask all of one article, and prove every item again."""
    try:
        world = load(api.read(str(path)).campaign)
        items, refused = ask(world)
        found = Asked(path.name, items=len(items))
        for kind, _ in {(item.type, item.facts) for item in items}:
            found.types[kind] += 1
            found.families[kind.partition(".")[0]] += 1
        for item in items:
            if not is_open(item) and not is_solved(world, item):
                found.unsolved.append(item.id)
            if breaches(item) or check(item, world):
                found.flawed.append(item.id)
        asked = {fact for item in items if not is_open(item) for fact in item.facts}
        tried = {fact for one in refused for fact in one.item.facts}
        core = [fact for fact in world.facts if fact.importance is Importance.CORE and fact.id not in asked]
        found.unasked = [f"{fact.id} ({'refused' if fact.id in tried else 'no case'})" for fact in core]
    except QuizgenError as err:
        return Asked(path.name, str(err))
    except Exception as err:  # a crash is what is looked for here
        return Asked(path.name, repr(err), is_crash=True)
    return found


def is_solved(world, item):
    """Whether the solver finds the key and nothing else."""
    solution = solve(world, item)
    if solution is None:
        return False
    if item.format in FREE:
        return set(item.key) <= set(solution.right) <= {*item.key, *item.accepted}
    return solution.right == expected(item)


def report(found):
    """Say it, a line for each figure, then the places."""
    read = [asked for asked in found if not asked.why]
    types, families = (sum((getattr(asked, part) for asked in read), Counter()) for part in ("types", "families"))
    items, counts = sum(asked.items for asked in read), sorted(asked.questions for asked in read) or [0]
    unsolved, flawed = (sum(len(getattr(asked, part)) for asked in read) for part in ("unsolved", "flawed"))
    yield f"articles asked         {len(read)} of {len(found)}"
    yield f"crashes                {sum(asked.is_crash for asked in found)}"
    yield f"distinct questions     median {median(counts):g}, from {counts[0]} to {counts[-1]}; {items} items with their formats"
    yield f"types                  {len(types)}, median {median(len(asked.types) for asked in read) if read else 0:g} of an article"
    yield f"self-solve             {100 * (1 - unsolved / max(1, items)):.2f}%, {unsolved} unsolved"
    yield f"flaws (E)              {flawed}"
    yield f"core facts not asked   {sum(len(asked.unasked) for asked in read)}"
    yield f"families               {', '.join(f'{name} {100 * n / max(1, types.total()):.0f}%' for name, n in families.most_common())}"
    yield f"questions by type      {', '.join(f'{name} {n}' for name, n in types.most_common())}"
    yield from (f"{'crash' if asked.is_crash else 'refused'}: {asked.name}: {asked.why}" for asked in found if asked.why)
    yield from (f"unsolved: {asked.name}: {name}" for asked in read for name in asked.unsolved)
    yield from (f"flaw: {asked.name}: {name}" for asked in read for name in asked.flawed)
    yield from (f"core fact not asked: {asked.name}: {name}" for asked in read for name in asked.unasked)


def is_sound(found):
    """Whether something was asked, nothing crashed, and every item stands."""
    return any(asked.items for asked in found) and not any(asked.is_crash or asked.unsolved or asked.flawed for asked in found)


if __name__ == "__main__":
    articles = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.suffix in FORMS and path.is_file())
    with ProcessPoolExecutor() as pool:
        measured = list(pool.map(measure, articles))
    sys.stdout.write("\n".join(report(measured)) + "\n")
    sys.exit(0 if is_sound(measured) else 1)
