"""What else a learner may type for a thing of the model: its other names and its short forms, as far as they mean nothing else."""

import pytest

from quizgen.called import also_called
from quizgen.called.people import forms_in_prose, forms_of_person, regnal, without_style
from quizgen.called.places import forms_of_place
from quizgen.called.powers import forms_in_realm, forms_of_power, is_family_first, peoples_of
from quizgen.called.units import forms_of_unit, is_of_others, without_nation
from quizgen.model import Belligerent, Campaign, Commander, Entity, EntityKind, Quote, Sentence, Side, Sourced, Unit
from quizgen.world import load

PEOPLE = (
    ("Jan Osk", ["Osk"]),
    ("Donald Cameron of Lochiel", ["Donald Cameron", "Cameron of Lochiel", "Lochiel", "Cameron"]),
    ("Gustav Holm of Sweden", ["Gustav Holm", "Holm"]),
    ("Henry V of England", []),
    ("William of Normandy", []),
    ("Duke of Wellington", ["Wellington"]),
    ("Arthur Wellesley, 1st Duke of Wellington", ["Arthur Wellesley", "Duke of Wellington", "Wellington", "Wellesley"]),
    ("Horatio Nelson, 1st Viscount Nelson", ["Horatio Nelson", "Viscount Nelson", "Lord Nelson", "Nelson"]),
    ("Suleiman the Magnificent", ["Suleiman"]),
    ("Helmuth von Moltke the Elder", ["Helmuth von Moltke", "von Moltke", "Moltke"]),
    ("Fernand de Langle de Cary", ["de Cary", "Cary"]),
    ("Robert E. Cushman Jr.", ["Cushman"]),
    ("Abu Musab al-Zarqawi", ["al-Zarqawi"]),
    ("Abdallahi ibn Muhammad", ["ibn Muhammad"]),
    ("Al-Afdal ibn Salah ad-Din", ["ibn Salah ad-Din"]),
    ("Pargalı Ibrahim Pasha", ["Ibrahim Pasha"]),
    ("Ali Pasha", []),
    ("Saladin", []),
    ("Louis II", []),
)
POWERS = (
    ("First French Empire", ["French Empire", "France", "Empire of France", "Imperial France"]),
    ("French Third Republic", ["French Republic", "France"]),
    ("Kingdom of Hungary", ["Hungary"]),
    ("Kingdom of Great Britain", ["Great Britain", "Britain"]),
    ("Ottoman Empire", ["Ottoman Empire"]),
    ("Ayyubid dynasty", ["Ayyubid dynasty"]),
    ("Nazi Germany", ["Third Reich", "Germany"]),
    ("Japanese Empire", ["Japanese Empire", "Japan", "Empire of Japan", "Imperial Japan"]),
    ("Empire of Japan", ["Japan", "Japanese Empire", "Imperial Japan"]),
    ("Imperial Japan", ["Japan", "Japanese Empire", "Empire of Japan"]),
    ("United States", ["US", "USA", "United States of America", "America"]),
    ("CSA", ["Confederate States of America", "Confederate States", "Confederacy"]),
    ("Dakota people", ["Dakota"]),
    ("Second Polish Republic", ["Polish Republic", "Poland"]),
    ("Levant Front", []),
)
UNITS = (
    ("Regimental Combat Team 1", ["RCT 1", "1st RCT", "1st Regimental Combat Team"]),
    ("Task Force 57", ["TF 57", "57th TF", "57th Task Force"]),
    ("RCT 12", ["12th RCT"]),
    ("21st Panzer Division", ["21st Panzer"]),
    ("6th SS Mountain Division", ["6th SS Mountain"]),
    ("1st Marine Regiment", []),
    ("1st Infantry Division", []),
    ("Armed Forces of Ukraine", ["Ukrainian Armed Forces"]),
    ("Azerbaijani Armed Forces", ["Armed Forces of Azerbaijan"]),
    ("Army of Orlam", []),
    ("33rd Division", []),
)
PLACES = (
    ("Fort Douaumont", ["Douaumont"]),
    ("Carmo barracks", ["Carmo"]),
    ("Upper bridge", []),
    ("Steel Factory", []),
    ("Orlo", []),
    ("Halm Airport", ["Halm"]),
    ("Savo Island", ["Savo"]),
    ("Green Island", []),
    ("Mediterranean Sea", ["Mediterranean"]),
    ("South Pacific Ocean", ["South Pacific"]),
    ("North Sea", []),
    ("Indian Ocean", []),
)


@pytest.mark.parametrize(
    ("name", "prose", "forms"),
    [
        ("Orhali Pasha", "Orhali swam ashore.", ["Orhali"]),
        ("Gazi Orhali Bey", "The chief eunuch told Orhali Pasha. Orhali fled.", ["Orhali"]),
        ("Orhali Pasha", "Orhali Pasha swam ashore.", []),
        ("Orhali Pasha", "Orhali fled with Orhali Reis.", []),
        ("Ali Pasha", "Ali fled.", []),
    ],
)
def test_a_name_alone_in_the_prose_needs_no_style(name, prose, forms):
    assert forms == list(without_style(name, [prose]))


@pytest.mark.parametrize(("name", "forms"), PEOPLE)
def test_person_is_called_by_surname_and_title(name, forms):
    assert forms == list(dict.fromkeys(forms_of_person(name)))


def test_where_the_family_is_named_first_the_first_word_counts():
    assert ["Isoroku", "Yamamoto"] == list(forms_of_person("Yamamoto Isoroku", family_first=True))


@pytest.mark.parametrize(("name", "forms"), POWERS)
def test_power_is_called_by_its_land_or_people(name, forms):
    assert forms == list(dict.fromkeys(forms_of_power(name)))


@pytest.mark.parametrize(("name", "forms"), UNITS)
def test_unit_is_called_by_its_letters_or_arm(name, forms):
    assert forms == list(forms_of_unit(name))


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("U.S. 5th Fleet", ["5th Fleet", "United States 5th Fleet"]),
        ("109th IJA Division", ["109th Division"]),
        ("British 2nd Division", ["2nd Division"]),
        ("Imperial Japanese Navy", ["Japanese Navy"]),
        ("3rd Marine Division", []),
        ("Royal Navy", []),
        ("British Army", []),
    ],
)
def test_numbered_unit_is_called_without_its_nation(name, forms):
    assert forms == list(without_nation(name))


@pytest.mark.parametrize("text", ["The 5th British Fleet came.", "The British Fifth Fleet came.", "The 5th Coast Fleet came."])
def test_number_of_another_nation_s_unit_too_names_neither(text):
    assert is_of_others("5th Fleet", ["U.S. 5th Fleet"], [text])
    assert not is_of_others("5th Fleet", ["U.S. 5th Fleet"], ["The Fifth Fleet came.", "The 6th British Fleet came."])


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ('Colonel Jan "Beppo" Osk led.', {"Jan Osk", "Jan Beppo Osk", "Beppo Osk"}),
        ("Sir J.C.T. Osk led.", {"J.C.T. Osk"}),
        ("J. C. “Stuffy” Osk led.", {"J. C. Osk", "J. C. Stuffy Osk", "Stuffy Osk"}),
        ("Captain B. Osk and Karl Osk fell.", set()),
        ("Mary Osk and J. Oskar met.", set()),
    ],
)
def test_person_is_called_by_initials_and_nickname_as_the_prose_has_them(text, forms):
    assert forms == set(forms_in_prose("Jan Osk", text))


def test_person_is_called_by_the_short_form_of_his_first_name_that_the_prose_has():
    told = "Major General Archie Osk came; Archer Osk and Art Osk fled."
    assert {"Archie Osk"} == set(forms_in_prose("Archibald Osk", told)) - {"Archer Osk"}
    assert set() == set(forms_in_prose("Art Osk", told)) - {"Art Osk"}


@pytest.mark.parametrize(("name", "forms"), PLACES)
def test_place_is_called_without_its_noun(name, forms):
    assert forms == list(forms_of_place(name))


def at(text):
    return Quote("orlo.wiki", 4, text)


def world_of(*sides, entities=(), title="Battle of Orlo"):
    return load(Campaign("orlo", "orlo", Sourced(title, at(title)), sides=sides, entities=entities))


def called(world, name):
    return also_called(world, world.campaigns[0], name)


def powers(number, *names):
    return Side(number, belligerents=tuple(Belligerent(name, at(name)) for name in names))


def people(number, *names):
    return Side(number, commanders=tuple(Commander(name, at(name), rank="Gen.") for name in names))


def test_what_is_no_name_of_the_model_is_called_nothing_else():
    assert called(world_of(powers("1", "Kingdom of Hungary")), "31 July") == ()


def test_short_form_of_two_powers_is_accepted_of_neither():
    world = world_of(powers("1", "Kingdom of France"), powers("2", "French Third Republic", "Kingdom of Hungary"))
    assert (("Hungary",), ("French Republic",), ()) == tuple(
        called(world, name) for name in ("Kingdom of Hungary", "French Third Republic", "Kingdom of France")
    )


def test_short_form_within_another_name_of_its_kind_is_not_accepted():
    world = world_of(powers("1", "Kingdom of Hungary"), powers("2", "Eastern Hungary"))
    assert called(world, "Kingdom of Hungary") == ()


def test_power_may_be_called_as_its_land_is():
    world = world_of(powers("1", "Kingdom of Hungary"), entities=(Entity("Hungary", EntityKind.PLACE, at("Hungary")),))
    assert called(world, "Kingdom of Hungary") == ("Hungary",)


def test_name_of_a_side_is_accepted_of_no_power():
    hungary = Side("2", label=Sourced("Hungary", at("Hungary")))
    assert called(world_of(powers("1", "Kingdom of Hungary"), hungary), "Kingdom of Hungary") == ()


def test_short_form_within_the_name_of_its_own_side_is_accepted():
    assert called(world_of(powers("1", "Nazi Germany"), powers("2", "Poland")), "Nazi Germany") == ("Third Reich", "Germany")


def test_what_the_title_holds_is_not_accepted():
    world = world_of(powers("1", "Kingdom of Jerusalem"), title="Siege of Jerusalem")
    assert called(world, "Kingdom of Jerusalem") == ()


def test_aliases_of_the_model_come_first_with_their_own_short_forms():
    entity = Entity("Duke of Cumberland", EntityKind.PERSON, at("x"), ("William Hale, 2nd Duke of Cumberland",))
    expected = ("William Hale, 2nd Duke of Cumberland", "Gen. Duke of Cumberland", "Cumberland", "William Hale", "Hale")
    assert expected == called(world_of(people("1", "Duke of Cumberland"), entities=(entity,)), "Duke of Cumberland")


def test_alias_that_names_another_thing_too_is_not_accepted():
    entities = (Entity("Vale", EntityKind.GROUP, at("x"), ("Tamm",)), Entity("Tamm", EntityKind.GROUP, at("x")))
    assert called(world_of(powers("1", "Vale"), powers("2", "Tamm"), entities=entities), "Vale") == ()


def test_surname_of_two_people_is_accepted_of_neither():
    world = world_of(people("1", "Jan Osk", "Ada Osk"), people("2", "Otto Voss"))
    assert (("Gen. Jan Osk",), ("Gen. Otto Voss", "Voss")) == (called(world, "Jan Osk"), called(world, "Otto Voss"))


def test_family_comes_first_only_where_all_powers_of_the_side_have_it_so():
    one, two = (replace_people(powers("1", *names), "Mao Anying") for names in (("China",), ("China", "Germany")))
    assert (("Anying", "Mao"), ("Anying",)) == (called(world_of(one), "Mao Anying"), called(world_of(two), "Mao Anying"))


@pytest.mark.parametrize(("year", "expected"), [(1600, True), (1944, False)])
def test_japanese_names_have_the_family_first_until_1868(year, expected):
    assert expected is is_family_first(powers("1", "Japan"), year)


def test_people_are_those_of_the_table_or_of_the_name_of_their_state():
    assert (("French",), ("Ottoman", "Ottomans")) == (peoples_of("French Third Republic"), peoples_of("Ottoman Empire"))
    assert ("British",) == peoples_of("United Kingdom")


def replace_people(side, *names):
    return Side(side.id, belligerents=side.belligerents, commanders=tuple(Commander(name, at(name)) for name in names))


@pytest.mark.parametrize(("prose", "expected"), [("They took Fort Osk.", ("Osk",)), ("They took Fort Osk and then Osk.", ())])
def test_place_is_called_without_its_noun_unless_the_prose_has_that_alone(prose, expected):
    fort = Entity("Fort Osk", EntityKind.PLACE, at("Fort Osk"))
    told = (Sentence(prose, "The siege", at(prose)),)
    world = load(Campaign("orlo", "orlo", Sourced("Battle of Orlo", at("x")), entities=(fort,), sentences=told))
    assert expected == called(world, "Fort Osk")


def test_unit_is_not_called_by_what_two_units_share():
    units = tuple(Unit(name, at(name)) for name in ("21st Panzer Division", "21st Panzer Regiment", "9th Panzer Division"))
    world = world_of(Side("1", units=units))
    assert ((), ("9th Panzer",)) == (called(world, "21st Panzer Division"), called(world, "9th Panzer Division"))


def test_fleet_that_the_prose_names_without_its_nation_is_the_one_of_the_list():
    units = Side("1", units=(Unit("U.S. 5th Fleet", at("U.S. 5th Fleet")), Unit("VI Corps", at("VI Corps"))))
    prose = Entity("Fifth Fleet", EntityKind.GROUP, at("Fifth Fleet"))
    assert ("5th Fleet", "United States 5th Fleet") == called(world_of(units, entities=(prose,)), "U.S. 5th Fleet")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Darius fled.", ["Darius"]),
        ("Darius III fled.", ["Darius"]),
        ("Darius I had come.", []),
        ("Darius the Mede came.", []),
    ],
)
def test_ruler_is_called_without_his_numeral_if_there_is_no_namesake(text, forms):
    assert forms == list(regnal("Darius III", [text]))


def test_numeral_alone_calls_nobody():
    assert [] == [form for form in forms_of_person("Darius III") if "III" in form]


@pytest.mark.parametrize(
    ("name", "text", "forms"),
    [
        ("Achaemenid Empire", "The Persian line broke.", ["Persia", "Achaemenid Persia", "Persian Empire", "Achaemenid Persian Empire"]),
        ("Achaemenid Empire", "The line broke.", []),
        ("Ottoman Empire", "The Ottoman line broke.", []),
        ("United Kingdom", "The British line broke.", []),
    ],
)
def test_realm_of_a_dynasty_is_called_by_its_people_where_the_text_has_them(name, text, forms):
    assert forms == list(forms_in_realm(name, [text]))
