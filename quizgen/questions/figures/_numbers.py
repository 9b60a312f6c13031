"""What the questions on figures share: numbers as answers, and wrong ones that lie well apart (rule 6)."""

from __future__ import annotations

import re

APART = 0.15
FACTORS = (0.75, 1.25, 0.5, 1.5, 1.75, 2.0, 0.35, 2.5, 3.0)


def number(text: str) -> int | None:
    """Read a whole number with or without separators."""
    plain = text.replace(",", "")
    return int(plain) if re.fullmatch(r"\d{1,12}", plain) else None


def show(value: int) -> str:
    """Write a number as an answer: "8,000"."""
    return f"{value:,}"


def are_apart(one: int, other: int) -> bool:
    """Whether two numbers differ by 15% of the larger or more."""
    return abs(one - other) >= APART * max(one, other)


def apart(value: int) -> tuple[str, ...]:
    """Give wrong numbers of the same roundness, each 15% or more from the right one and from each other."""
    grain = next(10**k for k in range(12, -1, -1) if value % 10**k == 0 and value >= 4 * 10**k) if value > 4 else 1
    found: list[int] = []
    for factor in FACTORS:
        wrong = max(grain, round(value * factor / grain) * grain)
        if all(are_apart(wrong, other) for other in (value, *found)):
            found.append(wrong)
    return tuple(show(wrong) for wrong in found)
