"""What the prose hedges or tells otherwise than the box: asked as settled by nothing."""

import pytest

from tests.infobox.boxed import boxed

LEAD = "The '''Battle of Vand''' was fought in 1940. "
FIGURES = {
    "a guess": ("60,000 casualties", "Italian losses were possibly as high as 60,000.", True),
    "a bound": ("60,000 casualties", "The Italians lost as many as 60,000 men.", True),
    "the same, said plainly": ("60,000 casualties", "Italian losses were 60,000.", False),
    "a bound of the others": ("60,000 casualties", "The Japanese lost as many as 60,000 men.", False),
    "another total": ("5,000+ casualties", "The Italians suffered over 7,000 casualties.", True),
    "the former": (
        "5,000+ casualties",
        "It cost the Italians and Japanese much; the former suffered over 7,000 casualties, while the latter lost few.",
        True,
    ),
    "the latter": (
        "5,000+ casualties",
        "It cost the Italians and Japanese much; the former lost few, while the latter suffered 7,000 casualties.",
        False,
    ),
    "the same beside another": ("5,000 casualties", "The Italians suffered 5,000 casualties of their 7,000 men.", False),
    "other ships": ("386 ships damaged", "At sea, 368 Allied ships were damaged.", True),
    "the same ships": ("386 ships damaged", "At sea, 386 Allied ships were damaged.", False),
    "a few ships": ("386 ships damaged", "In May, 8 ships were damaged.", False),
    "guns left behind": ("2,472 field guns lost", "Left behind in Orland were 880 field guns.", True),
    "guns among the losses": ("2,472 field guns", "Left behind in Orland were 880 field guns.", True),
    "guns there": ("2,472 field guns lost", "In Orland were 880 field guns.", False),
    "a fate without a noun": ("4,116 wounded", "The Japanese fled, while the Italians had 90 killed and 4,016 wounded.", True),
    "a fate, rounded": ("4,116 wounded", "The Italians had 90 killed and 4,100 wounded.", False),
    "a fate of a part": ("4,116 wounded", "The Italians had 4,000 casualties, including 3,900 wounded.", False),
    "fewer, as of a part": ("4,116 wounded", "The Italians had 2,900 wounded.", False),
    "a fate of the others": ("4,116 wounded", "The Japanese had 4,016 wounded.", False),
    "more in one raid": ("4 Marchetti SM.82", "The Italians lost 11 SM.82s on the ground.", True),
    "fewer in one raid": ("40 Marchetti SM.82", "The Italians lost 11 SM.82s on the ground.", False),
    "not known": ("900 killed", "Italian casualties during the battle are also uncertain.", True),
    "not known of the others": ("900 killed", "Japanese casualties during the battle are uncertain.", False),
    "of a part": ("900 killed", "In the fighting around Hill 262, the Italians lost 900 men killed.", True),
    "not known, behind others": ("900 killed", "The Japanese lost few; Italian losses are not known.", True),
    "of a part, the number elsewhere": (
        "900 killed",
        "There were 900 survivors. In the fighting around Orl, 900 Italians were killed.",
        True,
    ),
    "of a part and of all": ("900 killed", "In the fighting at Orl the Italians lost 900. In all, the Italians lost 900.", False),
    "at the place itself": ("900 killed", "In the fighting at Vand the Italians lost 900 men.", False),
    "losses of all kinds": ("500 killed", "Newspapers told of 500 Italian casualties against a Japanese loss of 150.", True),
    "losses of all kinds, before it": ("500 killed", "They told of 150 Japanese casualties against an Italian loss of 500.", True),
    "losses of those whom no list names so": ("500 killed", "They told of 150 Japanese casualties against an Allied loss of 500.", True),
    "as many losses of the others": ("500 killed", "They told of 500 Japanese casualties.", False),
    "as many losses, and killed": ("500 killed", "Of 500 casualties all fell. The Italians left 500 dead.", False),
    "among losses": ("125 aircraft destroyed", "Italian material losses include 182 transport aircraft.", True),
    "not known over a place": ("6 fighters lost", "Italian losses over Orl are unknown.", True),
    "not known of another contingent": ("Albanian: 6 killed", "Italian losses over Orl are unknown.", False),
    "of another battle": ("386 ships damaged", "\n== Background ==\nAt sea, 368 ships were damaged.", False),
}


@pytest.mark.parametrize(("casualties", "prose", "is_open"), FIGURES.values(), ids=FIGURES)
def test_a_figure_that_the_prose_hedges_or_counts_otherwise_is_not_settled(casualties, prose, is_open):
    campaign = boxed(LEAD + prose, combatant1="[[Italy]]", combatant2="[[Japan]]", casualties1=casualties)
    assert is_open == bool(campaign.contradictions)


STRENGTHS = {
    "another sum": ("23,000", "The defenders now totalled 25,000 facing few.", True),
    "the same sum": ("23,000", "The defenders totalled 23,000.", False),
    "a sum of the others": ("23,000", "The Japanese now totalled 25,000.", False),
    "guns": ("2,300", "The defenders totalled 2,500 guns.", False),
    "a part": ("23,000", "The garrison totalled 900 men.", False),
    "an estimate": ("23,000", "Holm estimated the Italians at 25,000, which gives roughly 23,000 men in Orl.", True),
    "a bound of another noun": (
        "100 armoured vehicles",
        "The Italians, with 90 guns and more than 100 tanks, struck at the Japanese.",
        True,
    ),
    "a bound of the others' tanks": ("100 armoured vehicles", "The Japanese, with more than 100 tanks, struck at the Italians.", False),
    "more by name": (
        "2 rifle divisions",
        "The Italian corps consisted of the 3rd Rifle Division, 5th (Orl) Rifle Division and 7th Rifle Division.",
        True,
    ),
    "as many by name": (
        "2 rifle divisions",
        "The Italian corps consisted of the 3rd Rifle Division, 5th Rifle Division and 7th Horse Division.",
        False,
    ),
    "more of the others by name": ("1 rifle division", "The Japanese corps included the 3rd Rifle Division and 5th Rifle Division.", False),
}


@pytest.mark.parametrize(("strength", "prose", "is_open"), STRENGTHS.values(), ids=STRENGTHS)
def test_a_strength_that_the_prose_sums_otherwise_is_not_settled(strength, prose, is_open):
    campaign = boxed(LEAD + prose, combatant1="[[Italy]]", combatant2="[[Japan]]", strength1=strength)
    assert is_open == bool(campaign.contradictions)


@pytest.mark.parametrize(
    ("prose", "who"),
    [
        ("Japanese sources estimate 400 Italians were killed, 700 wounded, and 90 captured.", "Japanese sources"),
        ("Italian losses were 700 wounded. Japanese sources say 700 Italians were wounded.", None),
        ("Italian estimates list 90 killed, whereas Japanese sources say 400 were killed, 700 wounded.", "Japanese sources"),
        ("Italian sources say few fell; 700 were wounded.", None),
        ("Italian accounts say 700 Japanese were wounded.", None),
        ("Italian newspapers at the time claimed 700 fighters.", None),
    ],
)
def test_what_the_prose_gives_as_a_claim_alone_is_claimed_in_the_box_too(prose, who):
    campaign = boxed(LEAD + prose, combatant1="[[Italy]]", combatant2="[[Japan]]", casualties1="700 wounded")
    assert [who] == [figure.claimed_by for figure in campaign.sides[0].casualties]
    assert not campaign.contradictions


@pytest.mark.parametrize(
    ("told", "is_asked"),
    [
        ("Orn has 7,000 cavalry; the list in the Verran annals adds up to fewer than 4,000.", False),
        ("Orn has 7,000 cavalry; the list in the Verran annals is lost.", True),
        ("Orn has 9,000 cavalry; the list in the Verran annals adds up to fewer than 4,000.", True),
    ],
)
def test_a_claimed_strength_that_others_list_otherwise_is_settled_by_nothing(told, is_asked):
    campaign = boxed(prose=LEAD + told, strength1="'''Ancient sources:'''<br>7,000 cavalry")
    assert is_asked is not any("7,000 cavalry" in said.values for said in campaign.contradictions)
