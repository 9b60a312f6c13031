"""Quizzes made by hand for the worksheet tests, all ten formats, on a made-up campaign."""

from __future__ import annotations

from dataclasses import replace

from quizgen.assembly import Quiz
from quizgen.formats import Answer, Drawn
from quizgen.items import BLANK, Family, Format, Item, Level
from quizgen.model import Campaign, Page, Quote, Source, Sourced
from quizgen.printing import Printing
from quizgen.writers import Material

HERE = Quote("marsh-1911.txt", 12, "On 3 May the Northern League crossed the Vell and took the mill at Orsk.")
CAMPAIGN = Campaign(
    id="marsh-offensive-may-1911",
    name="marsh-1911",
    title=Sourced("Marsh offensive (May 1911)", HERE),
    page=Page(site="en.wikipedia.org", title="Marsh offensive (May 1911)", revision=123456, licence="CC BY-SA 4.0"),
)


def drawn(
    form: Format,
    stem: str,
    answer: Answer,
    *,
    name: str = "",
    points: int = 1,
    accepted: tuple[str, ...] = (),
    source: Source = HERE,
    type: str = "sides.of_commander",  # noqa: A002 - as the item has it
    **parts: tuple[str, ...],
) -> Drawn:
    item = Item(
        id=f"marsh/{form}/{name or stem}",
        type=type,
        family=Family.SIDES,
        format=form,
        stem=stem,
        key=(str(answer),),
        facts=("marsh/start",),
        source=source,
        importance=Level("core", "the lead names it"),
        difficulty=Level(2, "same day"),
        explanation="The League took the mill on 3 May.",
        campaign="marsh-offensive-may-1911",
        accepted=accepted,
    )
    return Drawn(item, points, answer, **parts)


def choice(stem: str, options: tuple[str, ...], right: int, **more: str) -> Drawn:
    return drawn(Format.MULTIPLE_CHOICE, stem, right, options=options, **more)


ALL = (
    choice("Which village did the Northern League capture on 3 May 1911?", ("Orsk", "Na’asani", "Điện Biên Phủ", "Al-'Amariyah"), 1),
    choice(
        "What was one result of the Marsh offensive of 1911?",
        (
            "The League opens a new road through the Orsk district",
            "The Army takes the upper bridge",
            "Both sides leave the marsh by treaty",
        ),
        0,
    ),
    choice(
        "On which side did Wa’el Diyab fight in the Marsh offensive of 1911?",
        (
            "The side of the Northern League, listed as a commander of the 8th Marsh Rifles",
            "The side of the Army of the South and its river flotilla",
        ),
        1,
    ),
    choice("How many days did the fighting for the mill at Orsk last, both ends counted?", ("3", "4", "5", "9"), 2),
    drawn(
        Format.MULTIPLE_RESPONSE,
        "Which of these groups fought for the Northern League?",
        (0, 3, 4),
        points=3,
        options=("Marsh Rifles", "River Flotilla", "Southern Guard", "Vell Volunteers", "5th Brigade", "Engineers of Orsk"),
    ),
    drawn(
        Format.TRUE_FALSE, "The Northern League took the mill at Orsk before it crossed the river Vell near the upper bridge.", answer=False
    ),
    drawn(Format.TRUE_FALSE, "The Army held the upper bridge on 6 May 1911.", answer=True),
    drawn(
        Format.CLOZE,
        f"On 3 May 1911 the Northern League crossed the Vell and captured {BLANK}, which the Army had held since the winter of that year.",
        "the mill at Orsk",
    ),
    drawn(Format.CLOZE, f"The Army retook ({BLANK}) on 5 May.", "Huwayz", accepted=("Huwaiz", "al-Huwayz")),
    drawn(Format.SHORT_ANSWER, "Who commanded the 8th Marsh Rifles?", "Abdel Qader Na’asani", accepted=("Na’asani",)),
    drawn(Format.SHORT_ANSWER, "Which war was the Marsh offensive of 1911 a part of?", "War of the Two Rivers", points=2),
    drawn(Format.NUMERIC, "How many of its soldiers were killed, according to the League?", "469"),
    drawn(Format.DATE, "On which day of May 1911 did the Army retake Huwayz?", "5 May"),
    drawn(
        Format.MATCHING,
        "Match each commander with the group that he is listed as a commander of.",
        ((0, 2), (1, 0), (2, 3), (3, 4)),
        points=4,
        premises=("Wa’el Diyab", "Σωκράτης Παπάς", "Георгий Жуков", "Abu Mohammad Al-Sari of the Upper Marshes"),
        responses=(
            "River Flotilla",
            "Southern Guard",
            "Marsh Rifles",
            "102nd Imam Hossein Battalion of the Marsh",
            "Vell Volunteers",
            "Engineers of Orsk",
        ),
    ),
    drawn(
        Format.ORDERING,
        "Put these events of the Marsh offensive in order.",
        (2, 0, 1),
        points=2,
        options=("The Army retakes Huwayz", "The League leaves the upper bridge", "The League captures the mill at Orsk"),
    ),
    drawn(
        Format.SORTING,
        "Sort these groups by the side that they fought for.",
        {"Northern League": (0, 2), "Army": (1, 3)},
        points=4,
        options=("Marsh Rifles", "River Flotilla", "Vell Volunteers", "Southern Guard"),
        groups=("Northern League", "Army"),
    ),
)
TIMELINE = drawn(
    Format.MATCHING,
    "Put each event in its place on the timeline of the Marsh offensive.",
    ((0, 2), (1, 0), (2, 3), (3, 4)),
    points=2,
    type="dates.timeline",
    premises=("3 May 1911", "5 May 1911", "6 May 1911", "9 May 1911"),
    responses=(
        "The Army retakes Huwayz",
        "The Army takes the upper bridge",
        "The League crosses the Vell near the upper bridge, takes the mill at Orsk, and sends the river flotilla home to the marsh",
        "Wa’el Diyab opens a new road through the Orsk district",
        "The League leaves",
    ),
)
TREE = drawn(
    Format.SORTING,
    "Put each unit in its place in the order of battle of the Marsh offensive.",
    {"1st Column": (1, 2, 4), "River Command of the South": (0, 3)},
    points=3,
    type="units.gaps",
    options=("Ferry Guard", "8th Marsh Rifles", "Vell Volunteers", "102nd Imam Hossein Battalion of the Marsh", "Huwayz Horse"),
    groups=("1st Column", "River Command of the South"),
)
QUIZ = Quiz(seed="1", items=ALL, sources=("marsh-1911",), titles=("Marsh offensive (May 1911)",), form="A")


def material(
    *items: Drawn, key: bool = False, paper: str = "A4", title: str = "Marsh offensive", form: str = "A", **look: object
) -> Material:
    quiz = replace(QUIZ, items=items or ALL, form=form)
    return Material(title=title, campaigns=(CAMPAIGN,), quiz=quiz, key=key, paper=paper, printing=Printing(**look))
