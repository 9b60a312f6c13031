"""How the prose calls the sides."""

import pytest

from tests.prose.telling import CIVIL, rows, told

PROSE = "The insurgents held Orl village. Government troops came, and the Army attacked. The military was tired. The Army of Dawn slept."


def names(prose, **box):
    return [[label.value for label in (side.label, *side.aliases) if label] for side in told(prose, **box).sides]


def test_the_side_with_the_forces_of_a_state_is_the_governments():
    assert [["insurgents"], ["government troops", "Army", "military"]] == names(PROSE, **CIVIL)


def test_the_state_may_stand_first():
    box = {"Combatant1": "Government of Ostria", "Combatant2": "Mountain League"}
    assert [["government troops", "Army", "military"], ["insurgents"]] == names(PROSE, **box)


@pytest.mark.parametrize(
    ("prose", "box"),
    [
        (PROSE, {"Combatant1": "People's Front", "Combatant2": "Mountain League"}),
        (PROSE, {"Combatant1": "Armed Forces of Ostria", "Combatant2": "Armed Forces of Vessen"}),
        (PROSE, {**CIVIL, "Combatant3": "Vessen Republic"}),
        ("The Army attacked the rebels.", CIVIL),
        ("Government forces came.", CIVIL),
        ("Government forces met the rebels and the mutineers.", CIVIL),
    ],
)
def test_without_certainty_no_side_has_a_label(prose, box):
    assert [] == [name for side in names(prose, **box) for name in side]


ALLIES = {
    "backing": "On 2 May, the Army backed by Zornish Air Force bombardment took Orl village. The Zornish Air Force bombed Orl.",
    "relieving": "On 2 May, the Zornish Air Force came to break the siege of the government-held town. The Zornish Air Force bombed Orl.",
}


@pytest.mark.parametrize("prose", ALLIES.values(), ids=ALLIES)
def test_who_backs_a_side_acts_for_it_under_its_own_name(prose):
    prose = f"The rebels held Orl village. Government forces came.\n\n{prose}"
    assert ("2", "Zornish Air Force", "bomb") in rows(prose, "side", "actor", "action", **CIVIL)


def test_who_backs_nobody_known_is_of_no_side():
    prose = "On 2 May, the Mayor backed by the Zornish Air Force left. The Zornish Air Force bombed Orl village."
    assert ("None", "bomb") in rows(prose, "side", "action", **CIVIL)


MANY = " ".join(f"The patriots dug {n} trenches at Orl." for n in range(60))


@pytest.mark.parametrize(
    "prose",
    [
        "Government forces came. Marn wrote, “The rebels held out.” The patriots held Orl village.",
        'Government forces came. He said "the rebels were many." The patriots held Orl village.',
        "The rebels held Orl village. The army came.\n\n== Aftermath ==\n\nThe loyalists left with the fleet.",
        "The rebels held Orl village. Some 1,100 Loyalists were with the fleet.",
        f"The rebels held Orl village. It fell to government forces. {MANY}",
    ],
    ids=("quoted", "quoted-straight", "aftermath", "party", "one-mention"),
)
def test_word_that_the_story_does_not_use_of_a_sides_fighters_is_no_label(prose):
    assert [] == [name for side in names(prose, **CIVIL) for name in side]
