"""Every question type against its cases: tests/questions/FAMILY/NAME.yaml says what it asks, and what it must not.

asks:   items that must come of a source (or of several together, "marn+kell"): format, stem, key (one text, all, or rows), some wrong
        options, other answers
never:  what no item may have, and because of what: any of format, stem (words of it), key, wrong
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from quizgen.items import Item
from quizgen.solver import types
from tests.asked import ARDEL, KELL, MARN, ORLO, SEED, asked, together

HERE = Path(__file__).parent
SOURCES = {
    "aleppo-2016": SEED,
    "fight-at-tolm": "tests/articles/fight-at-tolm.wiki",
    "marn": MARN,
    "orlo": ORLO,
    "kell": KELL,
    "ardel": ARDEL,
}


def cases(kind: str) -> dict[str, list[dict[str, Any]]]:
    path = HERE / f"{kind.replace('.', '/')}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def every(part: str) -> list[Any]:
    return [pytest.param(kind, case, id=f"{kind}-{n}") for kind in types() for n, case in enumerate(cases(kind).get(part, []), 1)]


def of(kind: str, case: dict[str, Any]) -> list[Item]:
    sources = [SOURCES.get(name, f"tests/articles/{name}.txt") for name in case["source"].split("+")]
    return (together(*sources) if len(sources) > 1 else asked(sources[0])).of(kind)


def key_of(item: Item) -> Any:
    if item.pairs:
        return dict(item.pairs)
    return item.key[0] if len(item.key) == 1 else list(item.key)


@pytest.mark.parametrize(("kind", "case"), every("asks"))
def test_what_must_be_asked_is_asked(kind: str, case: dict[str, Any]) -> None:
    found = [item for item in of(kind, case) if (item.format, item.stem) == (case["format"], case["stem"])]
    assert case["key"] in [key_of(item) for item in found]
    item = next(item for item in found if key_of(item) == case["key"])
    assert set(case.get("wrong", ())) <= {distractor.text for distractor in item.distractors}
    assert set(case.get("accepted", ())) <= {*item.accepted}


@pytest.mark.parametrize(("kind", "case"), every("never"))
def test_what_must_not_be_asked_is_not(kind: str, case: dict[str, Any]) -> None:
    assert case["because"]
    for item in of(kind, case):
        fits = {
            "format": item.format == case.get("format"),
            "stem": case.get("stem", "") in item.stem,
            "key": case.get("key") in (*item.key, *(text for pair in item.pairs for text in pair)),
            "wrong": case.get("wrong") in [distractor.text for distractor in item.distractors],
        }
        assert not all(fits[part] for part in fits if part in case), item.id


@pytest.mark.parametrize("kind", types())
def test_every_type_has_cases_of_both_kinds(kind: str) -> None:
    assert cases(kind).get("asks"), "say in its YAML what the type must ask"
    assert cases(kind).get("never"), "say in its YAML what the type must not ask, and because of what"


def test_no_cases_are_left_of_a_type_that_is_gone() -> None:
    assert {f"{path.parent.name}.{path.stem}" for path in HERE.glob("*/*.yaml")} <= types().keys()


def test_cases_and_types_say_what_they_are() -> None:
    for kind, spec in types().items():
        assert spec.summary
        assert not spec.summary.endswith(".")
        assert spec.stems, kind
