"""A sentence can be quoted alone if it names what it is about and takes up nothing that stands elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.prose.alone import lone, points_back, stands_alone
from tests.asked import SEED, SELM, asked


@pytest.mark.parametrize(
    "sentence",
    [
        "The Blue Fusiliers crossed the Orr with 300 men.",
        "The attack on Lipnik cost the Vardian Guard sixty men.",
        "On the night of 4 May the Germans left Tarnow and its bridges.",
        "The battle brought the forces of Norland to Vesna and Horka.",
        "The French attacked Brod and Tarnow with sixty guns.",
        "Dahl reached the village of Brod at the end of May.",
        "The loss of ships and guns forced Dahl back to Vesna.",
        "Dahl led the Second Army of New Holm to Vesna.",
        "New Holm sent Dahl and Brandt to Vesna.",
        "In response to Brandt, Dahl left Vesna with 300 men.",
        "The 3rd Battalion of the Blue Fusiliers dug in at Vesna.",
        "Army Group B landed at Horka to the north of Vesna.",
        "The US Fusiliers crossed the Orr with 300 men.",
        "At Vesna six He 111 bombers met the I Corps of Norland.",
        "Dahl gave Brandt the task of taking Horka with one gun.",
    ],
)
def test_a_sentence_that_names_all_it_speaks_of_stands_alone(sentence: str) -> None:
    assert stands_alone(sentence)
    assert not points_back(sentence, asked(SELM).campaign)


@pytest.mark.parametrize(
    "sentence",
    [
        "They crossed the Orr at Vesna with 300 men.",
        "The garrison gave up Lipnik without a shot.",
        "Dahl crossed the bridge with 300 men of Vesna.",
        "Dahl left Vesna when the ships reached Brod and Tarnow.",
        "The German attack cost Dahl and Brandt sixty men.",
        "Dahl also left Tarnow with the Blue Fusiliers.",
        "Second guns of Dahl and Brandt reached Vesna.",
        "Both Dahl and Brandt reached Vesna with their men.",
        "Dahl left Vesna to the enemy without a shot.",
        "Dahl drove the rest of them from Vesna to Brod.",
        "Dahl reached the next village on the road to Brod.",
        "Dahl gave the bridge, which was old, to Brandt.",
        "The Germans found a copy of Brandt's orders on his body.",
        "In exchange, Dahl gave Brandt five ships of Norland.",
        "Dahl took Vesna, and Brandt in turn took Horka and Brod.",
        "Brandt began his attack on Vesna anyway with 300 men.",
        "Group 2 landed at Cape Horka to the north of Vesna.",
        "The 3rd Battalion dug in to the north of Vesna.",
        "Wrighton's lead companies reached Vesna and Horka with 300 men.",
        "Dahl left Vesna to the Norland Front Front and Brandt.",
        "Dahl lost three guns at Vesna and one was taken.",
        "At Vesna I met Dahl with 300 men.",
    ],
)
def test_a_sentence_that_takes_up_another_does_not(sentence: str) -> None:
    assert not stands_alone(sentence) or points_back(sentence, asked(SELM).campaign)


def test_the_names_by_which_the_prose_knows_the_sides_need_no_other() -> None:
    sentence = "On 5 August the rebels captured the village of Huwayz."
    assert points_back(sentence, asked(SELM).campaign)
    assert not points_back(sentence, asked(SEED).campaign)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Dahl led 300 men to Brod, where they rested.", "Dahl led 300 men to Brod."),
        ("Dahl took Brod with 300 men, but he lost it again.", "Dahl took Brod with 300 men."),
        ("Dahl took Brod with 300 men and two days later, they rested.", "Dahl took Brod with 300 men."),
        ("Dahl took Brod with 300 men, leaving behind his guns, his tents and his carts to them.", "Dahl took Brod with 300 men."),
        ("Dahl took Brod with 300 men; the town was burned.", "Dahl took Brod with 300 men."),
        ("Dahl took Brod (which had few guns) with 300 men.", "Dahl took Brod with 300 men."),
        ("Dahl, who led 300 men, took the bridge of Brod.", "Dahl, who led 300 men, took the bridge of Brod."),
    ],
)
def test_as_much_of_a_sentence_is_told_as_stands_alone(sentence: str, said: str) -> None:
    campaign = asked(SELM).campaign
    one = replace(campaign.sentences[0], text=sentence)
    assert [text for _, text in lone(replace(campaign, sentences=(one,)))] == [said]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dahl, who knew the town, took Brod with them.",  # the clause left out would take the verb with it
        "Dahl took Brod, Vesna, and the town behind them.",
        "Dahl led 300 men to Brod; others give 400 men.",
        "With Dahl at Brod near the Orr, the town was burned.",
        "The town of Brod fell to them, and Dahl rested.",
        "Dahl reportedly took Brod with 300 men, but he lost it again.",
    ],
)
def test_a_sentence_of_which_no_part_stands_alone_is_not_told(sentence: str) -> None:
    campaign = asked(SELM).campaign
    one = replace(campaign.sentences[0], text=sentence)
    assert not list(lone(replace(campaign, sentences=(one,))))
