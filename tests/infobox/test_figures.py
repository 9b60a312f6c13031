"""Strength and casualties fields as the flat form leaves them."""

import pytest

from quizgen.article import Text
from quizgen.infobox.figures import read_casualties, read_strength


def shown(figure):
    bounds = "?" if figure.low is None else str(figure.low) if figure.low == figure.high else f"{figure.low}-{figure.high}"
    marks = "+" * figure.at_least + "<" * figure.at_most + "~" * figure.approximate
    told = (figure.of, "of "), (figure.who, ""), (figure.claimed_by, "by "), (figure.within, "in ")
    return " | ".join([f"{bounds}{marks}", *filter(None, [figure.kind]), *(f"{word}{part}" for part, word in told if part is not None)])


def strength(value):
    return [shown(figure) for figure in read_strength(Text(value, "box.txt", 9))[0]]


def losses(value):
    return [shown(figure) for figure in read_casualties(Text(value, "box.txt", 9))[0]]


STRENGTH = [
    ("8,000–10,000+ fighters", ["8000-10000+ | of fighters"]),
    ("Unknown number of soldiers, 100+ tanks, 400+ BMPs", ["? | of soldiers", "100+ | of tanks", "400+ | of BMPs"]),
    ("13,000", ["13000"]),
    ("unknown", ["?"]),
    ("c. 10,000 hoplites, 300 Spartans", ["10000~ | of hoplites", "300 | Spartans"]),
    ("27 ships of the line, 4 frigates", ["27 | of ships of the line", "4 | of frigates"]),
    ("73,000 (48,000 infantry, 250 guns)", ["73000", "48000 | of infantry | in 0", "250 | of guns | in 0"]),
    ("90,000 men (30,000 German, 60,000 Italian)", ["90000 | of men", "30000 | of men | German | in 0", "60000 | of men | Italian | in 0"]),
    ("9,000 men (12 battalions)", ["9000 | of men", "12 | of battalions | in 0"]),
    ("2 squadrons (24 aircraft)", ["2 | of squadrons", "24 | of aircraft | in 0"]),
    ("130,000 (Herodotus), 25,000 (modern estimate)", ["130000 | by Herodotus", "25000 | by modern estimate"]),
    ("Up to 1,200 (per rebels)", ["1200< | by rebels"]),
    ("Belgium:, c. 3,000 troops, Britain: 1 battalion", ["3000~ | of troops | Belgium", "1 | of battalion | Britain"]),
    ("4 destroyers, Tugboat", ["4 | of destroyers", "? | of Tugboat"]),
    ("4,500 men, Japanese Navy, 2 submarines", ["4500 | of men", "2 | of submarines | Japanese Navy"]),
    ("1 October:, 31 divisions and brigades, 741 aircraft", ["31 | of divisions and brigades", "741 | of aircraft"]),
    ("4 officers and 181 men of the 1st Company", ["4 | of officers", "181 | of men"]),
    ("1,300-strong detachment", ["1300 | of detachment"]),
    ("18 P-38G fighter aircraft, 3 Mi-24 helicopters", ["18 | of P-38G fighter aircraft", "3 | of Mi-24 helicopters"]),
    ("Light cruiser, Tugboat", ["? | of Light cruiser", "? | of Tugboat"]),
    ("1,200 Libyan soldiers, 300–400 CDR militia", ["1200 | of soldiers | Libyan", "300-400 | of militia | CDR"]),
    ("About 20,000 warriors, of whom 4,000 in reserve", ["20000~ | of warriors", "4000 | in 0"]),
    (
        "86,400 men (Polybius), * 80,000 infantry, 50,000 (De Sanctis)",
        ["86400 | of men | by Polybius", "80000 | of infantry | by Polybius", "50000 | by De Sanctis"],
    ),
    ("23,000 Swedes, * 15,000 infantry", ["23000 | Swedes", "15000 | of infantry | Swedes"]),
    ("Infantry 500, cavalry 300", ["500 | of Infantry", "300 | of cavalry"]),
    ("80,000[1]", ["80000"]),
    ("In Phase One:, 500 men, Phases One, Two and Three:, 700 men", ["500 | of men", "700 | of men"]),
    ("900 (U.S. claim), 700 (U.S. figures)", ["900 | by U.S.", "700 | by U.S. figures"]),
    ("900 men (SOHR), 700", ["900 | of men | by SOHR", "700"]),
    ("900 horses, 700 (SOHR)", ["900 | of horses", "700"]),
    ("Infantry: 5,000, Cavalry:, 300", ["5000 | of Infantry", "300 | of Cavalry"]),
]


def test_a_figure_under_a_date_says_so():
    figures, _ = read_casualties(Text("June 1942:, 900 men, 78 guns, Total:, 1,200 men", "box.txt", 9))
    assert ["900 men (June 1942)", "78 guns (June 1942)", "1,200 men"] == [figure.text for figure in figures]


def test_a_figure_under_a_heading_that_excludes_it_is_reported():
    figures, found = read_strength(Text("2 heavy cruisers, Did not take part:, 6 destroyers, Reserve:, 1 tug", "box.txt", 9))
    assert (["2 heavy cruisers", "1 tug"], ["R251", "R250"]) == ([figure.text for figure in figures], [d.code for d in found])


@pytest.mark.parametrize(("value", "figures"), STRENGTH)
def test_a_strength_is_read(value, figures):
    assert figures == strength(value)


LOSSES = [
    ("67 police and soldiers killed", ["67 | killed | of police and soldiers"]),
    ("4,600 wounded (by 29 March 2017; per Reed)", ["4600 | wounded | by Reed"]),
    ("Heavy", ["? | casualties"]),
    ("Very light losses", ["? | casualties"]),
    ("Unknown, perhaps 2,000 killed", ["2000~ | killed"]),
    ("6,400 dead (Herodotus)", ["6400 | killed | by Herodotus"]),
    ("Polybius:, 70,000 killed, Livy:, 48,200 killed", ["70000 | killed | by Polybius", "48200 | killed | by Livy"]),
    (
        "100 infantry and 1,000 cavalry (according to Arrian)",
        ["100 | casualties | of infantry | by Arrian", "1000 | casualties | of cavalry | by Arrian"],
    ),
    ("Various estimates:, 1,500 killed (Reed), 2,000 killed (Voss)", ["1500 | killed | by Reed", "2000 | killed | by Voss"]),
    (
        "Over 1,300 killed:, 52 officers, 727 regulars, 2 guns captured",
        ["1300+ | killed", "52 | killed | of officers | in 0", "727 | killed | of regulars | in 0", "2 | guns captured | of guns"],
    ),
    (
        "5,700 killed, * 4,000 infantry, * 200 cavalry",
        ["5700 | killed", "4000 | killed | of infantry | in 0", "200 | killed | of cavalry | in 0"],
    ),
    ("4 horses killed", ["4 | killed | of horses"]),
    ("300 interned, 6 ships disarmed", ["300 | interned", "6 | ships disarmed | of ships"]),
    (
        "500 killed (SOHR claim), 469 killed (The Inside Source), 800+ killed (pro-government claim)",
        ["500 | killed | by SOHR", "469 | killed | by The Inside Source", "800+ | killed | by pro-government"],
    ),
    ("60 killed (SOHR), 12 killed (government)", ["60 | killed | by SOHR", "12 | killed | by government"]),
    ("36 killed (Thai figures)", ["36 | killed | by Thai figures"]),
    ("60 killed (SOHR)", ["60 | killed"]),
    ("2 tanks lost, * 4 crewmen", ["2 | tanks lost | of tanks", "4 | casualties | of crewmen"]),
    ("U-20 12 killed", ["12 | killed"]),
    ("Per SOHR: 85 killed, Per government: 40 killed", ["85 | killed | by SOHR", "40 | killed | by government"]),
    ("50 dead and 100 wounded per Polish sources", ["50 | killed | by Polish sources", "100 | wounded | by Polish sources"]),
    ("71 Orlam soldiers and 11 CDR fighters killed", ["71 | killed | of soldiers | Orlam", "11 | killed | of fighters | CDR"]),
    (
        "114 militants killed (11 bombers), 23 of them by air",
        ["114 | killed | of militants", "11 | killed | of bombers | in 0", "23 | killed | in 0"],
    ),
    ("3,500 casualties, (incl. 630 killed)", ["3500 | casualties", "630 | killed | in 0"]),
    ("7,763 casualties including 4,000 killed", ["7763 | casualties", "4000 | killed | in 0"]),
    ("60,000, * 13,000 dead, * 47,000 wounded", ["60000 | casualties", "13000 | killed | in 0", "47000 | wounded | in 0"]),
    (
        "12 guns lost, 92 casualties, * 17 dead, * 75 wounded",
        ["12 | guns lost | of guns", "92 | casualties", "17 | killed | in 1", "75 | wounded | in 1"],
    ),
    (
        "92 overall, 17 dead, 63 wounded, 12 missing",
        ["92 | casualties", "17 | killed | in 0", "63 | wounded | in 0", "12 | missing | in 0"],
    ),
    ("28 killed, 57 missing, Total:, 85", ["28 | killed | in 2", "57 | missing | in 2", "85 | casualties"]),
    ("41,000 killed, wounded or missing, 220 guns lost", ["41000 | casualties", "220 | guns lost | of guns"]),
    ("700-850 killed and wounded", ["700-850 | killed_or_wounded"]),
    ("700 killed and captured", ["700 | killed_or_captured"]),
    ("30 captured/missing", ["30 | captured_or_missing"]),
    ("60 wounded or captured", ["60 | wounded_or_captured"]),
    ("19 killed or missing and 64 wounded or sick", ["19 | killed_or_missing", "64 | wounded"]),
    ("22,000 (POW), 12,887 (est.)", ["22000 | captured", "12887~ | casualties"]),
    (
        "2 heavy cruisers severely damaged, 25 aircraft shot down",
        ["2 | heavy cruisers severely damaged | of heavy cruisers", "25 | aircraft shot down | of aircraft"],
    ),
    ("13 tanks captured, 81 captured", ["13 | tanks captured | of tanks", "81 | captured"]),
    ("29 aircraft destroyed, ~ 21 damaged", ["29 | aircraft destroyed | of aircraft", "21~ | aircraft damaged | of aircraft"]),
    ("5,700 killed, * 4,000 infantry, * 12 guns lost", ["5700 | killed", "4000 | killed | of infantry | in 0", "12 | guns lost | of guns"]),
    ("5,700 killed, * 400 losses of the guard", ["5700 | killed", "400 | casualties | in 0"]),
    ("900 casualties (including 12 guns lost)", ["900 | casualties", "12 | guns lost | of guns | in 0"]),
    ("3 tanks lost (12 crewmen)", ["3 | tanks lost | of tanks", "12 | casualties | of crewmen | in 0"]),
    ("90 casualties, 40 killed, 50 tanks lost", ["90 | casualties", "40 | killed", "50 | tanks lost | of tanks"]),
    ("150 tanks damaged or knocked out", ["150 | tanks damaged or knocked out | of tanks"]),
    ("1,749 French tanks destroyed", ["1749 | tanks destroyed | of tanks | French"]),
    ("Pegasus sunk, 39 killed", ["? | Pegasus sunk | of Pegasus", "39 | killed"]),
    ("None", ["0 | casualties"]),
    ("Unknown; 3 executed", ["? | casualties"]),
    ("Unknown number captured", ["? | captured"]),
    ("2,453", ["2453 | casualties"]),
    ("German, 3,360 men, Italian, 125 tanks", ["3360 | casualties | of men | German", "125 | tanks | of tanks | Italian"]),
    (
        "; American, Personnel:, 14 to 20 dead, Materiel:, 221 tanks lost",
        ["14-20 | killed | American", "221 | tanks lost | of tanks | American"],
    ),
    ("From 77 dead to 110 killed (US estimate)", ["77-110 | killed | by US estimate"]),
    ("From 77 dead to 110 killed and 5 wounded", ["77-110 | killed", "5 | wounded"]),
    ("Civilian casualties:, 2 Finnish refugees wounded, 40 killed", ["2 | wounded | of refugees | Finnish", "40 | killed | of civilians"]),
    ("40–150 townsmen killed, committed suicide, or went missing out of 300", ["40-150 | killed_or_missing | of townsmen"]),
    ("100 guns, mortars and howitzers", ["100 | guns, mortars and howitzers | of guns, mortars and howitzers"]),
    ("26 June:, 192 Athenians", ["192 | casualties | Athenians"]),
    ("500 men lost, 30 lost", ["500 | casualties | of men", "30 | casualties"]),
    (
        "15 missing, (including 3 officers) 200 tanks lost",
        ["15 | missing", "3 | missing | of officers | in 0", "200 | tanks lost | of tanks"],
    ),
]


@pytest.mark.parametrize(("value", "figures"), LOSSES)
def test_casualties_are_read(value, figures):
    assert figures == losses(value)


UNREAD = [
    "several hundred killed",
    "300 suicides",
    "41 Dakota",
    "13 fighters (air)",
    "~3,000 in hiding",
    "Over 90% of the army",
    "All light craft sunk",
    "Tugboat",
    "2 executed",
    "3 sunk",
]


@pytest.mark.parametrize("value", UNREAD)
def test_losses_that_are_not_understood_are_reported_and_left_out(value):
    figures, remarks = read_casualties(Text(value, "box.txt", 9))
    assert ((), ["R250"]) == (figures, [remark.code for remark in remarks])


@pytest.mark.parametrize(
    "value", ["II Corps", "Dozens of aircraft", "338 evacuated", "2 others", "Fleet in harbour", "Infantry Regiment 11"]
)
def test_a_strength_that_is_not_understood_is_reported_and_left_out(value):
    figures, remarks = read_strength(Text(value, "box.txt", 9))
    assert ((), ["R250"]) == (figures, [remark.code for remark in remarks])


SAID = [
    ("Sea, 1 destroyer", 1),
    ("N/A", 0),
    ("3 escorts (1 during attack)", 1),
    ("Battery of 4 guns", 1),
    ("Total: 118,000", 1),
    ("Orlam: 4 guns, Verre:", 1),
]


@pytest.mark.parametrize(("value", "figures"), SAID)
def test_words_that_the_model_has_no_place_for_are_noted(value, figures):
    found, remarks = read_strength(Text(value, "box.txt", 9))
    assert (figures, ["R251"]) == (len(found), [remark.code for remark in remarks])


def test_what_follows_words_not_understood_is_of_no_contingent():
    assert ["5 | of guns | Orlam", "22 | of mortars"] == strength("Orlam: 5 guns, Some in the hills, 22 mortars")


def test_the_source_is_the_words_of_the_figure():
    text = Text("12 killed, 3,360 men (26 May)", "box.txt", 9)
    assert ["12 killed", "3,360 men (26 May)"] == [figure.source.quote for figure in read_casualties(text)[0]]


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("Total Marn force: 20,000, Engaged: 10,000–15,000 men", ["20,000 (Total Marn force)", "10,000–15,000 men (Engaged)"]),
        ("Marn: 900 men", ["900 men"]),
    ],
)
def test_a_figure_keeps_the_state_in_which_it_was_counted(value, texts):
    assert texts == [figure.text for figure in read_strength(Text(value, "box.txt", 9))[0]]
