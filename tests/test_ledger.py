"""The ledger of a deck: what stays, what changes, what is new and what retires, and what no ledger may say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.diagnostics import QuizgenError
from quizgen.ledger import Fresh, Ledger, State, guid, release, release_notes
from quizgen.ledger_yaml import dump, is_ledger, load

DAY, LATER = "2026-11-28", "2026-12-05"


def fresh(name: str, print_: str = "p", *, type_: str = "dates.start", kind: str = "basic") -> Fresh:
    return Fresh(f"{type_}/date/karst/{name}", kind, "karst", print_, f"When was {name}?", "4 May")


def first(*names: str) -> Ledger:
    return release(Ledger("s"), [fresh(name) for name in names], DAY).ledger


def codes(call, *args) -> list[str]:
    with pytest.raises(QuizgenError) as caught:
        call(*args)
    return [d.code for d in caught.value.diagnostics]


def test_a_first_release_has_all_notes_new_with_room_between():
    made = release(Ledger("s"), [fresh("a"), fresh("b")], DAY)
    assert [(10, DAY, DAY, State.LIVE), (20, DAY, DAY, State.LIVE)] == [(e.at, e.since, e.revised, e.state) for e in made.ledger.entries]
    assert (2, 0, "2 new") == (len(made.new), made.kept, made.words())


def test_an_unchanged_note_keeps_its_date_and_a_changed_one_gets_the_new():
    old = first("a", "b")
    made = release(old, [fresh("a"), fresh("b", "q")], LATER)
    assert [DAY, LATER] == [entry.revised for entry in made.ledger.entries]
    assert [entry.guid for entry in old.entries] == [entry.guid for entry in made.ledger.entries]
    assert ("1 changed, 1 as before", LATER) == (made.words(), made.ledger.released)


def test_nothing_changed_gives_the_same_ledger_and_needs_no_date():
    old = first("a", "b")
    made = release(old, [fresh("a"), fresh("b")], None)
    assert (old, "2 as before", False) == (made.ledger, made.words(), made.amends)


def test_a_vanished_note_stays_retired_with_its_reason():
    made = release(first("a", "b"), [fresh("b")], LATER, {fresh("a").id: "too easy"})
    gone = made.ledger.entries[0]
    assert (State.RETIRED, LATER, "too easy", guid(fresh("a").id, "basic")) == (gone.state, gone.revised, gone.why, gone.guid)
    again = release(made.ledger, [fresh("b")], "2027-01-01")
    assert made.ledger.entries == again.ledger.entries


def test_a_retired_note_that_is_asked_again_is_the_same_note():
    without = release(first("a", "b"), [fresh("b")], LATER).ledger
    back = release(without, [fresh("a"), fresh("b")], "2027-01-01")
    assert ([LATER, "2027-01-01"], "1 changed, 1 as before") == ([without.entries[0].revised, back.ledger.entries[0].revised], back.words())
    assert (State.LIVE, "", without.entries[0].guid) == (
        back.ledger.entries[0].state,
        back.ledger.entries[0].why,
        back.ledger.entries[0].guid,
    )


def test_a_new_note_stands_at_its_place_and_moves_no_other():
    made = release(first("a", "b"), [fresh("a"), fresh("x"), fresh("b"), fresh("z")], LATER)
    assert [10, 15, 20, 30] == [entry.at for entry in made.ledger.entries]
    assert ["a", "x", "b", "z"] == [entry.id.rsplit("/", 1)[1] for entry in made.ledger.entries]


def test_places_run_out_gracefully():
    ledger, names = first("a", "b"), ["a", "b"]
    for n in range(12):
        names.insert(1, f"n{n}")
        ledger = release(ledger, [fresh(name) for name in names], f"2027-01-{n + 1:02d}").ledger
        assert [entry.at for entry in ledger.entries] == sorted(entry.at for entry in ledger.entries)


def test_a_renamed_question_type_keeps_its_notes():
    old = first("a", "b")
    renamed = [fresh("a", type_="dates.begin"), fresh("b", type_="dates.begin")]
    made = release(old, renamed, LATER)
    assert [e.guid for e in old.entries] == [e.guid for e in made.ledger.entries]
    assert ({n.id for n in renamed}, "2 as before") == (set(old.known(n.id for n in renamed)), made.words())


def test_a_name_that_fits_two_is_no_renaming():
    old = first("a")
    made = release(old, [fresh("a", type_="x"), fresh("a", type_="y")], LATER)
    assert "2 new, 1 retired" == made.words()


def test_an_item_with_the_former_id_of_a_renamed_one_is_another_note():
    moved = release(first("a"), [fresh("a", type_="new")], LATER).ledger
    both = release(moved, [fresh("a", type_="new"), fresh("a")], "2027-01-01").ledger
    assert 2 == len({entry.guid for entry in both.entries})


def test_another_note_type_is_another_note():
    made = release(first("a"), [fresh("a", kind="typed")], LATER)
    assert "1 new, 1 retired" == made.words()


def test_a_change_without_a_date_is_an_error():
    assert ["L101"] == codes(release, first("a"), [fresh("a", "q")], None)


def test_a_date_before_the_last_release_is_an_error():
    assert ["L102"] == codes(release, first("a"), [fresh("a")], "2026-11-27")


def test_the_day_of_the_last_release_amends_it():
    old = release(first("a"), [fresh("a"), fresh("b")], LATER).ledger
    made = release(old, [fresh("a", "q"), fresh("c")], LATER)
    assert made.amends
    assert ["a", "c"] == [entry.id.rsplit("/", 1)[1] for entry in made.ledger.entries]
    assert not release(old, [fresh("a"), fresh("b")], LATER).amends


def test_release_notes_list_what_changed_without_answers():
    made = release(first("a", "b", "d"), [fresh("b", "q"), fresh("c"), fresh("d")], LATER, {fresh("a").id: "too *easy*"})
    text = release_notes(made, "Karst")
    assert text.startswith("# Karst, 2026-12-05\n\n1 changed, 1 new, 1 retired, 1 as before.\n\n## New\n\n- When was c?\n\n## Changed")
    assert "- When was a? (too \\*easy\\*)" in text
    assert "4 May" not in text


def test_a_ledger_is_a_line_per_note():
    text = dump(first("a", "b"))
    assert is_ledger(text)
    assert text.startswith("quizgen: ledger/1\nschema: s\nreleased: 2026-11-28\n\nnotes:\n- {id: dates.start/date/karst/a, guid: ")
    assert 7 == len(text.splitlines())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1), st.booleans()), unique_by=lambda t: t[0]))
def test_a_ledger_reads_back_as_it_was_written(notes):
    made = [Fresh(f"t/{name}", "basic", "k", "00", asks, asks) for name, asks, _ in notes if (name + asks).isprintable()]
    whole = release(Ledger("12345678"), made, DAY).ledger
    some = release(whole, made[::2], LATER).ledger
    assert some == load(dump(some), "d.lock.yaml", "12345678")


BASE = dump(release(first("a", "b"), [fresh("a")], LATER, {fresh("b").id: "gone"}).ledger)


@pytest.mark.parametrize(
    ("expected", "old", "new"),
    [
        ("Y108", "ledger/1", "ledger/2"),
        ("L103", "schema: s", "schema: t"),
        ("L104", guid(fresh("b").id, "basic"), guid(fresh("a").id, "basic")),
        ("L105", "revised: 2026-11-28", "revised: 2026-11-27"),
        ("L105", "revised: 2026-12-05", "revised: 2026-12-06"),
        ("L105", "state: live", "state: retired"),
        ("L105", ", why: gone", ""),
        ("L106", "since: 2026-11-28", "since: November"),
        ("L106", guid(fresh("a").id, "basic"), "abc"),
        ("L106", ", at: 10", ""),
        ("L106", "released: 2026-12-05\n", ""),
        ("Y109", "state: live", "state: asleep"),
        ("Y105", "state: live", "state: live, due: 3"),
    ],
)
def test_a_ledger_edited_into_contradiction_is_an_error(expected, old, new):
    assert old in BASE
    assert expected in codes(load, BASE.replace(old, new, 1), "d.lock.yaml", "s")


def test_one_item_is_live_once():
    twice = first("a")
    other = replace(twice.entries[0], guid="0" * 16)
    assert ["L104"] == codes(load, dump(replace(twice, entries=(*twice.entries, other))), "d.lock.yaml", "s")
