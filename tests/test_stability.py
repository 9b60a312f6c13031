"""What one fact more, one fewer or a corrected one changes: the items that rest on it, and of a drawn sheet as little as possible."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.assembly import Blueprint, assemble
from quizgen.formats import Drawn
from quizgen.items import Item
from quizgen.model import Campaign
from tests.asked import KARSA, Asked, asked, of

pytestmark = pytest.mark.no_cover

ALL = ("core", "useful", "detail")

# A fact elsewhere can free a name that two items of the sheet shared: over 84 sheets none changed, one found since changes two of 20.
MOSTLY = 0.8


def without(campaign: Campaign, n: int) -> Campaign:
    """The campaign without its n-th event."""
    return replace(campaign, events=campaign.events[:n] + campaign.events[n + 1 :])


@cache
def lessened(n: int) -> Asked:
    return of(without(asked(KARSA).campaign, n))


def drawn(items: tuple[Item, ...], campaign: Campaign, n: int, seed: int) -> dict[str, Drawn]:
    (quiz,) = assemble(items, Blueprint(n=n, levels=ALL), seed, 1, (campaign,))
    return {one.item.id: one for one in quiz.items}


@pytest.mark.parametrize("n", range(3))
def test_a_fact_less_takes_only_the_items_that_rest_on_it(n: int) -> None:
    before, after = asked(KARSA), lessened(n)
    lost = {fact.id for fact in before.world.facts} - {fact.id for fact in after.world.facts}
    kept = {item.id for item in before.items if lost.isdisjoint(item.facts)}
    assert len(lost) == 1
    assert kept - {item.id for item in after.items} == set()
    assert all(item.importance == other.importance for item in after.items for other in before.items if item.id == other.id)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.integers(0, 149), st.integers(0, 40))
def test_a_sheet_keeps_its_items_when_one_that_is_not_on_it_goes(which: int, seed: int) -> None:
    found = asked()
    before = drawn(found.items, found.campaign, 20, seed)
    facts = sorted({fact for item in found.items for fact in item.facts} - {f for one in before.values() for f in one.item.facts})
    gone = facts[which % len(facts)]
    after = drawn(tuple(item for item in found.items if gone not in item.facts), found.campaign, 20, seed)
    assert len(before.keys() & after.keys()) >= MOSTLY * len(before)


def test_a_sheet_changes_little_when_a_fact_on_it_goes() -> None:
    """Over facts of a sheet of 20: how many items are kept, and how many of these with the same options in the same places."""
    found = asked()
    kept, same, tries = 0, 0, 0
    for seed in (1, 2):
        before = drawn(found.items, found.campaign, 20, seed)
        for gone in list(before.values())[::4]:
            facts = set(gone.item.facts)
            after = drawn(tuple(i for i in found.items if facts.isdisjoint(i.facts)), found.campaign, 20, seed)
            stayed = [one for id_, one in before.items() if id_ in after and one is not gone]
            kept, tries = kept + len(stayed), tries + 19
            same += sum(after[one.item.id].options == one.options for one in stayed)
    assert kept / tries >= KEPT
    assert same / kept >= SAME


KEPT, SAME = 0.85, 0.9  # measured over more: 0.92 and 0.96


def test_a_corrected_wording_changes_no_draw() -> None:
    found = asked()
    before = drawn(found.items, found.campaign, 20, 3)
    mended = tuple(replace(item, explanation=f"{item.explanation} So the infobox.") for item in found.items)
    after = drawn(mended, found.campaign, 20, 3)
    assert [(one.item.id, one.options, one.answer) for one in before.values()] == [(o.item.id, o.options, o.answer) for o in after.values()]
