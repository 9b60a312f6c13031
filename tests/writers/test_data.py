"""The JSON of a drawn quiz, key by key as the contract has it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quizgen.assembly import Quiz
from quizgen.writers import Material
from quizgen.writers.data import WRITER
from tests.grading.cases import DRAWN


def told(asked: str) -> dict[str, Any]:
    quiz = Quiz("42", (DRAWN[asked],), ("vale-1911",))
    found = json.loads(WRITER.write(Material("Vale", (), quiz=quiz)))
    assert ("42", ["vale-1911"], {"seed", "sources", "items"}) == (found["seed"], found["sources"], set(found))
    (item,) = found["items"]
    return dict(item)


COMMON = {"id", "code", "format", "stem", "points", "answer", "accepted", "explanation", "source"}
CASES = (
    ("choice", {"options": ["Southern League", "Northern League", "Guard of Tamm", "Free Rangers"]}, 1),
    ("response", {"options": list(DRAWN["response"].options)}, [0, 2, 3]),
    ("statement", {}, True),
    ("person", {}, "Wa’el Diyab"),
    ("figure", {}, "8,000"),
    ("ordering", {"options": list(DRAWN["ordering"].options)}, [1, 2, 0]),
    (
        "matching",
        {"premises": list(DRAWN["matching"].premises), "responses": list(DRAWN["matching"].responses)},
        [[0, 1], [1, 0], [2, 4], [3, 3]],
    ),
    ("sorting", {"things": list(DRAWN["sorting"].options), "groups": ["League", "Crown"]}, {"League": [0, 3], "Crown": [1, 2]}),
)


@pytest.mark.parametrize(("asked", "columns", "answer"), CASES)
def test_each_format_has_its_columns_and_its_answer(asked: str, columns: dict[str, Any], answer: object) -> None:
    item = told(asked)
    assert COMMON | set(columns) == set(item)
    assert answer == item["answer"]
    assert columns == {name: item[name] for name in columns}


def test_an_item_tells_its_source_and_what_else_counts() -> None:
    item = told("person")
    assert ["Diyab", "Colonel Wa’el Diyab"] == item["accepted"]
    assert {"file", "line", "quote"} == set(item["source"])
    assert ("Q-56132C", "short_answer", 1, "The lead says so.") == (item["code"], item["format"], item["points"], item["explanation"])
