"""A laid-out text → one part of it, which knows its own place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from quizgen.article import Laid, Run

_AT = attrgetter("at")


def cut(text: Laid, start: int, end: int, atoms: tuple[tuple[int, int], ...] | None = None) -> Laid:
    """One part of a text, with its place."""
    at = bisect_right(text.runs, start, key=_AT) - 1
    runs = text.runs[at : bisect_left(text.runs, end, lo=at, key=_AT)] or text.runs[at : at + 1]
    kept = tuple([_shifted(run, start) for run in runs]) if start else runs
    left, _ = text.extent(start, max(start + 1, end))
    line = text.source.line(left)
    begin = text.source.starts[line - 1]
    stop = text.source.text.find("\n", left)
    among = text.atoms if atoms is None else atoms
    near = among[max(0, bisect_left(among, (start, 0)) - 1) : bisect_left(among, (end, 0))]
    within = tuple((max(a, start) - start, min(b, end) - start) for a, b in near if b > start)
    flags = text.flags and tuple(
        (max(0, at - start), whose) for at, whose in text.flags if at <= end and not text.value[at:start].strip(" ")
    )
    raw = text.source.text[begin : stop if stop >= 0 else None]
    return Laid(text.value[start:end], text.file, line, left - begin + 1, raw, source=text.source, runs=kept, atoms=within, flags=flags)


def _shifted(run: Run, start: int) -> Run:
    """The run as it stands in the part that begins at `start`."""
    if run.at > start:
        return Run(run.at - start, run.start, run.end, run.literal)
    return Run(0, min(run.end, run.start + start - run.at) if run.literal else run.start, run.end, run.literal)
