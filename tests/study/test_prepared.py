"""Quizzes written down and read back: the same to the last field, and nothing read from what is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from quizgen.formats import draw
from quizgen.model import By
from quizgen.study.prepared import Prepared, dumps, loads
from tests.grading.cases import DRAWN
from tests.samples import CHOICE

READY = Prepared("42", tuple(DRAWN.values()), ("vale",), {"vale-1911": "vale"}, ("Tamm", "Điện Biên"), "3 sensitive", {"x": 2}, False)


def test_a_quiz_is_read_back_as_it_was() -> None:
    by_hand = draw(replace(CHOICE, source=By("Anna", "the textbook", "p. 4"), sensitive=True, claimed_by="SOHR"), "1")
    quizzes = (READY, replace(READY, items=(by_hand,), seed="43"))
    assert quizzes == loads(dumps(quizzes))
    assert READY.points == sum(drawn.points for drawn in DRAWN.values())


def test_what_could_not_be_read_back_is_not_written() -> None:
    @dataclass(frozen=True)
    class Later:
        name: str

    with pytest.raises(TypeError):
        dumps((replace(READY, sources=(Later("x"),)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"": "Prepared"}', '[{"": "os.system", "of": ["x"]}]', '[{"": "Prepared", "of": [1]}]', "[" * 3000]
)
def test_what_is_no_quiz_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match="no quizzes"):
        loads(text)
