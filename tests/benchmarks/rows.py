"""A job and a floor, run by turns → a row: the ratios of their times with median and spread, and of their peak memory."""

import json
import pickle
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial

RUNS = 5
WORSE = 1.25  # a row that got worse by more than this factor is named
# runs a job in a process of its own, so that its peak is its own; a command's peak is that of its process
PEAK = """
import pickle, re, resource, sys
job = pickle.load(sys.stdin.buffer)
job()
own = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
print("\\npeak", max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """Ratios of one subject, lowest first; an aim that begins with ≥ wants them high. Memory: the ratio of the peaks, if taken."""

    name: str
    aim: str
    values: tuple[float, ...]
    memory: float | None = None

    @property
    def median(self):
        return statistics.median(self.values)

    @property
    def line(self):
        """The row as one of a Markdown table."""
        memory = "" if self.memory is None else f"{self.memory:.3g}"
        return f"| {self.name} | {self.aim} | {self.median:.3g} | {self.values[0]:.3g} to {self.values[-1]:.3g} | {memory} |"

    @property
    def data(self):
        """The row as JSON."""
        return {
            "name": self.name,
            "aim": self.aim,
            "median": round(self.median, 4),
            "values": [round(value, 4) for value in self.values],
        } | ({} if self.memory is None else {"memory": round(self.memory, 3)})

    def is_worse_than(self, median):
        """Whether it got worse by more than a quarter than it was."""
        return self.median * WORSE < median if self.aim.startswith("≥") else self.median > median * WORSE

    @property
    def is_met(self):
        """Whether the aim is reached; without one there is nothing to miss."""
        wanted = re.search(r"[\d.]+", self.aim)
        if not wanted:
            return True
        return self.median >= float(wanted[0]) if self.aim.startswith("≥") else self.median <= float(wanted[0])


def compared(name, aim, job, floor, seconds=None, runs=RUNS, scale=1.0):
    """Run both by turns, so that a busy machine slows both; a rate (aim ≥) is the floor's time over the job's, all times `scale`."""
    seconds = seconds or processor_time
    pairs = [(seconds(job), seconds(floor)) for _ in range(runs)]
    ratios = [scale * (theirs / ours if aim.startswith("≥") else ours / theirs) for ours, theirs in pairs]
    return Row(name, aim, tuple(sorted(ratios)), peak(job) / peak(floor))


def processor_time(job):
    """The seconds of processor time that a job takes in this process."""
    start = time.process_time()
    job()
    return time.process_time() - start


def wall_time(job):
    """The seconds that a job takes by the clock."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def command(*words):
    """A job: a command is run; CalledProcessError if it fails."""
    return partial(subprocess.run, words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def peak(job):
    """The most memory that a job takes, in kilobytes, its interpreter included; the job must be one that can be pickled."""
    done = subprocess.run([sys.executable, "-c", PEAK], input=pickle.dumps(job), capture_output=True, check=True)
    return int(done.stdout.split()[-1])


def worse(rows, committed):
    """The rows that got worse since a committed JSON of them, a line each."""
    before = {row["name"]: row["median"] for row in json.loads(committed or "[]")}
    for row in rows:
        if row.name in before and row.is_worse_than(before[row.name]):
            yield f"worse: {row.name}: {row.median:.3g}, was {before[row.name]:.3g}"
