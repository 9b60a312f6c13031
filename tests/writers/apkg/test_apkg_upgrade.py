"""A deck lived with for years: what a later release changes in the real Anki, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from anki.collection import Card, Collection
from playwright.sync_api import Browser

from quizgen.items import Item
from quizgen.ledger import Ledger, release
from quizgen.writers import Material
from quizgen.writers._notes import fresh
from quizgen.writers._notes.notetypes import TEMPLATE, NoteType, schema
from quizgen.writers.apkg import WRITER
from tests.browser import faint, overflowing
from tests.writers.apkg.anki_collection import collection, complaints, faces, imported
from tests.writers.apkg.fixtures import all_formats, material, own_guid
from tests.writers.apkg.reviewer import reviewer, show

TYPES = all_formats()
CHANGED, GONE, REVIEWED, EDITED, NEW = TYPES[4], TYPES[0], TYPES[3], TYPES[6], TYPES[5]
CORRECTED = replace(CHANGED, explanation="The count was wounded at the mill.")
AGAIN, GOOD = 1, 3


def released(old: Ledger, day: str, *items: Item) -> tuple[Ledger, bytes]:
    """Release a deck of the items; the reason for whatever retires is "too easy"."""
    made = material(*items)
    ledger = release(old, tuple(fresh(made)), day, {GONE.id: "too easy"}).ledger
    return ledger, WRITER.write(replace(made, ledger=ledger))


FIRST, V1 = released(Ledger(schema()), "2026-01-05", CHANGED, GONE, REVIEWED, EDITED)
SECOND, V2 = released(FIRST, "2026-11-28", CORRECTED, REVIEWED, NEW, EDITED)


@dataclass
class Learner:
    """Who has the first release, has reviewed cards of it and edited a note."""

    opened: Collection

    def card(self, each: Item) -> Card:
        (number,) = (
            c for n in self.opened.find_notes("") if self.opened.get_note(n).guid == own_guid(each) for c in self.opened.card_ids_of_note(n)
        )
        return self.opened.get_card(number)

    def study(self) -> None:
        for each in (CHANGED, GONE, REVIEWED):
            card = self.card(each)
            card.start_timer()
            self.opened.sched.answerCard(card, GOOD)
        note = self.card(EDITED).note()
        note["Explanation"] = "My own words."
        self.opened.update_note(note)


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with collection(tmp_path) as opened:
        imported(opened, V1)
        who = Learner(opened)
        who.study()
        yield who


@pytest.mark.parametrize("always", [False, True], ids=["newer", "always"])
@pytest.mark.parametrize("merges", [False, True], ids=["", "merge"])
def test_a_release_updates_what_changed_and_leaves_edits_and_history(learner: Learner, always: bool, merges: bool) -> None:
    log = imported(learner.opened, V2, always=always, merge_notetypes=merges)
    updated = {learner.opened.get_note(note.id.nid).guid for note in log.updated}
    overwritten = {own_guid(EDITED)} if always else set()  # "always" is for those who want their edits undone
    assert ({own_guid(CHANGED), own_guid(GONE)} | overwritten, 1, 0) == (updated, len(log.new), len(log.conflicting))
    assert CORRECTED.explanation == learner.card(CHANGED).note()["Explanation"]
    assert (EDITED.explanation if always else "My own words.") == learner.card(EDITED).note()["Explanation"]
    assert 3 == learner.opened.db.scalar("select count() from revlog")
    assert [1, 1, 1] == [learner.card(each).reps for each in (CHANGED, GONE, REVIEWED)]
    assert [] == complaints(learner.opened)


def test_the_same_release_again_changes_nothing(learner: Learner) -> None:
    imported(learner.opened, V2, always=True)
    for always in (False, True):
        log = imported(learner.opened, V2, always=always)
        assert (0, 0, 5) == (len(log.new), len(log.updated), len(log.duplicate))


def test_a_release_in_which_nothing_changed_updates_no_note(learner: Learner) -> None:
    same = replace(material(CHANGED, GONE, REVIEWED, EDITED), ledger=replace(FIRST, released="2026-02-02"))
    log = imported(learner.opened, WRITER.write(same))
    assert (0, 0) == (len(log.new), len(log.updated))


def test_a_retired_note_says_so_and_why_and_is_tagged(learner: Learner) -> None:
    imported(learner.opened, V2)
    card = learner.card(GONE)
    told = "Retired on 2026-11-28: too easy. You may suspend or delete this card."
    assert told in card.question()
    assert told in card.answer()
    assert GONE.key[0] in card.answer()
    assert GONE.key[0] not in card.question()
    assert f"<li><b>{GONE.key[0]}</b></li>" in card.answer(), "told, but not as right"
    assert "This was the answer until 2026-11-28." in card.answer()
    assert "retired" in card.note().tags
    assert GONE.code == card.note()["Code"]


@pytest.mark.parametrize("each", [TYPES[3], TYPES[4], TYPES[2], TYPES[7], TYPES[9]], ids=lambda each: str(each.format))
def test_a_retired_note_of_any_type_is_sound(tmp_path: Path, each: Item) -> None:
    keep = TYPES[0]
    one = released(Ledger(schema()), "2026-01-05", each, keep)[0]
    with collection(tmp_path) as opened:
        imported(opened, released(one, "2026-02-02", keep)[1])
        assert [] == complaints(opened)
        assert 2 == opened.card_count()


def test_a_retired_card_can_be_read_by_day_and_night(browser: Browser, learner: Learner) -> None:
    imported(learner.opened, V2)
    for is_dark in (False, True):
        page = reviewer(browser, is_dark=is_dark)
        for face in faces(learner.card(GONE)):
            show(page, face)
            assert page.locator(".notice").is_visible()
            assert ([], []) == (overflowing(page), faint(page))
        page.context.close()


def test_a_retired_card_arrives_suspended_where_progress_is_imported(tmp_path: Path) -> None:
    with collection(tmp_path) as opened:
        imported(opened, V2, with_scheduling=True)
        assert [own_guid(GONE)] == [opened.get_card(c).note().guid for c in opened.find_cards("is:suspended")]


def test_an_answer_that_comes_back_is_no_longer_retired(learner: Learner) -> None:
    imported(learner.opened, V2)
    imported(learner.opened, released(SECOND, "2026-12-24", CORRECTED, GONE, REVIEWED, NEW, EDITED)[1])
    card = learner.card(GONE)
    assert "Retired" not in card.question()
    assert "retired" not in card.note().tags


def test_new_styles_reach_a_learner_without_touching_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with collection(tmp_path) as opened:
        with monkeypatch.context() as patched:
            patched.setattr("quizgen.writers.apkg.models._file", lambda name: "/* old */")
            imported(opened, released(Ledger(schema()), "2026-01-05", REVIEWED)[1])
        assert "/* old */" == opened.models.by_name("quizgen Cloze")["css"]
        log = imported(opened, WRITER.write(replace(material(REVIEWED), ledger=replace(FIRST, released="2026-02-02"))))
        opened.models._clear_cache()
        assert ".quizgen" in opened.models.by_name("quizgen Cloze")["css"]
        assert (0, 0) == (len(log.new), len(log.updated))


def test_a_learner_may_take_the_options_preset(tmp_path: Path) -> None:
    with collection(tmp_path) as opened:
        imported(opened, V1, with_deck_configs=True)
        options = opened.decks.config_dict_for_deck_id(opened.decks.id_for_name("quizgen::Siege of Karst"))
        assert ("quizgen", 10, 1) == (options["name"], options["new"]["perDay"], options["new"]["order"])


def test_without_the_preset_a_learners_own_options_stay(learner: Learner) -> None:
    assert ["Default"] == [options["name"] for options in learner.opened.decks.all_config()]
    deck = learner.opened.decks.id_for_name("quizgen::Siege of Karst")
    assert "Default" == learner.opened.decks.config_dict_for_deck_id(deck)["name"]


TAIL = ["Accepted", "Explanation", "Claim", "Source", "As of", "Picture", "Notice", "Code", "Licence", "Spare 1", "Spare 2", "Spare 3"]


@pytest.mark.parametrize(
    ("number", "name", "own"),
    [
        (1764288001, "quizgen Basic", ["Question", "Task", "Lists", "Answer"]),
        (1764288002, "quizgen Typed", ["Question", "Task", "Answer", "Matches"]),
        (1764288003, "quizgen Cloze", ["Text", "Task"]),
        (1764288004, "quizgen Multiple choice", ["Question", "Task", "Choices", "Feedback"]),
    ],
)
def test_a_note_type_never_changes(tmp_path: Path, number: int, name: str, own: list[str]) -> None:
    with collection(tmp_path) as opened:
        imported(opened, WRITER.write(material(*TYPES, replace(TYPES[4], id="basic"))))
        kind = opened.models.by_name(name)
        assert (number, ["Id", *own, *TAIL], ["Card"]) == (
            kind["id"],
            [f["name"] for f in kind["flds"]],
            [t["name"] for t in kind["tmpls"]],
        )
        assert [number * 100 + place for place in range(len(own) + 13)] == [f["id"] for f in kind["flds"]]
        assert [number * 100 + 99] == [t["id"] for t in kind["tmpls"]]


def test_the_schema_of_the_note_types_never_changes() -> None:
    assert ("2fbacbfa", 4, "Card") == (schema(), len(NoteType), TEMPLATE)


def test_the_notes_of_a_source_that_left_stay_retired(tmp_path: Path) -> None:
    karst = material(TYPES[3]).campaigns[0]
    other = replace(karst, id="other", name="other")
    both = Material("Wars", (karst, other), (TYPES[3], replace(TYPES[5], campaign="other")))
    ledger = release(Ledger(schema()), tuple(fresh(both)), "2026-01-05").ledger
    alone = Material("Wars", (karst,), (TYPES[3],))
    later = release(ledger, tuple(fresh(alone)), "2026-02-02").ledger
    with collection(tmp_path) as opened:
        imported(opened, WRITER.write(replace(both, ledger=ledger)))
        log = imported(opened, WRITER.write(replace(alone, ledger=later)))
        assert (0, 1, 1) == (len(log.new), len(log.updated), len(opened.find_notes("tag:retired")))
        assert [] == complaints(opened)


def test_the_packages_of_two_campaigns_may_share_a_collection(tmp_path: Path) -> None:
    karst = material(TYPES[0])
    other = replace(karst.campaigns[0], id="other", name="other")
    second = Material("Other", (other,), (replace(TYPES[1], campaign="other"),), revised="2021-01-01")
    with collection(tmp_path) as opened:
        logs = [imported(opened, WRITER.write(made)) for made in (karst, second)]
        assert [1, 1] == [len(log.new) for log in logs]
        assert 1 == len([kind for kind in opened.models.all() if kind["name"].startswith("quizgen")])
