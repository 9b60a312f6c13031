"""Parallel forms and quotas: other facts of equal kinds, and as many of a kind as were asked for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from quizgen.assembly import Blueprint, Quiz, assemble
from quizgen.cli import main
from quizgen.diagnostics import QuizgenError
from quizgen.fairness import balance, unfair
from quizgen.filling import Quota
from quizgen.kinds import kinds
from tests.asked import asked
from tests.samples import pool

ALL = ("core", "useful", "detail")


def code(*args: object, **more: bool) -> str:
    with pytest.raises(QuizgenError) as caught:
        assemble(*args, **more)  # type: ignore[arg-type]
    (found,) = caught.value.diagnostics
    return f"{found.code} {found.message} ({found.hint})"


def alike(quiz: Quiz) -> Counter[tuple[str, str, int]]:
    return Counter((one.item.family, one.item.format, int(one.item.difficulty.level)) for one in quiz.items)


@pytest.mark.parametrize(("n", "forms"), [(12, 2), (6, 3)])
def test_parallel_forms_ask_other_facts_of_equal_kinds(n: int, forms: int) -> None:
    found = asked()
    for seed in range(3):
        quizzes = assemble(found.items, Blueprint(n=n), seed, forms, (found.campaign,), parallel=True)
        facts = [fact for quiz in quizzes for fact in {fact for one in quiz.items for fact in one.item.facts}]
        assert len(facts) == len(set(facts))
        assert 1 == len({tuple(sorted(alike(quiz).items())) for quiz in quizzes})
        assert [()] * forms == [unfair(quiz, found.items, (found.campaign,)) for quiz in quizzes]


def test_a_table_shows_how_equal_the_forms_are() -> None:
    forms = assemble(pool(48, families=2, types=2), Blueprint(n=4), 1, 2, parallel=True)
    lines = balance(forms).splitlines()
    assert [
        "| | form A | form B |",
        "|---|---:|---:|",
        "| items | 4 | 4 |",
        "| points | 4 | 4 |",
        "| mean difficulty | 2.00 | 2.00 |",
    ] == lines[:5]
    assert "Facts that all forms ask: 0." == lines[-1]


def test_an_included_item_stands_on_every_parallel_form() -> None:
    items = pool(48, families=2, types=2)
    forms = assemble(items, Blueprint(n=4, include=(items[7].id,)), 1, 2, parallel=True)
    assert all(items[7] in [one.item for one in quiz.items] for quiz in forms)


def test_too_few_equal_items_are_told() -> None:
    said = code(pool(8, families=8, types=8), Blueprint(n=3), 1, 2, parallel=True)
    assert said.startswith("A104 3 items are asked for in each of 2 parallel forms, but only 0 have 1 like it on other facts: 8 match")
    assert "fewer --forms" not in said
    assert "fewer --forms" in code(pool(9, families=1, types=1), Blueprint(n=4), 1, 3, parallel=True)


@pytest.mark.no_cover
def test_quotas_are_kept() -> None:
    found = asked()
    quotas = (
        Quota("dates", 5, 6),
        Quota("multiple_choice", 0, 8),
        Quota("side/1", 3, 3),
        Quota("difficulty/4", 2, 20),
        Quota("phase/last", 1, 2),
    )
    for seed in range(4):
        (quiz,) = assemble(found.items, Blueprint(n=20, levels=ALL, quotas=quotas), seed, 1, (found.campaign,))
        counts = Counter(kind for own in kinds([one.item for one in quiz.items], (found.campaign,)).values() for kind in own)
        assert all(quota.low <= counts[quota.kind] <= quota.high for quota in quotas)
        assert () == unfair(quiz, found.items, (found.campaign,))


def test_a_quota_that_binds_is_named() -> None:
    assert code(pool(24), Blueprint(n=8, quotas=(Quota("dates", 6, 8),)), 1).startswith(
        'A102 the quota "dates" asks for 6 items at the least'
    )
    assert "the kinds at hand are core, dates" in code(pool(24), Blueprint(n=8, quotas=(Quota("dats", 1, 8),)), 1)
    said = code(pool(24, families=1), Blueprint(n=8, quotas=(Quota("dates", 0, 3),)), 1)
    assert 'would go beyond the quota "dates" (ask for 3 with "-n 3", or leave out --quotas (then 8 can stand))' in said


def test_parallel_forms_are_made_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["sheet", "tests/campaigns/marn.yaml", "-n", "2", "--parallel", "-o", str(tmp_path)])
    assert ["marn-a.pdf", "marn-b.pdf", "marn-balance.md", "marn-key.pdf"] == sorted(path.name for path in tmp_path.iterdir())
    assert 0 == main(["sheet", "tests/campaigns/marn.yaml", "-n", "4", "--quotas", "dates=1-2,cloze=1", "-o", str(tmp_path)])
    with pytest.raises(SystemExit):
        main(["sheet", "tests/campaigns/marn.yaml", "--quotas", "dates", "-o", str(tmp_path)])
    assert "expected kinds with a number or a range" in capsys.readouterr().err
