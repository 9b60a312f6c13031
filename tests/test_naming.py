"""Names that fit a sentence."""

import pytest

from quizgen.model import Belligerent, Campaign, Quote, Side, Sourced
from quizgen.naming import campaign_names, label_sides, role_group, side_name, the_title, with_article, with_title

ARTICLES = [
    ("Levant Front", "the Levant Front"),
    ("Heer", "the Heer"),
    ("Free Syrian Army", "the Free Syrian Army"),
    ("Jaysh al-Islam", "Jaysh al-Islam"),
    ("Ahrar al-Sham", "Ahrar al-Sham"),
    ("Battle of Marathon", "the Battle of Marathon"),
    ("Operation Flax", "Operation Flax"),
    ("Aleppo offensive (July–August 2016)", "the Aleppo offensive (July–August 2016)"),
    ("Soviet Union", "the Soviet Union"),
    ("France", "France"),
    ("Kingdom of Greece", "the Kingdom of Greece"),
    ("The Netherlands", "The Netherlands"),
    ("HMS Army", "HMS Army"),
    ("Battles of Vell Ford", "the Battles of Vell Ford"),
    ("Marnish Tamm Islands", "the Marnish Tamm Islands"),
    ("United Colonies", "the United Colonies"),
    ("Cruiser Division 5", "Cruiser Division 5"),
    ("Combat Command B", "Combat Command B"),
    ("5th Cruiser Division", "the 5th Cruiser Division"),
    ("Fighter Command", "Fighter Command"),
    ("Marnish Command", "the Marnish Command"),
    ("Battle of Marn Day", "Battle of Marn Day"),
    ("Tsardom of Russia", "the Tsardom of Russia"),
    ("Government of Marn", "the Government of Marn"),
    ("Pro-government civilians", "Pro-government civilians"),
    ("State of Kell", "the State of Kell"),
    ("Federal Police", "the Federal Police"),
    ("Order of Saint Brann", "the Order of Saint Brann"),
    ("Earl of Suffolk", "the Earl of Suffolk"),
    ("Humphrey, Duke of Gloucester", "Humphrey, Duke of Gloucester"),
    ("Counter-Terrorism Service", "the Counter-Terrorism Service"),
    ("C Company", "C Company"),
    ("8 Battery", "8 Battery"),
    ("2016 Marn coup attempt", "the 2016 Marn coup attempt"),
    ("Factions within the Armed Forces", "Factions within the Armed Forces"),
    ("Ansar al-Sunna Brigade", "Ansar al-Sunna Brigade"),
    ("Despotate of Marn", "the Despotate of Marn"),
    ("Marnish Despotate", "the Marnish Despotate"),
    ("Margraviate of Tamm", "the Margraviate of Tamm"),
    ("Lordship of Orlam", "the Lordship of Orlam"),
    ("Margate", "Margate"),
    ("Wilmot County", "Wilmot County"),
    ("County of Vell", "the County of Vell"),
    ("Crown of Marn", "the Crown of Marn"),
    ("Knights of Saint Brann", "the Knights of Saint Brann"),
    ("Marnish SFSR", "the Marnish SFSR"),
    ("Velian Armada", "the Velian Armada"),
    ("Grey Eagles", "the Grey Eagles"),
    ("Marnish Brotherhood", "the Marnish Brotherhood"),
    ("KVD", "the KVD"),
    ("NOTA", "NOTA"),
    ("12th (Orlam) Corps", "the 12th (Orlam) Corps"),
    ("15th Strike Wing", "the 15th Strike Wing"),
    ("Insurgency in Marn", "the insurgency in Marn"),
    ("Velites", "the Velites"),
    ("Kelliberians", "the Kelliberians"),
    ("United Provinces", "the United Provinces"),
    ("Marnish Raj", "the Marnish Raj"),
    ("Marnish Resistance", "the Marnish Resistance"),
    ("Royal Marnish Engineers", "the Royal Marnish Engineers"),
    ("Grande Armée", "the Grande Armée"),
    ("Knights Hospitaller", "the Knights Hospitaller"),
    ("Hospitaller Orland", "Hospitaller Orland"),
    ("Polar Korps", "the Polar Korps"),
]
PERSONS = [
    ("Duke of Bar", "the Duke of Bar"),
    ("Grand Master of Marn", "the Grand Master of Marn"),
    ("A. P. Hill", "A. P. Hill"),
    ("Humphrey, Duke of Gloucester", "Humphrey, Duke of Gloucester"),
    ("John Camp", "John Camp"),
]
ROLES = [
    ("Jaysh al-Islam commander", "Jaysh al-Islam"),
    ("Ajnad al-Sham top commander", "Ajnad al-Sham"),
    ("Jabhat Fateh field commander", "Jabhat Fateh"),
    ("Jabhat Fateh cleric and leader", "Jabhat Fateh"),
    ("official leader of Fatah Halab", "Fatah Halab"),
    ("102nd Imam Hossein Battalion commander", "102nd Imam Hossein Battalion"),
    ("Syrian Army commander", "Syrian Army"),
    ("Minister of Defense", None),
    ("Head of Aleppo security committee, replaced", None),
    ("Replacement head of Aleppo security committee", None),
    ("Aleppo military academy commander", None),
    ("commander", None),
]


@pytest.mark.parametrize(("name", "shown"), ARTICLES)
def test_a_name_takes_the_if_its_head_is_a_common_noun(name, shown):
    assert shown == with_article(name)


@pytest.mark.parametrize(("name", "shown"), PERSONS)
def test_a_person_takes_the_only_with_a_title(name, shown):
    assert shown == with_title(name)


@pytest.mark.parametrize(("role", "group"), ROLES)
def test_a_role_names_a_group_only_by_its_proper_name(role, group):
    assert group == role_group(role)


HERE = Quote("orlam.wiki", 1, "here")


def side(number, *powers, label=None):
    """A side of powers, each a name or a name and its bloc."""
    pairs = [(power, None) if isinstance(power, str) else power for power in powers]
    return Side(number, label and Sourced(label, HERE), belligerents=tuple(Belligerent(name, HERE, bloc=bloc) for name, bloc in pairs))


@pytest.mark.parametrize(
    ("name", "powers"),
    [
        ("the Kingdom of Marn", ["Kingdom of Marn"]),
        ("Marn and the Velian Republic", ["Marn", "Velian Republic"]),
        ("Marn and its allies", ["Marn", "Tamm", "Orlam"]),
        ("the Valeans and their allies", ["Valeans", "Tamm", "Orlam"]),
        ("Marn", ["Marn", ("Tamm", "Supported by")]),
        ("side 1", [("Tamm", "Supported by"), "Marn"]),
        ("Marn and its allies", ["Marn", ("Tamm", "From 10 June")]),
        ("Marn and its allies", ["Marn", "Tamm", ("Orlam", "until 1704")]),
        ("Marn", ["Marn", ("Tamm", "Marn"), ("Orlam", "Marn")]),
        ("the Patriots", ["Patriots"]),
        ("the Rebels and their allies", ["Rebels", "Tamm", "Orlam"]),
        ("the Velites and the Kingdom of Marn", ["Velites", "Kingdom of Marn"]),
        ("Maidan", [("Marn", "Maidan")]),
        ("the Allies", [("Marn", "Allies"), ("Tamm", "Allies"), ("Orlam", "Allies")]),
        ("Marn and its allies", ["Marn", ("Tamm", "Allies"), ("Orlam", "Allies")]),
        ("the Grand Alliance", [("Marn", "Grand Alliance"), ("Tamm", "Grand Alliance")]),
        ("the government", [("Guard", "Government"), ("Marn Police", "Government")]),
        ("Marn and its allies", [("Marn", "Members"), ("Tamm", "Members"), ("Orlam", "Members")]),
        ("Marn and its allies", ["Marn", ("Tamm", "Vassals"), ("Orlam", "Vassals")]),
        ("side 1", ["rebels", "Marn"]),
        ("side 1", ["Sarn"]),
        ("side 1", ["Verre"]),
        ("side 1", []),
    ],
)
def test_an_article_that_loses_no_name_names_a_side_by_its_belligerents(name, powers):
    title = Sourced("Siege of Orlam", HERE)
    whole = label_sides(
        Campaign("orlam", "orlam", title, sides=(side("1", *powers), side("2", "Sarn"), side("3", "Hollen", label="Verre")))
    )
    assert [name, "Verre"] == [side_name(whole.sides[0]), side_name(whole.sides[2])]


@pytest.mark.parametrize(
    ("note", "name"), [("denied by Tamm", "Marn and its allies"), ("alleged", "Marn and its allies"), ("alleged support", "Marn")]
)
def test_a_power_that_may_have_fought_is_not_left_out_of_its_side_s_name(note, name):
    listed = (Belligerent("Marn", HERE), Belligerent("Tamm", HERE, note=note))
    whole = label_sides(
        Campaign("orlam", "orlam", Sourced("Siege of Orlam", HERE), sides=(Side("1", belligerents=listed), side("2", "Sarn")))
    )
    assert name == side_name(whole.sides[0])


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Velian Armada", "the campaign of the Velian Armada"),
        ("Great Northern Army (1702)", "the campaign of the Great Northern Army (1702)"),
        ("Charge of the Grey Brigade", "the Charge of the Grey Brigade"),
        ("Clearing the Orlan Coast", "the campaign of Clearing the Orlan Coast"),
        ("Landing at Orl", "the Landing at Orl"),
        ("Siege of Orlam", "the Siege of Orlam"),
    ],
)
def test_a_title_that_names_a_fleet_or_an_army_stands_for_its_campaign(title, named):
    assert named == the_title(Campaign("orlam", "orlam", Sourced(title, HERE)))
    assert named in campaign_names(Campaign("orlam", "orlam", Sourced(title, HERE)))
