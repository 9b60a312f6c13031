"""A whole infobox → a campaign; the article of the seeds in full; laws that hold for any box."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.infobox import LONGEST, read_infobox
from quizgen.infobox.keys import field_of, is_known, nearest
from quizgen.readers.flat import READER

SEED = Path(__file__).parents[2] / "seeds" / "aleppo-2016.txt"


def read(*lines):
    text = "\n".join(["= Battle of Orlam (1704) =", "", "Infobox", *lines, "", "The battle was fought."])
    return read_infobox(READER.read(text, "orlam.txt", "orlam"))


def codes(diagnostics):
    return [diagnostic.code for diagnostic in diagnostics]


@pytest.fixture(scope="module")
def aleppo():
    campaign, diagnostics = read_infobox(READER.read(SEED.read_text(encoding="utf-8"), SEED.name, SEED.stem))
    assert () == diagnostics
    return campaign


def test_aleppo_has_its_date_place_and_larger_conflicts(aleppo):
    assert ("aleppo-offensive-july-august-2016", "aleppo-2016") == (aleppo.id, aleppo.name)
    assert "2016-07-31/2016-08-06" == aleppo.date.value.edtf
    assert "Aleppo, Syria" == aleppo.place.value
    assert ["2016 Aleppo summer campaign", "Battle of Aleppo", "Syrian Civil War"] == [name.value for name in aleppo.part_of]


def test_aleppo_has_three_outcomes_and_no_victor(aleppo):
    assert (None, None, None) == (aleppo.result.winner, aleppo.result.verdict, aleppo.result.degree)
    assert [58, 62, 92] == [len(clause.value) for clause in aleppo.outcomes]


def test_aleppo_has_its_commanders(aleppo):
    rebels, army = aleppo.sides
    assert (5, 2) == (len(rebels.belligerents), len(army.belligerents))
    assert (16, 8) == (len(rebels.commanders), len(army.commanders))
    assert [("Mustafa Abu Jumaa", None, "KIA"), ("Wa’el Diyab", "Ajnad al-Sham commander", "WIA")] == [
        (c.name, c.role, c.fate) for c in reversed(rebels.commanders[-2:])
    ]
    assert ("Maj. Gen.", "Adib Mohammed", "Head of Aleppo security committee, replaced") == (
        army.commanders[1].rank,
        army.commanders[1].name,
        army.commanders[1].role,
    )
    assert [army.commanders[-1]] == [c for side in aleppo.sides for c in side.commanders if c.placeholder]
    assert [None, "KIA", "KIA", "KIA", None, "KIA", "KIA", "KIA", "KIA", "KIA", "KIA", None, "KIA", "KIA", "WIA", "KIA"] == [
        c.fate for c in rebels.commanders
    ]


def test_aleppo_has_its_orders_of_battle(aleppo):
    rebels, army = aleppo.sides
    assert (23, 10) == (len(rebels.units), len(army.units))
    assert 10 == sum(unit.parent == "Free Syrian Army" for unit in rebels.units)
    parents = {unit.name: unit.parent for side in aleppo.sides for unit in side.units}
    assert "Levant Front" == parents["Leon Sedov Brigade"]
    assert "Authenticity and Development Front" == parents["Thuwar al-Sham Battalion"]
    assert ["islamic-revolutionary-guard-corps/isfahan-corps/102nd-imam-hossein-battalion"] == [
        u.id for u in army.units if u.name.startswith("102nd")
    ]


def test_aleppo_has_its_figures(aleppo):
    rebels, army = aleppo.sides
    assert [(8000, 10000, True, "fighters")] == [(f.low, f.high, f.at_least, f.of) for f in rebels.strength]
    assert [(None, "soldiers"), (100, "tanks"), (400, "BMPs")] == [(f.low, f.of) for f in army.strength]
    assert [(500, "SOHR"), (469, "The Inside Source"), (800, "pro-government")] == [(f.low, f.claimed_by) for f in rebels.casualties]
    assert [(200, "SOHR"), (224, "The Inside Source")] == [(f.low, f.claimed_by) for f in army.casualties]
    assert [("killed", 130, "civilians")] == [(f.kind, f.low, f.of) for f in aleppo.civilian_casualties]


def test_every_quote_stands_on_its_line(aleppo):
    lines = SEED.read_text(encoding="utf-8").split("\n")
    leaves = [aleppo.title, aleppo.date, aleppo.place, aleppo.result, *aleppo.part_of, *aleppo.outcomes, *aleppo.civilian_casualties]
    leaves += [leaf for s in aleppo.sides for leaf in (*s.belligerents, *s.commanders, *s.units, *s.strength, *s.casualties)]
    assert [] == [leaf for leaf in leaves if leaf.source.quote not in lines[leaf.source.line - 1]]


def test_sides_stand_by_number_and_a_lower_one_is_kept_empty():
    campaign, diagnostics = read("- Combatant3: Aldern", "- Commander1: Jan Vos")
    assert [("1", 0), ("2", 0), ("3", 1)] == [(side.id, len(side.belligerents)) for side in campaign.sides]
    assert () == diagnostics


def test_keys_come_in_any_order_and_case():
    campaign, _ = read("- COMMANDER2: Jan Vos", "- combatant1a: Orlam", "- Combatant1b: Verre", "- Partof: the Long War", "- Date: 1704")
    assert ["Orlam", "Verre"] == [power.name for power in campaign.sides[0].belligerents]
    assert ["Jan Vos"] == [officer.name for officer in campaign.sides[1].commanders]


def test_figures_of_two_fields_keep_their_totals():
    campaign, _ = read("- Strength1: 2 squadrons (24 aircraft)", "- Milstrength1: 500 men (20 guns)")
    assert [None, 0, None, 2] == [figure.within for figure in campaign.sides[0].strength]


def test_equal_names_get_keys_of_their_own():
    campaign, _ = read("- Commander1: Jan Vos", "- Commander2: Jan Vos", "- Units1: 1st Corps, * 1st Division, * 1st Division")
    assert ["jan-vos", "jan-vos-2"] == [side.commanders[0].id for side in campaign.sides]
    assert ["1st-corps", "1st-corps/1st-division", "1st-corps/1st-division-2"] == [unit.id for unit in campaign.sides[0].units]


def test_the_victor_is_one_of_the_sides():
    campaign, _ = read("- Result: Dutch victory", "- Combatant1: France", "- Combatant2: Netherlands", "- Date: 1704")
    assert "2" == campaign.result.winner


def test_losses_of_no_side_are_civilian_only_if_they_say_so():
    campaign, diagnostics = read("- Casualties3: 40 killed", "- Combatant1: Orlam")
    assert ((), ["R205"]) == (campaign.civilian_casualties, codes(diagnostics))
    campaign, diagnostics = read("- Casualties3: 40 civilians killed", "- Combatant2: Orlam")
    assert ([40], []) == ([figure.low for figure in campaign.civilian_casualties], codes(diagnostics))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- Comander1: Jan Vos", "R201"),
        ("- Zzz: 5", "R201"),
        ("- Date: 1705", "R202"),
        ("- no key here", "R203"),
        ("- Territory: Orlam annexed", "R204"),
        (f"- Place: {'x' * (LONGEST + 1)}", "R206"),
    ],
)
def test_what_the_box_does_not_say_plainly_is_reported(line, code):
    _, diagnostics = read("- Date: 1704", line)
    assert [code] == codes(diagnostics)


@pytest.mark.parametrize(
    ("place", "kept"), [("x" * (LONGEST + 9), "x" * LONGEST), (f"{'Orlam ' * (LONGEST // 6)}Verrestown", "Orlam " * (LONGEST // 6))]
)
def test_of_a_giant_field_the_words_that_fit_are_read(place, kept):
    campaign, _ = read("- Date: 1704", f"- Place: {place}")
    assert kept.strip() == campaign.place.value


def test_of_a_key_that_stands_twice_the_first_counts():
    campaign, _ = read("- Date: 1704", "- date: 1705")
    assert "1704" == campaign.date.value.edtf


def test_a_wrong_key_gets_a_hint():
    _, (unknown,) = read("- Date: 1704", "- Comander1: Jan Vos")
    assert 'did you mean "commander1"?' == unknown.hint
    assert "" == nearest("zzz")


def test_keys_that_only_tell_of_looks_say_nothing():
    assert () == read("- Date: 1704", "- Map Type: Chad", "- Campaignbox: ,", "- image: x.png")[1]


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("Combatant1", ("belligerents", "1")),
        ("leadfigures2", ("commanders", "2")),
        ("howmany3", ("strength", "3")),
        ("Losses1", ("casualties", "1")),
        ("Partof", ("part_of", "")),
        ("Commander", None),
        ("Result1", None),
        ("", None),
    ],
)
def test_a_key_fills_its_field(key, field):
    assert field == field_of(key)
    assert is_known(key) == (field is not None)


KEYS = st.sampled_from(
    ["Date", "Place", "Partof", "Result", "Combatant1", "Commander1", "Units2", "Strength1", "Casualties1", "Casualties3"]
)
PARTS = [
    "Orlam",
    ", ",
    "(",
    ")",
    "*",
    "**",
    " ",
    "18px",
    "KIA",
    "†",
    "BC",
    "–",
    "1,000",
    "300 killed",
    ":",
    ";",
    "<br>",
    "Gen. ",
    " and ",
    " or ",
]
PARTS += [
    "May ",
    "1704",
    "victory",
    "the ",
    " of ",
    "War",
    "()",
    "~",
    "+",
    "“",
    "''",
    "unknown",
    "each",
    "0",
    "including ",
    "99",
    "\u200b",
    "(",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(KEYS, st.lists(st.sampled_from(PARTS), max_size=14)), min_size=1, max_size=5))
def test_no_box_breaks_the_reader_and_every_quote_is_true(box):
    lines = [f"- {key}: {''.join(parts)}" for key, parts in box]
    campaign, diagnostics = read(*lines)
    text = "\n".join(["= Battle of Orlam (1704) =", "", "Infobox", *lines]).split("\n")
    leaves = [leaf for s in campaign.sides for leaf in (*s.belligerents, *s.commanders, *s.units, *s.strength, *s.casualties)]
    assert all(leaf.source.quote in text[leaf.source.line - 1] for leaf in leaves)
    assert all(figure.low is None or figure.low <= figure.high for s in campaign.sides for figure in (*s.strength, *s.casualties))
    assert all(1 <= d.span.line <= len(text) and d.span.column - 1 + d.span.length <= len(text[d.span.line - 1]) for d in diagnostics)
