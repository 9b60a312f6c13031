"""Rules 4, 5, 7, 8 and 9 on what a source says beside the value asked for: qualified figures and victories, lengths, deeds, peoples."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen import asking
from quizgen.historical_date import HistoricalDate
from quizgen.items import Distractor, Format, Item
from quizgen.model import Belligerent, Campaign, Commander, DatedText, Estimate, Event, EventKind, Result, Sentence, Side, Unit
from quizgen.rules import check
from quizgen.rules._words import is_two_valued
from quizgen.rules.leaks import _peoples
from quizgen.world import World, load
from tests.rules.sound import at, said


def of(**parts: object) -> World:
    """A campaign of two named sides with these parts."""
    sides = (Side("1", said("Valeans")), Side("2", said("Tammish")))
    whole = Campaign("siege-of-orlo", "orlo-1632", said("Siege of Orlo"), sides=sides)
    return load(replace(whole, **parts))  # type: ignore[arg-type]


def refused(world: World, rule: int, kind: str) -> list[Item]:
    """The candidates of a type that this rule refuses."""
    _, refused = asking.ask(world)
    return [r.item for r in refused if r.item.type == kind and rule in {finding.rule for finding in r.findings}]


def asked(world: World, kind: str) -> list[Item]:
    return [item for item in asking.ask(world)[0] if item.type == kind]


def losses(text: str, kind: str = "wounded", low: int = 500) -> World:
    figure = Estimate(text, at(text), kind, low, low)
    return of(sides=(Side("1", said("Valeans"), casualties=(figure,)), Side("2", said("Tammish"))))


QUALIFIED = [
    "500 wounded or sick",
    "500 wounded and sick",
    "500 wounded, rising to many more",
    "500 wounded (by 16 September)",
    "500 wounded in Orlo alone",
    "500 wounded (does not include the sick)",
]
PLAIN = [
    "500 wounded",
    "500 injured",
    "500 men wounded in all",
    "500 wounded (including 30 officers)",
    "500 wounded, of whom 30 were officers",
    "total wounded: 500",
]


@pytest.mark.parametrize("text", QUALIFIED)
def test_a_figure_that_says_more_than_is_asked_is_refused(text: str) -> None:
    assert not asked(losses(text), "figures.casualties")
    item = asked(losses("500 wounded"), "figures.casualties")[0]
    assert 4 in {finding.rule for finding in check(item, losses(text))}


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_figure_is_asked(text: str) -> None:
    assert asked(losses(text), "figures.casualties")


def lasted(*notes: str) -> World:
    date = DatedText(HistoricalDate("1632-05-26/1632-06-21"), at("26 May – 21 June 1632"))
    return of(date=date, date_notes=tuple(map(said, notes)))


def test_a_length_that_the_source_counts_otherwise_is_not_asked() -> None:
    assert asked(lasted(), "dates.duration")
    assert asked(lasted("27 days"), "dates.duration")
    assert not asked(lasted("25 days"), "dates.duration")
    assert refused(lasted("25 days"), 4, "dates.duration")


def test_a_length_that_a_sentence_counts_otherwise_is_not_asked() -> None:
    for text, is_asked in (
        ("It ended a siege of twenty-five days.", False),
        ("The 27-day siege was over.", True),
        ("It rained for 2 days.", True),
    ):
        world = lasted()
        told = replace(world.campaigns[0], sentences=(Sentence(text, "", at(text)),))
        assert is_asked == bool(asked(load(told), "dates.duration")), text


def won(degree: str | None) -> World:
    return of(result=Result("1", "victory", degree, "Valean victory", at("Valean victory")))


def test_a_qualified_victory_is_asked_with_its_degree() -> None:
    assert "which side won the Siege" in asked(won(None), "outcomes.winner")[0].stem
    assert "which side won a tactical victory in the Siege" in asked(won("tactical"), "outcomes.winner")[0].stem
    item = asked(won(None), "outcomes.winner")[0]
    assert 5 in {finding.rule for finding in check(item, won("pyrrhic"))}


def deed(action: str, thing: str, caption: str) -> World:
    sentence = Sentence(f"{caption}.", "The siege", at(caption), (HistoricalDate("1632-06-03"),))
    event = Event(EventKind.ACTION, sentence, HistoricalDate("1632-06-03"), side="1", action=action, object=thing, caption=caption, id="e")
    date = DatedText(HistoricalDate("1632-05-26/1632-06-21"), at("26 May – 21 June 1632"))
    return of(date=date, events=(event,))


NAMELESS = [
    ("launch", "a large counterattack", "Valeans launch a large counterattack"),
    ("resume", "the Italian offensive", "Valeans resume the Italian offensive"),
]


@pytest.mark.parametrize(("action", "thing", "caption"), NAMELESS)
def test_a_deed_that_names_nothing_of_its_own_is_not_asked(action: str, thing: str, caption: str) -> None:
    world = deed(action, thing, caption)
    assert not asked(world, "dates.phase")
    assert refused(world, 8, "dates.phase")


def test_a_deed_that_names_a_place_is_asked() -> None:
    assert asked(deed("capture", "Tarn Ford", "Valeans capture Tarn Ford"), "dates.phase")


def test_what_lasts_is_not_asked_of_a_day() -> None:
    world = deed("conduct", "operations in Tarnland", "Valeans conduct operations in Tarnland")
    assert not [item for item in asking.ask(world)[0] if item.type.startswith(("dates.of", "dates.phase", "events"))]
    item = asked(deed("capture", "Tarn Ford", "Valeans capture Tarn Ford"), "dates.phase")[0]
    assert 7 in {finding.rule for finding in check(replace(item, facts=(world.facts[-1].id,)), world)}


def powers(unit: str) -> World:
    def side(number: str, name: str, *units: str) -> Side:
        belligerent = (Belligerent(name, at(name)),)
        commanders = (Commander(f"Jan {name}er", at(name)),)
        return Side(number, said(name), belligerents=belligerent, commanders=commanders, units=tuple(Unit(u, at(u)) for u in units))

    return of(sides=(side("1", "Germany", unit, "Lion Guard"), side("2", "United States", "Heron Guard", "Otter Guard")))


@pytest.mark.parametrize("unit", ["German 11th Guard", "US Orlo Guard"])
def test_a_unit_that_names_its_people_does_not_ask_for_its_side(unit: str) -> None:
    world = powers(unit) if unit.startswith("German") else powers("Fox Guard")
    item = next(item for item in asked(world, "sides.of_unit") if item.format is Format.MULTIPLE_CHOICE)
    stem = item.stem.replace("Lion Guard" if "Lion" in item.stem else "Fox Guard", unit)
    key, other = ("Germany", "the United States") if unit.startswith("German") else ("the United States", "Germany")
    spoilt = replace(item, stem=stem, key=(key,), distractors=(replace(item.distractors[0], text=other),))
    assert 9 in {finding.rule for finding in check(spoilt, world)}


def test_a_people_in_the_name_of_the_other_side_tells_nothing() -> None:
    world = powers("Fox Guard")
    assert [] == [item.id for item in asked(world, "sides.of_unit") if check(item, world)]


def test_things_that_name_their_people_are_not_sorted() -> None:
    world = powers("German 11th Guard")
    for item in asked(world, "sides.sort"):
        assert not any("German" in thing for thing, _ in item.pairs)


LONG = "the Battle of Mount Orlo, the Tarn Ford, and the Sella Mill"


def test_a_title_of_several_places_is_read_back_and_is_one_proposition() -> None:
    sides = (
        Side("1", said("Valeans"), commanders=(Commander("Jan Osk", at("Jan Osk")),)),
        Side("2", said("Tammish"), commanders=(Commander("Emil Trost", at("Emil Trost")),)),
    )
    world = of(title=said(LONG.removeprefix("the ")), sides=sides)
    assert {Format.MULTIPLE_CHOICE, Format.TRUE_FALSE} == {item.format for item in asked(world, "sides.of_commander")}


def test_a_degree_binds_only_who_asks_for_the_winner_of_the_result() -> None:
    item = asked(won("tactical"), "outcomes.winner")[0]
    bare = replace(item, stem=item.stem.replace("won a tactical victory in", "won"))
    assert 5 in {finding.rule for finding in check(bare, won("tactical"))}
    for other in (replace(bare, stem="Which side was told to have begun the Siege of Orlo?"), replace(bare, facts=())):
        assert 'the result says "tactical"' not in {finding.why for finding in check(other, won("tactical"))}
    named = replace(bare, key=(f"{bare.key[0]}, a tactical one",))
    assert 'the result says "tactical"' not in {finding.why for finding in check(named, won("tactical"))}


def test_a_disputed_length_binds_only_who_asks_for_the_days_from_start_to_end() -> None:
    world = lasted("25 days")
    (item,) = refused(world, 4, "dates.duration")[:1]
    for other in (replace(item, facts=item.facts[:1]), replace(item, stem=item.stem.replace("days", "weeks"))):
        assert 4 not in {finding.rule for finding in check(other, world)}


def test_a_choice_of_two_is_the_sides_the_claimants_or_two_campaigns() -> None:
    def two(*shown: str, stem: str = "Which of these?") -> Item:
        key, *rest = shown
        wrong = tuple(Distractor(text, "It is another.", "another") for text in rest)
        return replace(item, stem=stem, key=(key,), distractors=wrong)

    sides = (
        Side("1", said("Valeans"), casualties=(Estimate("5 killed", at("5 killed"), "killed", 5, 5, claimed_by="Orlo"),)),
        Side("2", said("Tammish"), casualties=(Estimate("9 killed", at("9 killed"), "killed", 9, 9, claimed_by="pro-Tarn"),)),
    )
    world = load(replace(of().campaigns[0], sides=sides, result=won(None).campaigns[0].result))
    item = asked(world, "outcomes.winner")[0]
    assert is_two_valued(two("Valeans", "Tammish"), world)
    assert is_two_valued(two("Tammish", "Valeans"), world)
    assert is_two_valued(two("Orlo", "pro-Tarn"), world)
    assert is_two_valued(two("Orlo", "pro-Tarn sources"), world)
    assert not is_two_valued(two("Valeans", "Orlo"), world)
    assert not is_two_valued(two("Orlo", "Sella"), world)
    assert not is_two_valued(two("Valeans", "Tammish", "Orlo"), world)
    assert not is_two_valued(two("Valeans"), world)
    assert not is_two_valued(replace(two("Valeans", "Tammish"), campaign="no-such"), world)


def test_a_people_tells_only_a_power_that_the_key_names_and_does_not_spell() -> None:
    sides = (
        Side("1", said("Germany"), belligerents=(Belligerent("Germany", at("Germany")),)),
        Side("2", said("German Empire in exile"), belligerents=(Belligerent("German Empire", at("German Empire")),)),
    )
    campaign = of(sides=sides).campaigns[0]
    assert {"German"} == _peoples(campaign, "Germany", "the German 6th Army")
    assert set() == _peoples(campaign, "Germany", "the 6th Army")
    assert set() == _peoples(campaign, "the Valeans", "the German 6th Army")
    assert set() == _peoples(campaign, "the German Empire", "the German 6th Army")
