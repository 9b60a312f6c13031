"""Numbers given to lettered groups → the share of the things that stand in their group."""

from __future__ import annotations

from quizgen.formats import Drawn, letter
from quizgen.grading import Grade, Grader, not_understood, partial
from quizgen.grading._letters import sorted_out


def _grade(drawn: Drawn, typed: str, _others: tuple[str, ...]) -> Grade:
    things = len(drawn.options)
    said = sorted_out(typed, things, len(drawn.groups))
    if not said:
        return not_understood(drawn)
    right = sum((drawn.options[thing], drawn.groups[group]) in drawn.item.pairs for thing, group in said.items())
    return partial(right / things, f"{right} of {things} stand in the right group." if right < things else "")


def _hint(drawn: Drawn) -> str:
    group = dict(drawn.item.pairs)[drawn.options[0]]
    return f"1 goes to {letter(drawn.groups.index(group))}) {group}."


GRADER = Grader("each group's letter and its numbers, as in x: 1 2; y: 3", _grade, _hint)
