"""A campaign that never was, sound items about it in every format, and small ways to spoil them."""

from __future__ import annotations

from dataclasses import replace

from quizgen.historical_date import HistoricalDate
from quizgen.items import BLANK, Distractor, Family, Format, Item, Level
from quizgen.model import (
    Belligerent,
    Campaign,
    Commander,
    DatedText,
    Entity,
    EntityKind,
    Estimate,
    Event,
    EventKind,
    Quote,
    Sentence,
    Side,
    Sourced,
    Unit,
)
from quizgen.rules import Rule, rules
from quizgen.world import World, load


def at(text: str) -> Quote:
    return Quote("vale-1911.txt", 7, text)


def said(text: str) -> Sourced:
    return Sourced(text, at(text))


def unit(name: str, parent: str | None = None, *, placeholder: bool = False) -> Unit:
    return Unit(name, at(name), parent, placeholder)


def happened(date: str, caption: str, *, by: bool = False) -> Event:
    sentence = Sentence(f"{caption}.", "The fighting", at(caption), (HistoricalDate(date),))
    return Event(
        EventKind.ACTION, sentence, HistoricalDate(date), by=by, side="1", action="capture", caption=caption, id=f"{date}-{len(caption)}"
    )


REBELS = Side(
    "1",
    said("rebels"),
    (said("insurgents"),),
    belligerents=tuple(Belligerent(name, at(name)) for name in ("Northern League", "Free Company of Orsk", "Sons of Lanna")),
    commanders=(
        Commander("Piet Harrow", at("Piet Harrow"), role="Sons of Lanna commander", fate="KIA"),
        Commander("Jan Osk", at("Jan Osk"), rank="Col.", role="Marsh Rangers commander"),
        Commander("Unknown ferry commander", at("Unknown ferry commander"), placeholder=True),
    ),
    units=(
        unit("Marsh Rangers"),
        unit("Heron Company", "Marsh Rangers"),
        unit("3rd Division", "Marsh Rangers"),
        unit("8th Brigade"),
        unit("Lantern Guild"),
        unit('"Ironclad" elite shock troops'),
        unit("Thistle Riders"),
    ),
    casualties=(
        Estimate("300 killed (Daily Gazette)", at("300 killed"), "killed", 300, 300, claimed_by="Daily Gazette"),
        Estimate("450 killed (Vale Courier)", at("450 killed"), "killed", 450, 450, claimed_by="Vale Courier"),
    ),
)
GOVERNMENT = Side(
    "2",
    said("government forces"),
    (said("Army"),),
    belligerents=tuple(Belligerent(name, at(name)) for name in ("Kingdom of Vale", "Republican Guard", "Aerospace Forces")),
    commanders=(Commander("Emil Trost", at("Emil Trost"), rank="Gen.", role="Minister of War"),),
    units=(unit("River Guards"), unit("Royal Fusiliers"), unit("Castle Watch", "River Guards"), unit("Amber Hussars")),
)
PLACES = (
    Entity("Orsk mill", EntityKind.PLACE, at("Orsk mill"), ("Old Mill of Orsk", "Brenn mill")),
    Entity("Sella bridge", EntityKind.PLACE, at("Sella bridge"), maybe_same=("Upper Sella crossing",)),
    Entity("Tarn ferry", EntityKind.PLACE, at("Tarn ferry")),
    Entity("Upper Sella crossing", EntityKind.PLACE, at("Upper Sella crossing")),
)
CAMPAIGN = Campaign(
    id="vale-offensive-may-june-1911",
    name="vale-1911",
    title=said("Northern Vale offensive (May–June 1911)"),
    date=DatedText(HistoricalDate("1911-05-28/1911-06-09"), at("28 May – 9 June 1911")),
    place=said("Vale, Lannoy"),
    part_of=(said("Lannoy Civil War"),),
    outcomes=(said("Rebels take the Tarn valley"),),
    sides=(REBELS, GOVERNMENT),
    events=(
        happened("1911-05-28", "Rebels capture the Orsk mill"),
        happened("1911-06-01", "Government forces retake the Sella bridge"),
        happened("1911-06-04", "Rebels capture the Tarn ferry"),
        happened("1911-06-04", "Government forces shell the Lanna road"),
        happened("1911-06-06", "Rebels reach the Korra quarry", by=True),
    ),
    entities=PLACES,
)
WORLD = load(CAMPAIGN)
FACT = WORLD.facts[0].id
CLAIMS = tuple(fact.id for fact in WORLD.facts if fact.claimed_by)


def wrong(*texts: str) -> tuple[Distractor, ...]:
    return tuple(Distractor(text, "It stands in the list of the other side.", "other side") for text in texts)


def item(form: Format, stem: str, *key: str, **parts: object) -> Item:
    plain = Item(
        id=f"sides.sample/{form}/{FACT}",
        type="sides.sample",
        family=Family.SIDES,
        format=form,
        stem=stem,
        key=key,
        facts=(FACT,),
        source=at("Northern League"),
        importance=Level("core", "the lead names it"),
        difficulty=Level(2, "the options are far apart"),
        explanation="The list of belligerents names it.",
        campaign=CAMPAIGN.id,
    )
    return replace(plain, **parts)  # type: ignore[arg-type]


def but(sound: Item, *options: str, **changes: object) -> Item:
    """The item with other distractors, where given, and other fields."""
    return replace(sound, **({"distractors": wrong(*options)} if options else {}), **changes)  # type: ignore[arg-type]


NAMED = "the Northern Vale offensive of 1911"
CHOICE = item(
    Format.MULTIPLE_CHOICE,
    f"Which group fought on the side of the rebels in {NAMED}?",
    "Marsh Rangers",
    distractors=wrong("River Guards", "Amber Hussars", "Royal Fusiliers"),
)
SIDES = item(
    Format.MULTIPLE_CHOICE,
    f"On which side did the Marsh Rangers fight in {NAMED}?",
    "the rebels",
    distractors=wrong("the government forces"),
)
DAYS = item(
    Format.MULTIPLE_CHOICE,
    "In 1911, on which day did rebels capture the Orsk mill in the Northern Vale offensive?",
    "28 May",
    family=Family.DATES,
    distractors=wrong("27 May", "1 June", "4 June"),
)
FIGURES = item(
    Format.MULTIPLE_CHOICE,
    f"According to the Daily Gazette, how many rebels were killed in {NAMED}?",
    "300",
    family=Family.FIGURES,
    distractors=wrong("200", "450", "600"),
)
EVENTS = item(
    Format.MULTIPLE_CHOICE,
    f"Which event of {NAMED} fell on 28 May?",
    "Rebels capture the Orsk mill",
    family=Family.DATES,
    distractors=wrong(
        "Rebels capture the Tarn ferry", "Government forces retake the Sella bridge", "Government forces shell the Lanna road"
    ),
)
PHASE = item(
    Format.MULTIPLE_CHOICE,
    f"Was the Sella bridge retaken before, during or after {NAMED}?",
    "during",
    family=Family.DATES,
    distractors=wrong("before", "after"),
)
RESPONSE = item(
    Format.MULTIPLE_RESPONSE,
    f"Which of these groups were on the side of the rebels in {NAMED}?",
    "Marsh Rangers",
    "Sons of Lanna",
    distractors=wrong("River Guards", "Amber Hussars", "Royal Fusiliers"),
)
STATEMENT = item(Format.TRUE_FALSE, f"The Marsh Rangers fought on the side of the rebels in {NAMED}.", "True")
CLOZE = item(Format.CLOZE, f"On 28 May 1911, rebels captured the {BLANK}.", "Orsk mill", family=Family.EVENTS, accepted=("Brenn mill",))
SHORT = item(
    Format.SHORT_ANSWER,
    f"Which formation did the Castle Watch stand under in {NAMED}?",
    "River Guards",
    family=Family.UNITS,
    accepted=("Guards",),
)
NUMERIC = item(Format.NUMERIC, f"How many days did {NAMED} last, counting its first and its last day?", "13", family=Family.DATES)
DATE = item(Format.DATE, "On which day of the year 1911 did the Northern Vale offensive begin?", "28 May", family=Family.DATES)
PLACE = item(
    Format.MULTIPLE_CHOICE,
    "Where did the rebels fight government forces from 28 May to 9 June 1911?",
    "Vale, Lannoy",
    family=Family.PLACES,
    distractors=wrong("Ostra, Lannoy", "Pelm, Lannoy", "Gorl, Lannoy"),
)
MATCHING = item(
    Format.MATCHING,
    f"Match each formation with the one that it stood under in {NAMED}.",
    family=Family.UNITS,
    pairs=(
        ("Heron Company", "Marsh Rangers"),
        ("Castle Watch", "River Guards"),
        ("Otter Battery", "Lantern Guild"),
        ("Copper Squadron", "Thistle Riders"),
    ),
    distractors=wrong("Amber Hussars"),
)
ORDERING = item(
    Format.ORDERING,
    f"Put these events of {NAMED} in order, the earliest first.",
    "Rebels capture the Orsk mill",
    "Government forces retake the Sella bridge",
    "Rebels capture the Tarn ferry",
    family=Family.DATES,
)
SORTING = item(
    Format.SORTING,
    f"Sort these groups by the side that they fought on in {NAMED}.",
    pairs=(
        ("Marsh Rangers", "Rebels"),
        ("Sons of Lanna", "Rebels"),
        ("River Guards", "Government forces"),
        ("Amber Hussars", "Government forces"),
    ),
)
SOUND = {name: value for name, value in globals().items() if isinstance(value, Item) and not name.startswith("_")}


def _of_this_suite() -> list[Rule]:
    """All rules but those on truth, which have tests of their own and need real question types."""
    return [rule for rule in rules() if not rule.check.__module__.endswith(".truth")]


def broken(spoilt: Item, world: World = WORLD, *, refuses: bool = True) -> dict[int, str]:
    """What an item breaks: rule number → how, of the rules that refuse or of those that report."""
    return {rule.number: why for rule in _of_this_suite() if rule.refuses is refuses for why in rule.check(spoilt, world)}
