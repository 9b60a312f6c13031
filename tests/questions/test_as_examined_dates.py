"""Examiners' findings on dates: what a note, a hedge or the prose has otherwise than the infobox is not asked plainly."""

import pytest

from quizgen import world
from quizgen.asking import ask
from quizgen.infobox import read_infobox
from quizgen.items import Format
from quizgen.naming import label_sides
from quizgen.prose import read_prose
from quizgen.readers import wikitext
from tests.questions.test_as_examined import ENDS, FIELDS, asked, of

pytestmark = pytest.mark.no_cover

OFTEN = "4–9 May 1940<ref group=Note>The start is often given as 3 May, by ship's time.</ref>"


def days(found):
    """Every day offered or stated by items that are not the key's."""
    return {wrong.text for item in found for wrong in item.distractors} | {item.stem for item in found if item.key == ("False",)}


@pytest.mark.parametrize(
    "note",
    [
        "<ref group=Note>The start is often given as 3 May, by ship's time.</ref>",
        "{{efn|Some writers prefer 3–9 May.}}",
        "<ref>Holm 1960, p. 12, has it begin on 3 May 1940.</ref>",
    ],
)
def test_a_day_in_a_note_at_the_date_is_no_wrong_answer_and_the_infobox_is_named(note):
    found = of("dates.start", date=f"4–9 May 1940{note}")
    assert found
    assert all("according to the infobox" in item.stem for item in found)
    assert not [text for text in days(found) if text.startswith("3 May") or " 3 May" in text]
    assert not {item.type for item in asked(date=f"4–9 May 1940{note}")} & {"dates.span", "dates.duration", "dates.within"}


def test_a_note_on_the_start_leaves_the_end_plain():
    assert not [item for item in of("dates.end", date=OFTEN) if "infobox" in item.stem]


@pytest.mark.parametrize(
    "note",
    [
        "<ref>{{cite news|title=The fall of Marn|date=3 May 1940}}</ref>",
        "<ref>Holm 1960, p. 207.</ref>",
        "<ref>''The Bell'', 3 May 1940</ref>",
    ],
)
def test_a_day_of_a_citation_is_none_of_the_battle(note):
    found = of("dates.start", date=f"4–9 May 1940{note}")
    assert found
    assert not [item for item in found if "infobox" in item.stem]


@pytest.mark.parametrize("date", ["4 May 1940 (most likely)", "4–9 May 1940 (traditional date)", "4 May 1940?", "probably 4 May 1940"])
def test_a_date_that_the_infobox_hedges_is_not_asked(date):
    assert not {item.type for item in asked(date=date)} & {*ENDS, "dates.span", "dates.within", "dates.month"}


def test_a_note_that_doubts_the_date_makes_it_the_infobox_s():
    found = [item for kind in ENDS for item in of(kind, date="4–9 May 1940{{efn|The exact days are disputed.}}")]
    assert found
    assert all("according to the infobox" in item.stem for item in found)


def test_old_style_is_no_wrong_answer():
    assert "3 May" not in days(of("dates.start", date="4 May 1940 [O.S. 3 May]"))


def test_a_start_that_the_prose_tells_otherwise_makes_no_day_and_no_month_wrong():
    told = {"date": "4–19 June 1940", "prose": "The battle commenced when the Verrans marched from Halm on 30 May 1940."}
    assert of("dates.within", date="4–19 June 1940")
    assert not of("dates.within", **told)
    found = of("dates.month", **told)
    assert found
    assert all("according to the infobox" in item.stem for item in found)
    assert "May" not in {wrong.text for item in found for wrong in item.distractors}
    assert not [item for item in of("dates.month", date="4–19 June 1940") if "infobox" in item.stem]


def test_a_month_told_before_the_start_makes_every_format_the_infobox_s():
    found = of("dates.start", date="1–19 June 1940", prose="In May 1940 the Verrans stormed the ridge of Tamm.")
    assert found
    assert all("according to the infobox" in item.stem for item in found)


def test_what_has_one_day_but_goes_on_in_the_prose_has_no_wrong_day_that_is_told_and_names_the_infobox():
    found = of("dates.start", date="4 May 1940", prose="The Verrans came ashore on 4 May. On 5 May a mine sank the ''Halm'' off Marn.")
    assert found
    assert all("according to the infobox" in item.stem for item in found)
    assert not [text for text in days(found) if "5 May" in text]
    assert all(wrong.why_false.startswith("By the infobox") for item in found for wrong in item.distractors)
    assert not [item for item in of("dates.start", date="4 May 1940") if "infobox" in item.stem]


def test_a_month_told_before_the_first_is_no_wrong_answer_and_the_infobox_is_named():
    found = of("dates.start", date="May–July 1940", prose="In April 1940 the Verrans stormed the ridge of Tamm.")
    assert {item.format for item in found} > {Format.MULTIPLE_CHOICE, Format.DATE}
    assert all("according to the infobox" in item.stem for item in found)
    assert not [text for text in days(found) if "April" in text]


def test_another_battle_that_lasted_so_long_is_not_this_one():
    other = "It was smaller than the 80-day Battle of Halm lasting from 1 April until 20 June 1940."
    assert {*ENDS} <= {item.type for item in asked(prose=other)}
    own = "The Battle of Marn lasted from 1 April until 20 June 1940."
    assert not {*ENDS} & {item.type for item in asked(prose=own)}


def test_a_gap_for_a_month_or_year_takes_no_place():
    (month,) = of("dates.month", Format.CLOZE)
    (year,) = of("dates.year", Format.CLOZE)
    assert "in the month of _____" in month.stem
    assert "in the year _____" in year.stem or "The year of" in year.stem


HELD = "In Tamm, Colonel Weiss held a small, rusty mortar on 6 May."


def gap_days(prose):
    return {wrong.text for item in of("dates.gap", Format.MULTIPLE_CHOICE, prose=prose) for wrong in item.distractors}


@pytest.mark.parametrize("other", ["On 7 May Tamm was shelled.", "From 7 to 8 May guns were heard in Tamm.", "On 7 May Weiss rode away."])
def test_a_day_on_which_the_text_names_the_same_is_no_wrong_answer(other):
    assert {"5 May", "7 May"} <= gap_days(HELD)
    assert "5 May" in gap_days(f"{HELD} {other}")
    assert "7 May" not in gap_days(f"{HELD} {other}")


@pytest.mark.parametrize(
    ("sound", "loose"),
    [
        ("In Tamm, Colonel Weiss lost a rusty mortar on 6 May.", "In Tamm, Colonel Weiss lost the rusty mortar on 6 May."),
        ("Near Tamm, the 3rd Foot lost a rusty mortar on 6 May.", "Near Tamm, the 3rd lost a rusty mortar on 6 May."),
        ("North of Fort Tamm, Colonel Weiss lost a mortar on 6 May.", "North of the Fort, Colonel Weiss lost a mortar on 6 May."),
        ("Near Tamm, Colonel Weiss rode out at 3 a.m. on 6 May.", "Near Tamm, Colonel Weiss saw the failure on 6 May."),
        ("On 6 May a small mortar was found at Tamm by Weiss.", "On 6 May stiff fighting ensued at Tamm, a village of Weiss."),
    ],
)
def test_a_sentence_that_points_back_or_goes_on_for_days_leaves_no_gap(sound, loose):
    assert of("dates.gap", prose=sound)
    assert not of("dates.gap", prose=loose)


def test_what_two_peoples_do_on_several_days_leaves_no_gap():
    told = "Near a small, rusty bridge, the Germans counter-attacked on 6 May and drove some Canadians back."
    assert of("dates.gap", prose=told)
    assert not of("dates.gap", prose=f"{told} On 8 May several German counterattacks failed.")


def test_what_is_told_of_two_days_is_chosen_and_not_typed():
    told = "In Tamm, Colonel Weiss attacked a small, rusty bridge on 6 May."
    assert {Format.CLOZE, Format.MULTIPLE_CHOICE} == {item.format for item in of("dates.gap", prose=told)}
    again = of("dates.gap", Format.MULTIPLE_CHOICE, prose=f"{told} On 8 May Weiss attacked Tamm in vain.")
    assert again
    assert "8 May" not in {wrong.text for item in again for wrong in item.distractors}
    assert not of("dates.gap", Format.CLOZE, prose=f"{told} On 8 May Weiss attacked Tamm in vain.")


def test_a_gap_of_a_campaign_of_two_years_says_which():
    (item, *_) = of(
        "dates.gap", date="4 November 1940 – 9 May 1941", prose="On 6 January 1941 Colonel Weiss spiked a small, rusty mortar of Tamm."
    )
    assert "On _____ 1941 Colonel" in item.stem


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("{{ubl|28 June 1709 ([[Old Style|O.S.]])|9 July 1709 ([[Gregorian calendar|N.S.]])}}", " (New Style)"),
        ("9 July 1709 (28 June O.S.)", " (New Style)"),
        ("28 June 1709 (O.S.)", " (Old Style)"),
        ("9 July 1709 (on a Tuesday)", ""),
    ],
)
def test_a_date_given_by_several_calendars_is_asked_by_the_one_named(date, name):
    found = [item for kind in ("dates.start", "dates.month") for item in of(kind, date=date)]
    assert {Format.MULTIPLE_CHOICE, Format.DATE} <= {item.format for item in found}
    assert all(("Style)" not in item.stem) if not name else name in item.stem for item in found)
    assert not {wrong.text for item in found for wrong in item.distractors if "New" in name} & {"June", "28 June"}


def test_a_roman_date_has_neither_style_and_is_the_infobox_s():
    by_note = "2 July 57 BC{{efn|By the unreformed calendar; by the Julian calendar it was about 28 May.}}"
    found = [item for kind in ("dates.start", "dates.month") for item in of(kind, date=by_note)]
    assert {Format.MULTIPLE_CHOICE, Format.DATE} <= {item.format for item in found}
    assert all("according to the infobox" in item.stem and "Style" not in item.stem for item in found)
    assert "May" not in {wrong.text for item in found for wrong in item.distractors}
    (plain, *_) = of("dates.start", date="2 July 57 BC")
    assert "infobox" not in plain.stem


def test_the_year_of_a_date_by_several_calendars_needs_none():
    found = of("dates.year", date="9 July 1709 (28 June O.S.)")
    assert found
    assert not [item for item in found if "Style" in item.stem]


ORDERED = "On 2 May 1709 (%s) Marn took Orl. On 5 May 1709 Marn took Kell. On 9 May 1709 Marn took Dorn. On 12 May 1709 Marn took Lorn."


def test_days_by_two_calendars_have_no_order():
    kinds = {"dates.order", "dates.first", "dates.next", "dates.statement_order"}
    assert kinds & {item.type for item in asked(prose=ORDERED % "a Monday", date="1–20 May 1709")}
    assert not kinds & {item.type for item in asked(prose=ORDERED % "O.S.", date="1–20 May 1709")}


def test_what_follows_a_day_and_precedes_another_is_dated_by_neither():
    told = "On 5 May 1940, Orland captured Tamm. To avoid encirclement, Verre abandoned Halm.{}"
    types = ("dates.phase", "events.cloze", "dates.of_event")
    assert [item for kind in types for item in of(kind, prose=told.format("")) if "Halm" in f"{item.stem} {item.key}"]
    unsure = told.format(" On 6 May 1940, Orland captured Kell.")
    assert not [item for kind in types for item in of(kind, prose=unsure) if "Halm" in f"{item.stem} {item.key}"]
    tied = unsure.replace("To avoid encirclement, Verre", "Meanwhile, Verre")
    assert [item for kind in types for item in of(kind, prose=tied) if "Halm" in f"{item.stem} {item.key}"]


def test_what_the_section_of_the_fight_tells_was_not_before_it():
    told = "On 3 May 1940, Orland occupied the town of Tamm."
    before = "Verre rearmed.\n\n== Background ==\n" + told
    assert [item for item in asked(prose=before) if "Tamm" in item.stem and "before" in item.stem.lower()]
    assert not [item for item in asked(prose=told) if "Tamm" in item.stem and "before" in item.stem.lower()]


LED = "The '''Battle of Marn''' was a battle in the Gulf of Orl during the Vandic War on 8–9 July 1940, between Orland and Verre."


def led(date, lead=LED):
    box = "\n".join(f"| {name} = {text}" for name, text in (FIELDS | {"date": date}).items())
    article = wikitext.read(f"{{{{Infobox military conflict\n{box}\n}}}}\n{lead}", "marn.wiki", "marn")
    return ask(world.load(label_sides(read_prose(article, read_infobox(article)[0])[0])))[0]


def test_the_days_of_the_lead_make_the_infobox_s_its_own():
    found = [item for item in led("8–10 July 1940") if item.type == "dates.end"]
    assert found
    assert all("infobox" in item.stem for item in found)
    assert not [text for text in days(found) if "9 July" in text]


def test_what_lasted_otherwise_by_the_lead_has_no_length():
    assert [item for item in led("8–9 July 1940") if item.type == "dates.duration"]
    assert not [item for item in led("8–10 July 1940") if item.type in ("dates.duration", "dates.span")]


@pytest.mark.parametrize(
    ("date", "lead"),
    [
        ("8–9 July 1940", LED),
        ("8–10 July 1940", LED.replace("on 8–9 July 1940", "from 8 July 1940")),
        ("8–10 July 1940", LED.replace("on 8–9", "begun after the march of 8–9")),
    ],
)
def test_the_days_of_the_lead_that_agree_or_are_another_s_name_no_infobox(date, lead):
    found = [item for item in led(date, lead) if item.type in (*ENDS, "dates.duration")]
    assert found
    assert not [item for item in found if "infobox" in item.stem]


def test_a_month_that_the_lead_runs_out_of_is_the_infobox_s():
    lead = LED.replace("8–9 July 1940", "29 June – 9 July 1940")
    found = [item for item in led("3–9 July 1940", lead) if item.type == "dates.month"]
    assert found
    assert all("infobox" in item.stem for item in found)
    assert not [text for text in days(found) if "June" in text]


@pytest.mark.parametrize("prose", ["On 6 May Vos attacked the camp in a battle that lasted eight days.", "It was a siege of six days."])
def test_how_long_something_lasted_does_not_keep_back_a_day_within(prose):
    assert of("dates.within", prose=prose)


def test_what_came_on_the_last_day_or_is_told_of_the_aftermath_may_have_come_after():
    told = "On {} May 1940, Orland captured Tamm."
    assert of("dates.phase", prose=told.format(7))
    assert not of("dates.phase", prose=told.format(9))
    assert not of("dates.phase", prose="The guns fell silent.\n\n== Aftermath ==\n" + told.format(7))


def test_who_occupied_the_place_before_the_battle_may_have_held_it_then():
    assert of("dates.phase", prose="On 1 May 1940, Orland occupied Tamm.")
    assert not of("dates.phase", prose="On 1 May 1940, Orland occupied Marn.")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Battle of Marn", "Attacks followed daily until 11 May, the last day of the German battle, without result."),
        ("Battle of Marn", "The German battle ended on 11 May 1940."),
        ("Operation Marn", "The Anglo-German offensive ended on 11 May 1940."),
    ],
)
def test_an_end_that_the_prose_has_otherwise_under_a_people_s_name_is_the_infobox_s(title, told):
    box = {"combatant2": "[[Germany]]", "conflict": title}
    assert not [item for item in of("dates.end", **box) if "infobox" in item.stem]
    found = of("dates.end", **box, prose=told)
    assert found
    assert all("according to the infobox" in item.stem for item in found)
    assert "11 May" in days(of("dates.end", **box))
    assert "11 May" not in days(found)
    assert not {item.type for item in asked(**box, prose=told)} & {"dates.within", "dates.duration", "dates.span"}


def test_an_end_by_a_later_day_makes_the_days_up_to_it_no_wrong_answers():
    box = {"combatant2": "[[Germany]]", "date": "4–5 May 1940"}
    by = "By 7 May, the German battle had ended."
    for kind in ("dates.end", "dates.duration"):
        assert not [item for item in of(kind, **box) if "infobox" in item.stem]
        assert of(kind, **box, prose=by)
        assert all("according to the infobox" in item.stem for item in of(kind, **box, prose=by))
    assert {"4"} & {wrong.text for item in of("dates.duration", **box) for wrong in item.distractors}
    assert not {"4"} & {wrong.text for item in of("dates.duration", **box, prose=by) for wrong in item.distractors}


def test_a_day_no_later_than_a_last_surrender_is_not_outside():
    held = {"date": "1–24 May 1940", "prose": "The last fort surrendered only on 10 June 1940."}
    assert "31 May" in days(of("dates.within", date=held["date"]))
    assert "31 May" not in days(of("dates.within", **held))


@pytest.mark.parametrize("more", ["The siege lasted for four hard days.", "The men ran out of bread on 8 May."])
def test_an_attack_may_go_on_to_the_days_that_its_section_tells_of(more):
    prose = "=== Siege of Tamm ===\nThe 3rd Vandic Division (Holm) attacked Tamm on 6 May 1940. {}"
    assert "7 May" in days(of("dates.gap", prose=prose.format("")))
    found = of("dates.gap", prose=prose.format(more))
    assert not {"7 May", "8 May"} & days(item for item in found if "attacked" in item.stem)


def test_a_title_of_which_days_are_cut_off_has_a_fellow_of_the_same_year():
    sisters = {"conflict": "Marn Offensive (4–9 May 1940)", "date": "4–9 May 1940"}
    assert not {item.type for item in asked(**sisters)} & {*ENDS, "dates.span", "dates.month", "dates.within"}
    assert {*ENDS} <= {item.type for item in asked(**sisters | {"conflict": "Marn Offensive (1940)"})}
