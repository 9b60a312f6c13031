"""The titles that a box links its names to: which of them are other names of the thing, and which are not."""

import pytest

from quizgen.api import understand
from quizgen.campaign_yaml import dump, load
from quizgen.linked import is_same_group, is_same_person, is_same_war

POWERS = (
    # what the box shows, the page it leads to, whether that is another name of the power
    ("Ayyubids", "Ayyubid dynasty", True),
    ("Great Britain", "Kingdom of Great Britain", True),
    ("France", "French Third Republic", True),
    ("France", "First French Empire", True),
    ("France", "Vichy France", True),
    ("Poland", "Polish government-in-exile", True),
    ("Rome", "Roman Republic", True),
    ("Syrian government", "Ba'athist Syria", True),
    ("Imperial Japan", "Empire of Japan", True),
    ("Athens", "Classical Athens", True),
    ("CSA", "Confederate States of America", True),
    ("CJTF–OIR", "Combined Joint Task Force – Operation Inherent Resolve", True),
    ("UNPROFOR", "United Nations Protection Force", True),
    # wider than what is shown
    ("Northern Cheyenne", "Cheyenne", False),
    ("Free France", "France", False),
    ("Scots Guards", "United Kingdom", False),
    ("Duchy of Opole-Racibórz", "Duchy of Opole", False),
    # its army, an event, a place, something else of it
    ("Poland", "Polish Armed Forces in the West", False),
    ("Italy", "Royal Italian Army", False),
    ("Spain", "Enlightenment in Spain", False),
    ("Hungary", "Hungarian Revolution of 1848", False),
    ("Thebes", "Thebes, Greece", False),
    # nothing says that they are one
    ("Mongol Empire", "Golden Horde", False),
    ("Octavian", "Augustus", False),
    ("DGS", "PIDE", False),
)
UNITS = (
    ("XX Corps", "XX Motorised Corps", True),
    ("2nd Tactical Air Force", "RAF Second Tactical Air Force", True),
    ("MEF", "Mediterranean Expeditionary Force", True),
    ("ANZAC", "Australian and New Zealand Army Corps", True),
    ("77th Infantry Division", "77th Sustainment Brigade", False),
    ("Barrow's Regiment", "4th (King's Own) Regiment of Foot", False),
    ("9th Independent Army", "9th Army", False),
    ("Irish Exiles", "Irish government in exile", False),
)
WARS = (
    ("Second World War", "World War II", True),
    ("Pacific Theater (World War II)", "Pacific War", True),
    ("Hungarian–Ottoman War (1521–1526)", "Ottoman–Hungarian wars", True),
    ("Fourth Ottoman–Venetian War", "Ottoman–Venetian War", False),
    ("Lancastrian War", "Hundred Years' War", False),
    ("dissolution of the USSR", "Dissolution of the Soviet Union", False),
)
PEOPLE = (
    ("Lord Raglan", "FitzRoy Somerset, 1st Baron Raglan", True),
    ("Peter I", "Peter the Great", True),
    ("E.S.F. Fegen", "Edward Stephen Fogarty Fegen", True),
    ("Prince of Orange", "William II of the Netherlands", False),
    ("Duke of Perth", "Duke of Atholl", False),
    ("Donald Cameron", "Clan Cameron", False),
)


@pytest.mark.parametrize(("shown", "title", "expected"), POWERS)
def test_title_of_a_power_is_its_name_if_it_says_all_that_is_shown(shown, title, expected):
    assert is_same_group(shown, title, is_power=True) is expected


@pytest.mark.parametrize(("shown", "title", "expected"), UNITS)
def test_title_of_a_unit_has_its_numbers_and_words(shown, title, expected):
    assert is_same_group(shown, title, is_power=False) is expected


@pytest.mark.parametrize(("shown", "title", "expected"), WARS)
def test_title_of_a_war_may_call_it_a_campaign(shown, title, expected):
    assert is_same_war(shown, title) is expected


@pytest.mark.parametrize(("shown", "title", "expected"), PEOPLE)
def test_title_of_a_person_shares_a_word_that_is_no_title(shown, title, expected):
    assert is_same_person(shown, title) is expected


def campaign_of(**fields):
    box = "\n".join(f"| {key} = {value}" for key, value in fields.items())
    text = f"{{{{Infobox military conflict\n| conflict = Battle of Orlo\n{box}\n}}}}\nThe '''Battle of Orlo''' was fought at [[Orlo]].\n"
    return understand(text, "orlo", ".wiki", "orlo.wiki", "orlo.wiki", None, None, ()).campaign


def aliases_of(campaign):
    return {entity.name: entity.aliases for entity in campaign.entities if entity.aliases}


def test_link_flag_and_foreign_link_give_the_name_of_their_page():
    read = campaign_of(
        combatant1="[[Ayyubid dynasty|Ayyubids]]<br>{{flag|Kingdom of Orlia|name=Orlia}}",
        combatant2="{{ill|Kingdom of Tamm|de|lt=Tamm}}<br>[[Vale (land)|Vale]]",
        commander1="{{flagicon|Orlia}} Maj. Gen. [[Jan Osk, 1st Earl Osk|Jan Osk]] {{KIA}}",
        units2="[[II Mountain Corps (Tamm)|II Corps]]",
    )
    assert {
        "Ayyubids": ("Ayyubid dynasty",),
        "Orlia": ("Kingdom of Orlia",),
        "Tamm": ("Kingdom of Tamm",),
        "Jan Osk": ("Jan Osk, 1st Earl Osk",),
        "II Corps": ("II Mountain Corps",),
    } == aliases_of(read)


@pytest.mark.parametrize(
    "fields",
    [
        {"combatant1": "[[Kingdom of Tamm|Tamm]]<br>[[Kingdom of Tamm|Tammish]]"},  # one page for two names
        {"combatant1": "[[Kingdom of Tamm|Tamm]]", "combatant2": "[[Republic of Tamm|Tamm]]"},  # two pages for one name
        {"combatant1": "[[Kingdom of Tamm|Tamm]]", "combatant2": "[[Kingdom of Tamm]]"},  # the title is another member's name
        {"combatant1": "[[Tamm–Orlia|Tamm]]", "combatant2": "[[Orlia]]"},  # or holds one
        {"combatant1": "[[Tamm#Old Kingdom of Tamm|Tamm]]"},
        {"units1": "[[Order of battle of the Guards|Guards]]"},
        {"units1": "[[List of Guards of Tamm|Guards]]"},
        {"combatant1": "[[insurgents of Tamm|insurgents]]"},
    ],
)
def test_link_that_may_mean_something_else_gives_no_name(fields):
    assert aliases_of(campaign_of(**fields)) == {}


def test_war_has_the_name_of_its_page_and_yaml_keeps_it():
    read = campaign_of(partof="[[Hill War (1701–1704)|Hill Campaign]]", combatant1="[[Kingdom of Tamm|Tamm]]")
    assert [("Hill Campaign", ("Hill War",))] == [(part.value, part.aliases) for part in read.part_of]
    assert read == load(dump(read), "orlo.yaml")
    assert "aliases: [Hill War]" in dump(read)


def test_page_that_the_box_names_twice_over_is_no_alias_of_a_part():
    read = campaign_of(partof="[[Hill War|Hill Campaign]], [[Hill War]]")
    assert [(), ()] == [part.aliases for part in read.part_of]
