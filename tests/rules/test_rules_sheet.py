"""Rules on a sheet as drawn: what assembly makes keeps them, and a sheet spoilt in one way is caught by its rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quizgen.assembly import assemble
from quizgen.formats import Drawn, draw
from quizgen.items import Format, Item
from quizgen.rules import check_sheet, sheet_rules, warn_sheet
from quizgen.selection import Blueprint
from tests.asked import asked
from tests.rules.sound import CHOICE, CLOZE, DAYS, FIGURES, ORDERING, SHORT, STATEMENT, WORLD, but, wrong


def numbered(item: Item, n: int, **changes: object) -> Item:
    """The item on a fact of its own, with a stem of its own."""
    words = f"{n} ash{n} elm{n} oak{n} fir{n} yew{n} larch{n}"
    parts = {"stem": f"{item.stem[:-1]} {words}{item.stem[-1]}"} | changes
    return replace(item, id=f"{item.id}-{n}", facts=(f"fact-{n}",), **parts)  # type: ignore[arg-type]


def of(n: int, key: str, *wrongs: str) -> Item:
    return numbered(CHOICE, n, key=(key,), distractors=wrong(*wrongs))


def drawn(*items: Item) -> list[Drawn]:
    return [draw(item, "1") for item in items]


def found(sheet: Sequence[Drawn]) -> set[int]:
    return {finding.rule for finding in check_sheet(sheet, WORLD)}


def placed(place: int, n: int) -> Drawn:
    return draw(numbered(CHOICE, n, key=(f"Fox Guard {n}",), distractors=wrong(*(f"Elk{i} Guard {n}" for i in range(3)))), "1", place)


def test_a_sheet_that_is_fair_breaks_nothing() -> None:
    assert set() == found([placed(place, n) for n, place in enumerate((1, 3, 0, 2, 2, 0, 3, 1))])


SPOILT = {
    "keys that are longest": (
        14,
        drawn(*(of(n, f"The Great Fox Guard {n}", f"Elk {n}", f"Hen {n}", f"Owl {n}") for n in range(8))),
    ),
    "five keys that are longest": (14, drawn(*(of(n, f"The Great Fox Guard {n}", f"Elk {n}", f"Hen {n}", f"Owl {n}") for n in range(5)))),
    "figures out of order": (21, [replace(drawn(FIGURES)[0], options=("450", "200", "600", "300"), answer=3)]),
    "days out of order": (21, [replace(drawn(DAYS)[0], options=("4 June", "27 May", "28 May", "1 June"), answer=2)]),
    "a run of keys": (22, [placed(1, n) for n in range(4)]),
    "one place too often": (22, [placed(0 if n % 3 else n % 4, n) for n in range(24)]),
    "a worn distractor": (23, drawn(*(of(n, f"Fox {n}", "Elk", f"Hen {n}", f"Owl {n}") for n in range(4)))),
    "a worn key": (23, drawn(*(numbered(but(CHOICE, f"Elk {n}", f"Hen {n}", f"Owl {n}"), n) for n in range(3)))),
    "negative stems": (25, drawn(*(numbered(CHOICE, n, stem=f"Which of these did NOT fight at ford {n}?") for n in range(4)))),
    "two negative stems of four": (25, drawn(*(numbered(CHOICE, n, stem=f"Who did {n % 2 * 'NOT'} fight?") for n in range(4)))),
    "two true statements": (30, drawn(*(numbered(STATEMENT, n) for n in range(2)))),
    "statements all true": (30, drawn(*(numbered(STATEMENT, n) for n in range(4)))),
    "two items on one fact": (36, drawn(CHOICE, replace(SHORT, facts=CHOICE.facts))),
    "the same question twice": (36, drawn(CHOICE, replace(CHOICE, id="other", facts=("other",)))),
    "an answer printed": (36, drawn(numbered(CLOZE, 1), numbered(CLOZE, 2, stem="The Orsk mill lies in _____.", key=("Vale",)))),
    "an answer at another place": (39, [replace(placed(1, 1), answer=2)]),
}  # fmt: skip


FAIR = {
    "keys as long as the others": (14, drawn(*(of(n, f"Fox {n}", f"Elk {n}", f"Hen {n}", f"Owl {n}") for n in range(8)))),
    "four keys that are longest": (14, drawn(*(of(n, f"The Great Fox Guard {n}", f"Elk {n}", f"Hen {n}", f"Owl {n}") for n in range(4)))),
    "figures and words": (21, [replace(drawn(FIGURES)[0], options=("450", "a few", "200", "300"), answer=3)]),
    "a run of three": (22, [placed(place, n) for n, place in enumerate((0, 1, 1, 1))]),
    "a distractor three times": (23, drawn(*(of(n, f"Fox {n}", "Elk", f"Hen {n}", f"Owl {n}") for n in range(3)))),
    "the same two options": (23, drawn(*(of(n, f"Fox {n}", "Elk") for n in range(4)))),
    "a key twice": (23, drawn(*(of(n, "Fox", f"Elk {n}", f"Hen {n}", f"Owl {n}") for n in range(2)))),
    "a side that is each key": (23, drawn(*(of(n, "Rebels", "Government forces", f"Owl {n}") for n in range(4)))),
    "one negative stem of four": (25, drawn(*(numbered(CHOICE, n, stem=f"Who did {'NOT' * (n == 2)} fight?") for n in range(4)))),
    "one true statement": (30, drawn(STATEMENT)),
    "three true statements of five": (30, drawn(*(numbered(STATEMENT, n, key=(str(n < 3),)) for n in range(5)))),
    "one answer to two questions": (36, drawn(*(of(n, "Fox", f"Elk {n}", f"Hen {n}") for n in range(2)))),
    "an answer printed in another section": (36, drawn(CLOZE, numbered(CHOICE, 1, stem="Who held the Orsk mill?"))),
}  # fmt: skip


@pytest.mark.parametrize("case", FAIR)
def test_what_a_rule_just_allows_is_not_caught_by_it(case: str) -> None:
    rule, sheet = FAIR[case]
    assert rule not in found(sheet)


@pytest.mark.parametrize("case", SPOILT)
def test_a_spoilt_sheet_is_caught_by_its_rule(case: str) -> None:
    rule, sheet = SPOILT[case]
    assert rule in found(sheet)


def test_one_side_asked_about_alone_is_caught() -> None:
    known = asked()
    first = [item for item in known.of("sides.of_unit", "sides.of_commander") if item.format is Format.MULTIPLE_CHOICE]
    side = {item.id: known.world.fact(item.facts[0]).side for item in first}  # type: ignore[union-attr]
    sheet = [draw(item, "1") for item in first if side[item.id] == "2"][:12]
    assert 37 in {finding.rule for finding in check_sheet(sheet, known.world)}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_what_assembly_makes_keeps_the_rules_that_bind_keys(seed: str) -> None:
    known = asked()
    (quiz,) = assemble(known.items, Blueprint(n=20), seed, campaigns=(known.campaign,))
    assert {finding.rule for finding in check_sheet(quiz.items, known.world)} <= {23, 37}


def test_a_sheet_names_what_its_items_and_the_whole_are_warned_of() -> None:
    detail = replace(CHOICE, importance=replace(CHOICE.importance, level="detail"), stem=CHOICE.stem.replace("group", "heroic group"))
    told = [(finding.rule, finding.why) for finding in warn_sheet(drawn(detail, ORDERING), WORLD)]
    assert (37, f'{detail.code} has the emotive word "heroic"') in told
    assert (42, "1 of 2 items ask a detail") in told
    assert [rule for rule, _ in told] == sorted(rule for rule, _ in told)


def test_sheet_rules_are_found_by_number() -> None:
    assert {14, 21, 22, 23, 25, 30, 36, 37, 39, 42} == {rule.number for rule in sheet_rules()}
