"""A batch: two processes against one, what is unchanged against what is new; how the cost of an article grows with their number."""

import math
import tempfile
from functools import partial
from itertools import pairwise
from pathlib import Path

from quizgen.batch.engines import Settings
from quizgen.batch.engines.local import ENGINE
from quizgen.batch.run import Plan, run
from quizgen.batch.worklist import find
from tests.benchmarks.rows import Row, peak, wall_time

COUNTS = (64, 256, 1_024)
ARTICLE = """{{{{Infobox military conflict
| conflict = Battle of {place}
| partof = the [[War of the {part} Crowns]]
| date = {day} {month} {year}
| place = {place}, [[Orland]]
| result = {winner} victory
| combatant1 = [[Orland]]
| combatant2 = [[Kingdom of Verre]]
| commander1 = {first} Lund
| commander2 = {second} Marr {{{{KIA}}}}
}}}}
The '''Battle of {place}''' was fought on {day} {month} {year}.
"""
FIRST = ("Anna", "Bert", "Clara", "David", "Emma", "Frans", "Greta", "Hans")
MONTHS = ("March", "April", "May", "June", "July", "August", "September", "October")
PARTS = ("Bar", "Dor", "Fel", "Gan", "Hol", "Kar", "Lin", "Mor", "Nor", "Pel", "Ros", "Sol", "Tam", "Ulm", "Vel", "Wen")


def article(n):
    """Write the nth of many small articles, each of another battle."""
    return ARTICLE.format(
        place=f"{PARTS[n % 16]}{PARTS[n // 16 % 16].lower()}{PARTS[n // 256 % 16].lower()}",
        part=PARTS[n // 8 % 16],
        day=1 + n % 28,
        month=MONTHS[n % 8],
        year=1600 + n % 97,
        winner=("Orlan", "Verran")[n % 2],
        first=FIRST[n % 8],
        second=FIRST[n // 8 % 8],
    )


def batch(folder, out, jobs=1):
    """Read and ask every article of a folder, beside its siblings; no files but the index."""
    run(Plan(find([str(folder)]), Path(out), ()), ENGINE, Settings(jobs))


def written(folder, count):
    """A folder of so many articles."""
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:05}.wiki").write_text(article(n), encoding="utf-8")
    return folder


def anew(folder, jobs):
    """The batch of a folder into a place where nothing is yet."""
    with tempfile.TemporaryDirectory() as out:
        batch(folder, out, jobs)


def rows(texts):
    """Two jobs, a second run, growth in time and memory."""
    with tempfile.TemporaryDirectory() as place:
        folders = {count: written(Path(place, str(count)), count) for count in COUNTS}
        small, out = folders[COUNTS[0]], Path(place, "out")
        pairs = [(wall_time(partial(anew, small, 2)), wall_time(partial(anew, small, 1))) for _ in range(3)]
        yield Row(f"batch of {COUNTS[0]} articles: two processes / one", "", tuple(sorted(two / one for two, one in pairs)))
        first = wall_time(partial(batch, small, out))
        yield Row(
            f"batch of {COUNTS[0]} articles: once more, unchanged / the first time",
            "≤ 0.1",
            tuple(sorted(wall_time(partial(batch, small, out)) / first for _ in range(3))),
        )
        times = {count: wall_time(partial(anew, folder, 1)) for count, folder in folders.items()}
        name = f"growth exponent of reading and asking {', '.join(f'{count:,}' for count in COUNTS)} articles"
        exponents = [math.log(times[more] / times[less]) / math.log(more / less) for less, more in pairwise(COUNTS)]
        yield Row(name, "≤ 1.05", tuple(sorted(exponents)), peak(partial(anew, folders[COUNTS[1]], 1)) / peak(partial(anew, small, 1)))
