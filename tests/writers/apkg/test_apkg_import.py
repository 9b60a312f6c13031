"""Packages in the real Anki: what arrives, what a card shows, what an update changes."""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection

from quizgen.items import Format, Item, code_of
from quizgen.ledger import guid
from quizgen.model import Campaign, Sourced
from quizgen.registry import discover
from quizgen.writers import Material, Writer
from quizgen.writers.apkg import WRITER
from tests.writers.apkg.anki_collection import cards, collection, complaints, imported
from tests.writers.apkg.fixtures import BOX, MARSHALS, all_formats, campaign, item, material, nasty_items, own_guid


def front(opened: Collection, each: Item) -> str:
    """Give the front of an item's card without the style and script that all cards of its type share."""
    (card,) = (card for card in cards(opened) if card.note().guid == own_guid(each))
    return re.sub(r"<(style|script)>.*?</\1>", "", card.question(), flags=re.DOTALL)


def test_the_registry_finds_the_writer() -> None:
    assert WRITER == discover("quizgen.writers", "WRITER", Writer)["apkg"]


def test_genanki_waits_until_a_deck_is_written() -> None:
    code = "import sys, quizgen.writers.apkg; sys.exit('genanki' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


def test_anki_finds_nothing_wrong(plain_cards: Collection) -> None:
    assert [] == complaints(plain_cards)


def test_anki_finds_nothing_wrong_whatever_a_text_holds(nasty_cards: Collection) -> None:
    assert len(list(nasty_items())) == nasty_cards.card_count() == nasty_cards.note_count()
    assert [] == complaints(nasty_cards)


def test_genanki_finds_no_stray_html() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        WRITER.write(material(*nasty_items()))


def test_no_text_plays_a_sound(nasty_cards: Collection) -> None:
    assert all(not card.question_av_tags() and not card.answer_av_tags() for card in cards(nasty_cards))


def test_two_builds_are_the_same_bytes() -> None:
    assert WRITER.write(material(*nasty_items())) == WRITER.write(material(*nasty_items()))


def test_a_package_is_compressed() -> None:
    assert len(WRITER.write(material(*nasty_items()))) < 60_000


def test_a_second_import_adds_nothing(tmp_path: Path) -> None:
    package = WRITER.write(material(*all_formats()))
    with collection(tmp_path) as opened:
        first, second = imported(opened, package), imported(opened, package)
    assert (11, 0) == (len(first.new), len(second.new))
    assert (0, 11) == (len(second.updated), len(second.duplicate))


def test_a_corrected_item_of_a_later_date_updates_its_note(tmp_path: Path) -> None:
    before = all_formats()[0]
    after = replace(before, stem="Who led the besiegers over the Drava at the siege of Karst?")
    with collection(tmp_path) as opened:
        imported(opened, WRITER.write(material(before)))
        log = imported(opened, WRITER.write(material(after, revised="2020-02-03")))
        assert (0, 1, 1) == (len(log.new), len(log.updated), opened.note_count())
        assert after.stem in front(opened, before)


def test_an_identity_follows_the_id_and_the_note_type() -> None:
    assert "7cef54dd5821d52c" == guid("crossing/date/karst", "basic") != guid("crossing/date/karst", "typed")


def test_cards_stand_in_the_order_of_the_items(plain_cards: Collection) -> None:
    assert [own_guid(each) for each in all_formats()] == [card.note().guid for card in cards(plain_cards)]


def test_the_browser_sorts_by_the_question(plain_cards: Collection) -> None:
    card = cards(plain_cards)[2]
    assert all_formats()[2].stem == plain_cards.db.scalar("select sfld from notes where id = ?", card.nid)


def test_the_note_types_have_their_names(plain_cards: Collection) -> None:
    used = {kind["name"] for kind in plain_cards.models.all() if plain_cards.models.use_count(kind)}
    assert {f"quizgen {name}" for name in ("Basic", "Typed", "Cloze", "Multiple choice")} == used


def test_each_campaign_has_its_deck(tmp_path: Path) -> None:
    karst, raid = campaign(), replace(campaign("Raid on Brod (1893)", name="brod"), title=Sourced("Raid on Brod (1893)", BOX))
    idle = campaign("Idle winter", name="idle")
    items = (all_formats()[0], replace(all_formats()[1], campaign=raid.id))
    with collection(tmp_path) as opened:
        imported(opened, WRITER.write(Material("The Drava war", (karst, raid, idle), items)))
        decks = {d.name: opened.decks.card_count(d.id, include_subdecks=False) for d in opened.decks.all_names_and_ids()}
        about = opened.decks.by_name("The Drava war::Raid on Brod")["desc"]
    assert {"Default": 0, "The Drava war": 0, "The Drava war::Siege of Karst": 1, "The Drava war::Raid on Brod": 1} == decks
    assert "“Raid on Brod (1893)”" in about


def test_two_items_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match='two items have the id "crossing/multiple_choice'):
        WRITER.write(material(all_formats()[0], all_formats()[0]))


def test_an_item_of_a_campaign_not_at_hand_is_refused() -> None:
    with pytest.raises(ValueError, match='of the campaign "elsewhere"'):
        WRITER.write(material(replace(all_formats()[0], campaign="elsewhere")))


@pytest.mark.parametrize(("stem", "key"), [("No gap.", "Drava"), ("Besiegers cross the _____.", "")])
def test_a_cloze_that_anki_would_drop_is_refused(stem: str, key: str) -> None:
    with pytest.raises(ValueError, match="has no blank or no answer"):
        WRITER.write(material(item(Format.CLOZE, stem, (key,))))


@pytest.mark.parametrize("each", all_formats(), ids=lambda each: f"{each.format}-{each.type}")
def test_a_back_holds_explanation_source_code_and_licence(plain_cards: Collection, each: Item) -> None:
    (card,) = (card for card in cards(plain_cards) if card.note().guid == own_guid(each))
    back = card.answer()
    for part in (each.explanation, "<cite>Siege of Karst", code_of(each.id), "revision 4711, CC BY-SA 4.0", each.claimed_by or ""):
        assert part in back


def test_a_back_says_why_each_wrong_choice_is_wrong(plain_cards: Collection) -> None:
    back = cards(plain_cards)[0].answer()
    assert all(wrong.why_false in back for wrong in MARSHALS)


@pytest.mark.parametrize("each", all_formats(), ids=lambda each: f"{each.format}-{each.type}")
def test_a_front_tells_nothing_of_the_back(plain_cards: Collection, each: Item) -> None:
    shown = front(plain_cards, each)
    wrong = tuple(part for d in each.distractors for part in (d.why_false, d.ground))
    for secret in (each.explanation, "Crossing the Drava", "Right", "right", "wrong", *wrong):
        assert secret not in shown.replace("every right answer", "").replace("the right order", "")


def test_the_markup_of_a_front_is_the_same_whichever_choice_is_right(tmp_path: Path) -> None:
    base = all_formats()[0]
    options = (*base.key, *(d.text for d in base.distractors))
    variants = [
        replace(base, id=f"{n}", key=(key,), distractors=tuple(replace(MARSHALS[0], text=text) for text in options if text != key))
        for n, key in enumerate(options)
    ]
    with collection(tmp_path) as opened:
        imported(opened, WRITER.write(material(*variants)))
        fronts = [front(opened, each) for each in variants]
    skeletons = {re.sub(r">[^<]*<", "><", re.sub(r"Q-\w+", "Q", each)) for each in fronts}
    assert 1 == len(skeletons)
    assert all(f"<li>{option}</li>" in each for each in fronts for option in options)


def test_the_right_choice_stands_in_every_place(tmp_path: Path) -> None:
    items = [replace(all_formats()[0], id=f"karst/{n}") for n in range(60)]
    with collection(tmp_path) as opened:
        imported(opened, WRITER.write(material(*items)))
        places = [re.findall(r"<li>([^<]*)</li>", front(opened, each)).index(each.key[0]) for each in items]
    assert {0, 1, 2, 3} == {*places}
    assert max(map(places.count, range(4))) <= 30


def test_a_claimant_stands_on_the_back(plain_cards: Collection) -> None:
    assert "As claimed by the Karst Gazette." in cards(plain_cards)[0].answer()
    assert "As claimed" not in cards(plain_cards)[1].answer()


def test_a_card_keeps_mathjax_out(plain_cards: Collection) -> None:
    assert all("mathjax_ignore tex2jax_ignore" in side for card in cards(plain_cards) for side in (card.question(), card.answer()))


def test_a_campaign_without_items_makes_an_empty_package(tmp_path: Path) -> None:
    nothing: tuple[Campaign, ...] = ()
    with collection(tmp_path) as opened:
        assert 0 == imported(opened, WRITER.write(Material("Nothing", nothing))).found_notes
