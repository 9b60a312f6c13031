"""The seeded-fault suite on items as asked: sound ones raise nothing, spoilt ones are caught by the rule that forbids the fault."""

from __future__ import annotations

from functools import cache

import pytest

from quizgen.rules import check
from tests.asked import KARSA, MARN, SEED, VELMARK, VESSEN, asked
from tests.rules.mutants import FAULTS, Fault, Mutant, of

pytestmark = pytest.mark.no_cover

CAUGHT = 0.98
KINDS, MUTANTS = 25, 200


@cache
def mutants(fault: Fault) -> tuple[Mutant, ...]:
    return tuple(of(fault))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.rule}-{fault.name}")
def test_each_kind_of_fault_is_made_and_caught_by_its_rule(fault: Fault) -> None:
    assert mutants(fault)
    missed = [(mutant.item.id, mutant.item.stem, mutant.found) for mutant in mutants(fault) if not mutant.is_caught]
    assert [] == missed[len(mutants(fault)) // 8 :]


def test_nearly_all_mutants_are_caught_by_the_right_rule() -> None:
    made = [mutant for fault in FAULTS for mutant in mutants(fault)]
    assert len(made) >= MUTANTS
    assert len({fault.name for fault in FAULTS}) >= KINDS
    assert sum(mutant.is_caught for mutant in made) >= CAUGHT * len(made)


def test_every_mutant_is_refused() -> None:
    assert [] == [mutant.item.stem for fault in FAULTS for mutant in mutants(fault) if not mutant.found]


@pytest.mark.parametrize("source", [SEED, KARSA, VESSEN, VELMARK, MARN])
def test_sound_items_raise_nothing(source: str) -> None:
    assert [] == [(item.id, found) for item in asked(source).items if (found := check(item, asked(source).world))]
