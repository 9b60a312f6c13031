"""Several campaigns loaded at once: names that fit one of them only, wrong options from siblings, contrasts, near and far options."""

from dataclasses import replace

import pytest

from quizgen import distractors
from quizgen.historical_date import HistoricalDate
from quizgen.items import Format
from quizgen.model import Campaign, DatedText
from quizgen.naming import campaign_names, namesakes
from quizgen.rules import check
from quizgen.world import is_confusable, load
from tests.asked import KELL, MARN, ORLO, asked, of, together
from tests.rules.sound import at, said


def named(title, date, *see_also, part_of=()):
    return Campaign(
        title.casefold().replace(" ", "-"),
        title,
        said(title),
        date=DatedText(HistoricalDate(date), at(date)),
        part_of=tuple(map(said, part_of)),
        see_also=tuple(map(said, see_also)),
    )


NAMES = [
    ("a title of its own", named("Battle of Orlo", "1632-06"), ["the Battle of Orlo", "the Battle of Orlo of 1632"]),
    ("a namesake of another year", named("Battle of Orlo", "1632-06", "Battle of Orlo (1704)"), ["the Battle of Orlo of 1632"]),
    ("a namesake of the same year", named("Battle of Orlo", "1632-06", "Battle of Orlo (May 1632)"), []),
    ("a namesake without a year", named("Battle of Orlo", "1632-06", "Battle of Orlo (Vale)"), []),
    (
        "a disambiguator of its own",
        named("Battle of Orlo (Tamm)", "1632-06", "Battle of Orlo (Vale)", part_of=["Two Wars"]),
        ["the Battle of Orlo (Tamm)"],
    ),
    ("another see-also", named("Battle of Orlo", "1632-06", "Orlo mill"), ["the Battle of Orlo", "the Battle of Orlo of 1632"]),
]


@pytest.mark.parametrize(("campaign", "names"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_names_of_a_campaign_fit_no_namesake(campaign, names):
    assert names == list(campaign_names(campaign))


def test_loaded_namesakes_are_told_apart_and_others_stay_as_they_are():
    first, second, other = named("Battle of Orlo", "1632-06"), named("Battle of Orlo (1704)", "1704-05"), named("Raid on Kell", "1632-07")
    world = load(first, second, other)
    assert ("Battle of Orlo (1704)",) == namesakes(world.campaigns[0])
    assert not world.is_campaign("the Battle of Orlo")
    assert world.campaign_named("the Battle of Orlo of 1632").id == first.id
    assert other is world.campaigns[2]


def test_every_stem_names_its_campaign_apart_from_a_namesake():
    items = asked(ORLO).items
    assert items
    for item in items:
        assert "Battle of Orlo" not in item.stem or "Battle of Orlo of 1632" in item.stem, item.stem


def test_a_stem_that_fits_a_namesake_is_refused():
    item = next(item for item in asked(ORLO).of("sides.of_commander") if item.format is Format.MULTIPLE_CHOICE)
    spoilt = replace(item, stem=item.stem.replace("Battle of Orlo of 1632", "Battle of Orlo"))
    assert 3 in {finding.rule for finding in check(spoilt, asked(ORLO).world)}


def test_a_statement_on_a_date_does_not_name_the_campaign_by_it():
    world = of(named("Battle of Orlo (June 1632)", "1632-06-02/1632-06-05", "Battle of Orlo (May 1632)"))
    assert not [item for item in world.items if item.type in ("dates.start", "dates.end")]
    assert 10 in {finding.rule for refused in world.refused for finding in refused.findings}


def test_campaigns_of_one_war_are_confused_and_strangers_are_not():
    marn, kell = together(MARN, KELL).world.campaigns
    assert is_confusable(marn, kell)
    assert not is_confusable(marn, named("Siege of Tarn", "1632-06"))
    assert is_confusable(named("Battle of Orlo", "1632"), named("Battle of Orlo (Vale)", "1704"))
    assert is_confusable(named("Siege of Tarn", "1632", "Fall of Sarn"), named("Fall of Sarn", "1633"))


def test_siblings_come_nearest_first():
    own = named("Siege of Tarn", "1632", part_of=["Two Wars"])
    far, near, kin = named("A", "1800"), named("B", "1640"), named("C", "1700", part_of=["Two Wars"])
    assert [kin.id, near.id, far.id] == [other.id for other in load(own, far, near, kin).siblings(own)]


def test_keys_of_siblings_are_candidates_behind_the_case_s_own():
    world = together(MARN, KELL).world
    case = next(case for case in distractors.cases_of(world, "dates.start") if case.facts[0].campaign == "siege-of-marn")
    found = distractors.candidates(world, "dates.start", case)
    assert found[: len(case.pool)] == case.pool
    assert "2 June" in found[len(case.pool) :]


def test_a_contrast_is_solved_and_turned_round_it_is_refused():
    known = together(MARN, KELL)
    (item,) = known.of("dates.contrast")
    turned = replace(item, key=(item.distractors[0].text,), distractors=(replace(item.distractors[0], text=item.key[0]),))
    assert "1632" in item.distractors[0].why_false
    assert 1 in {finding.rule for finding in check(turned, known.world)}


NEARNESS = [
    ("3 April", "4 April", 0),
    ("3 April", "8 April", 1),
    ("3 April", "3 May", 2),
    ("200", "300", 1),
    ("Otto Reuss", "Jan Velder", 0),
]
NEARNESS += [("Otto Reuss", "Kell", 2), ("Otto Reuss", "Nobody", 2), ("Nobody", "Otto Reuss", 1)]


@pytest.mark.parametrize(("key", "option", "far"), NEARNESS)
def test_options_lie_near_by_list_level_and_time(key, option, far):
    known = asked(MARN)
    assert far == distractors.distance(known.world, known.campaign, key, option)


def test_options_far_from_the_key_make_an_item_easier():
    item = next(item for item in asked(MARN).of("dates.start") if item.format is Format.MULTIPLE_CHOICE)
    far = replace(item, distractors=tuple(replace(d, text=f"{n} August") for n, d in enumerate(item.distractors[:3], 1)))
    assert (-1, "the wrong options lie far from the key") == distractors.step(asked(MARN).world, far)
    assert (0, "") == distractors.step(asked(MARN).world, replace(item, distractors=item.distractors[:1]))
