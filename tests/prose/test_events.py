"""Sentences → events: side, action, object, place, hedge, kind, and the caption."""

import pytest

from tests.prose.telling import CIVIL, captions, rows, told

LABELS = "The rebels came. Government forces came. The Army came."
ARTICLE = "==Lead==\n" + LABELS + "\n\nOn 2 May, {}"

# what the sentence says after "On 2 May," → the captions of its events
CAPTIONS = {
    "a capture": ("the rebels captured Orl village.", ["Rebels capture Orl village"]),
    "synonyms": ("the rebels took control of the Steel Factory.", ["Rebels capture the Steel Factory"]),
    "a recapture under an alias": ("the Army retook the Steel Factory.", ["Government forces recapture the Steel Factory"]),
    "managed to": ("the rebels managed to seize the Steel Factory.", ["Rebels capture the Steel Factory"]),
    "passive": ("the Steel Factory was also taken by the rebels.", ["Rebels capture the Steel Factory"]),
    "passive without an agent": ("the Steel Factory was captured.", ["The Steel Factory is captured"]),
    "an agent that nobody knows": ("the Steel Factory was captured by the Zorns.", []),
    "a list": (
        "the rebels captured the Steel Factory and most of the Dorn Academy.",
        ["Rebels capture the Steel Factory", "Rebels capture most of the Dorn Academy"],
    ),
    "two acts": (
        "the rebels took control of Orl village and reached Hill 12.",
        ["Rebels capture Orl village", "Rebels reach Hill 12"],
    ),
    "it": ("the rebels entered the Steel Factory and captured it.", ["Rebels enter the Steel Factory", "Rebels capture the Steel Factory"]),
    "it of two": ("the rebels entered Orl village, reached Hill 12 and captured it.", ["Rebels enter Orl village", "Rebels reach Hill 12"]),
    "part of a list": ("the Army recaptured all positions lost there, including Orl village.", ["Government forces recapture Orl village"]),
    "a trailing hedge": ("the rebels seized Orl village, or at least part of it.", ["Rebels capture at least part of Orl village"]),
    "hedged": ("the rebels reportedly seized Orl village.", ["Rebels reportedly capture Orl village"]),
    "hedged twice": ("the rebels reportedly seized parts of Orl village.", ["Rebels reportedly capture parts of Orl village"]),
    "per cent": ("the rebels secured 30 percent of Orl village.", ["Rebels secure 30 percent of Orl village"]),
    "counted": ("the rebels captured two hills and a factory.", []),
    "pointing back": ("the rebels captured the base.", []),
    "the former": ("the rebels destroyed the former school.", []),
    "an attack": ("the rebels launched a large assault on the Steel Factory.", ["Rebels launch a large assault on the Steel Factory"]),
    "an attack, passive": ("a new rebel assault was launched on the Steel Factory.", ["Rebels launch an assault on the Steel Factory"]),
    "an attack's owner": ("a rebel attack on the Steel Factory started.", ["Rebels begin an attack on the Steel Factory"]),
    "an attack of nobody": ("an attack on the Steel Factory started.", ["An attack begins on the Steel Factory"]),
    "targets": ("the third rebel assault was launched, targeting Orl village.", ["Rebels launch a third assault targeting Orl village"]),
    "their attack": ("the rebels resumed their attack on the Steel Factory.", []),
    "fighting": ("heavy fighting continued at the Steel Factory.", ["Heavy fighting continues at the Steel Factory"]),
    "fighting nowhere": ("heavy fighting continued.", []),
    "reported": ("fighting was reported at the Steel Factory.", ["Fighting is reported at the Steel Factory"]),
    "repelled with its owner": (
        "the rebel attack on the Steel Factory was repelled.",
        ["Government forces repel the attack on the Steel Factory"],
    ),
    "a siege": ("the siege of eastern Vessen resumed.", ["The siege of eastern Vessen resumes"]),
    "a road": (
        "the Army cut the road between Orl village and Hill 12.",
        ["Government forces cut the road between Orl village and Hill 12"],
    ),
    "outskirts": ("the Army reached the outskirts of Vessen.", ["Government forces reach the outskirts of Vessen"]),
    "an advance": ("rebels inside Vessen advanced into Orl village.", ["Rebels inside Vessen advance into Orl village"]),
    "an advance nowhere": ("the rebels advanced.", []),
    "reinforcements": ("government reinforcements arrived at Hill 12.", ["Government reinforcements arrive at Hill 12"]),
    "counted men": ("two rebel car-bombers attacked the Steel Factory.", ["Two rebel car-bombers attack the Steel Factory"]),
    "two actors": ("the Zorn 4th Division and the Army captured Hill 12.", ["Hill 12 is captured"]),
    "two known actors": ("the Army and the rebels captured Hill 12.", ["Hill 12 is captured"]),
    "an actor after another's act": (
        "the rebels entered Orl village and the Army captured Hill 12.",
        ["Rebels enter Orl village", "Government forces capture Hill 12"],
    ),
    "backed by": ("the Army, backed by the Ostrian Air Force, captured Hill 12.", ["Government forces capture Hill 12"]),
    "a state": ("the rebels were still in control of the Steel Factory.", ["Rebels hold the Steel Factory"]),
    "an announcement": (
        "the rebels announced the Army's siege of Orl village had been broken.",
        ["Rebels announce that the government forces' siege of Orl village has been broken"],
    ),
    "an announcement of more": ("the rebels announced that they were pleased.", []),
    "losses": ("rebel forces suffered heavy casualties with several men killed.", ["Rebels suffer heavy casualties"]),
    "while": ("it rained, while the rebels captured Hill 12.", ["Rebels capture Hill 12"]),
    "a new subject": ("the rebels left and the Army captured Hill 12.", ["Government forces capture Hill 12"]),
    "started to": ("the rebels started to bomb the Steel Factory.", ["Rebels bomb the Steel Factory"]),
    "tried to": ("the rebels tried to capture Hill 12 and retake Orl village.", []),
    "an attempt": ("the rebels advanced in an attempt to capture Hill 12.", []),
    "not": ("the rebels never captured Hill 12.", []),
    "would": ("the rebels would capture Hill 12.", []),
    "planned to": ("the rebels planned to capture Hill 12.", []),
    "could not": ("the rebels were unable to capture Hill 12.", []),
    "before then": ("the rebels had captured Hill 12.", []),
    "after it": ("it rained after the rebels captured Hill 12.", []),
    "who": ("the men who captured Hill 12 slept.", []),
    "as an adjective": ("the captured Hill 12 was quiet.", []),
    "took part": ("the rebels took part in talks.", []),
    "took something unnamed": ("the rebels took bread.", []),
    "another power": ("Zornish forces captured Hill 12.", ["Zornish forces capture Hill 12"]),
    "an army of that name": ("the Army of Dawn captured Hill 12.", ["Hill 12 is captured"]),
}


@pytest.mark.parametrize(("prose", "found"), CAPTIONS.values(), ids=CAPTIONS)
def test_a_caption_says_what_was_done_and_stands_alone(prose, found):
    assert found == captions(ARTICLE.format(prose), **CIVIL)


def test_two_objects_are_two_events_of_one_sentence():
    events = told(ARTICLE.format("the rebels captured the Steel Factory and most of the Dorn Academy."), **CIVIL).events
    assert ["Steel Factory", "Dorn Academy"] == [e.object for e in events]
    assert [None, "most of"] == [e.hedge for e in events]
    assert events[0].sentence is events[1].sentence
    assert ["1921-05-02-1-capture-steel-factory", "1921-05-02-1-capture-dorn-academy"] == [e.id for e in events]


def test_equal_events_of_a_day_keep_different_ids():
    prose = ARTICLE.format("the rebels captured Hill 12. Later that day, the rebels captured Hill 12.")
    assert ["1921-05-02-1-capture-hill-12", "1921-05-02-1-capture-hill-12-2"] == [e.id for e in told(prose, **CIVIL).events]


def test_a_date_in_a_clause_is_that_clauses_own():
    prose = ARTICLE.format("the rebels captured Hill 12, as was shown on the next day.")
    assert [("1921-05-02", "1", "capture"), ("1921-05-03", "None", "None")] == rows(prose, "date", "side", "action", **CIVIL)


def test_a_sentence_that_ends_on_its_date_tells_all_of_it_then():
    prose = LABELS + "\n\nThe siege of eastern Vessen resumed when the Army captured Hill 12 on 4 May."
    assert [("1921-05-04", "resume"), ("1921-05-04", "capture")] == rows(prose, "date", "action", **CIVIL)


def test_by_a_day_tells_what_had_been_done_by_then():
    prose = ARTICLE.format("it rained.\n\nBy 4 May, the Army counter-attack had recaptured Hill 12.")
    assert ("1921-05-04", "True", "2", "recapture", "Hill 12") in rows(prose, "date", "by", "side", "action", "object", **CIVIL)


def test_an_attack_repelled_is_repelled_by_the_other_side_than_the_one_told_to_attack():
    prose = ARTICLE.format("the rebel assault on Hill 12 was slow. The attack on Hill 12 was repelled.")
    assert "Government forces repel the attack on Hill 12" in captions(prose, **CIVIL)


def test_an_attack_of_which_nothing_was_told_is_repelled_by_nobody_named():
    assert ["The attack on Hill 12 is repelled"] == captions(ARTICLE.format("the attack on Hill 12 was repelled."), **CIVIL)


def test_men_repelled_in_a_fight_are_repelled_at_its_place():
    prose = ARTICLE.format("fighting continued at Hill 12, with the rebels eventually being repelled.")
    assert ["Fighting continues at Hill 12", "Government forces repel rebels at Hill 12"] == captions(prose, **CIVIL)


@pytest.mark.parametrize(
    ("prose", "kind", "side"),
    [
        ("the rebels dug in.", "action", "1"),
        ("the rebels were cold.", "state", "1"),
        ("the rebels were fed.", "state", "None"),
        ("the rebels said that it rained.", "announcement", "1"),
        ("rain gave the Army time to sleep.", "action", "2"),
        ("it rained.", "action", "None"),
    ],
)
def test_what_no_action_of_the_list_tells_is_an_event_without_caption(prose, kind, side):
    assert [("1921-05-02", kind, side, "None", "None")] == rows(ARTICLE.format(prose), "date", "kind", "side", "action", "caption", **CIVIL)


@pytest.mark.parametrize(
    "prose",
    [
        "the rebels were preparing an assault.",
        "the hill is high.",
        "it was to rain.",
        "the rain would stop.",
    ],
)
def test_plans_and_descriptions_are_no_events(prose):
    assert [] == rows(ARTICLE.format(prose), "date", **CIVIL)


def test_what_had_been_done_on_a_day_is_told_as_done_by_then():
    assert [("1921-05-02", "True")] == rows(ARTICLE.format("the town had burnt down before it rained."), "date", "by", **CIVIL)


def test_a_day_outside_the_campaign_is_told_only_where_it_is_named():
    prose = LABELS + "\n==Later==\nOn 3 July 1921, it rained. It was cold."
    assert [("1921-07-03",)] == rows(prose, "date", **CIVIL)


def test_each_date_of_a_list_is_an_event():
    prose = LABELS + "\n\nThe towns were lost in turn: Orl, on 3 May, and Dorn, on 5 May."
    assert [("1921-05-03",), ("1921-05-05",)] == rows(prose, "date", **CIVIL)


def test_each_clause_with_a_day_of_its_own_is_an_event():
    prose = (
        LABELS + "\n\nOn 2 May, it rained. The column, which had left Orl on 4 May, was to rest on 6 May until guns were heard on 7 May."
    )
    assert [("1921-05-02",), ("1921-05-04",), ("1921-05-07",)] == rows(prose, "date", **CIVIL)


@pytest.mark.parametrize(
    "prose", ["After the defeat on 3 May, they slept.", "They would come on 3 May.", "The town, lost since 3 May, slept."]
)
def test_a_day_of_no_deed_is_no_event(prose):
    assert [] == rows(LABELS + "\n\n" + prose, "date", **CIVIL)


@pytest.mark.parametrize("prose", ["They held out until 5 May.", "From 5 May, ships shelled the town."])
def test_where_something_lasting_began_or_ended_is_its_day(prose):
    assert [("1921-05-05", "None")] == rows(LABELS + "\n\n" + prose, "date", "caption", **CIVIL)


ERAS = {
    "antiquity": (
        {"Date": "June 190 BC", "Combatant1": "Roman Republic", "Combatant2": "Seleucid Empire"},
        "On 3 June 190 BC, the Romans besieged Lamia city. On 9 June, Roman forces captured Lamia.",
        ["The Romans besiege Lamia", "Roman forces capture Lamia"],
    ),
    "1708": (
        {"Date": "4 July 1708", "Combatant1": "Sweden", "Combatant2": "Tsardom of Russia"},
        "On 3 July, the Swedes crossed the Vabich River. Russian troops withdrew to Gorki village on 4 July.",
        ["The Swedes cross the Vabich River", "Russian troops withdraw to Gorki village"],
    ),
    "1944": (
        {
            "Date": "6–29 October 1944",
            "Combatant1": "Germany",
            "Combatant2": "Soviet Union",
            "Commander2": "Issa Pliyev",
            "Units1": "23rd Panzer Division",
        },
        "On 22 October 1944, Pliyev's group captured the town of Nyir. On 26 October, the 23rd Panzer Division recaptured Nyir. "
        "The Germans fell back to Ujvar village. British forces entered Somlo village.",
        [
            "Pliyev's group captures Nyir",
            "The 23rd Panzer Division recaptures Nyir",
            "The Germans withdraw to Ujvar village",
            "British forces enter Somlo village",
        ],
    ),
}


@pytest.mark.parametrize(("box", "prose", "found"), ERAS.values(), ids=ERAS)
def test_powers_are_known_by_their_adjectives_and_peoples(box, prose, found):
    assert found == captions(prose, **box)


def test_a_people_on_both_sides_names_neither():
    box = {"Date": "6–29 October 1944", "Combatant1": "Germany, Hungary", "Combatant2": "Kingdom of Hungary"}
    assert [("None", "None")] == rows("On 7 October, the Hungarians slept.", "side", "action", **box)


@pytest.mark.parametrize(
    ("prose", "caption"),
    [
        ("The 2nd Vessen Army captured Orl village on 3 May.", "The 2nd Vessen Army captures Orl village"),
        ("On 3 May, elements of the 4th Hill Brigade reached Orl village.", "Elements of the 4th Hill Brigade reach Orl village"),
        ("On 3 May, the bulk of the 4th Hill Brigade reached Orl village.", "The bulk of the 4th Hill Brigade reaches Orl village"),
        ("On 3 May, the Germans entered Orl village.", "The Germans enter Orl village"),
        ("On 3 May, German aircraft bombed Orl village.", "German aircraft bomb Orl village"),
        ("Orl village was taken by the 4th Hill Brigade on 3 May.", "The 4th Hill Brigade captures Orl village"),
    ],
)
def test_a_formation_or_a_people_of_no_known_side_acts_under_its_name(prose, caption):
    assert [caption] == captions(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "Marn intended that the 4th Hill Brigade hold on, while the 2nd Hill Brigade captured Orl village.",
        "The 4th Hill Brigade launched the attack.",
        "The 4th Hill Brigade suffered 1,145.",
        "The 4th Hill Brigade suffered a further 14 casualties.",
        "The Germans were pushed back.",
        "The 4th Hill Brigade reached Orl and Dorn Roads.",
        "The 4th Hill Brigade captured an old bridge near Orl village.",
        "The 4th Hill Brigade cut the road between Orl and there.",
    ],
)
def test_a_plan_a_shared_noun_or_a_word_that_points_back_makes_no_caption(prose):
    assert [] == captions(f"On 3 May, rain fell on Orl village.\n\nOn 4 May, it rained. {prose}")


def test_an_account_of_later_days_is_no_event():
    prose = "On 3 May, it rained. In his memoirs, Marn asserted that the sun shone. Orde fell."
    assert ["1921-05-03", "1921-05-03"] == [date for (date,) in rows(prose, "date")]


def test_two_days_of_one_sentence_are_two_events():
    prose = "The rain began on 3 May and lasted until 5 May, when the snow fell."
    assert [("1921-05-03",), ("1921-05-05",)] == rows(prose, "date")


@pytest.mark.parametrize(
    "prose",
    [
        "The column left Orl, guarded by horse, on 4 May.",
        "The column left Orl without a sound on 4 May.",
        "At 3:30 p.m. on 4 May, the column left Orl.",
        "The raid, on the night of 4 May, went on.",
        "They were sold out, and on 4 May the column left.",
    ],
)
def test_a_day_belongs_to_the_verb_that_it_stands_by(prose):
    assert [("1921-05-04",)] == rows(LABELS + "\n\n" + prose, "date", **CIVIL)


@pytest.mark.parametrize("prose", ["The sea was calm.", "Scholars argue that few came.", "They were said to have come years ago."])
def test_how_the_one_day_was_and_what_is_said_of_it_are_no_events(prose):
    assert [] == rows("==Battle==\n" + prose, "date", Date="2 May 1921")


def test_what_was_done_on_the_one_day_is_an_event_of_that_day():
    assert [("1921-05-02",)] * 2 == rows("==Battle==\nShips fired.\n\nBoth towers were soon struck by shells.", "date", Date="2 May 1921")


def test_an_allied_people_does_not_make_a_deed_of_a_state():
    assert [] == rows("On 3 May, Allied losses unknown.", "date")
