"""Sound items of every format about a campaign that never was, for the tests of formats, assembly, grading, study and writers."""

from __future__ import annotations

from dataclasses import replace

from quizgen.items import BLANK, Distractor, Family, Format, Item, Level
from quizgen.model import Quote

HERE = Quote("vale-1911.txt", 12, "On 3 May the Northern League crossed the Vell and took the mill at Orsk.")


def wrong(*texts: str) -> tuple[Distractor, ...]:
    return tuple(Distractor(text, f"{text} fought on the other side.", "other side") for text in texts)


def item(form: Format, stem: str, *key: str, name: str = "", **parts: object) -> Item:
    """An item on a fact of its own; `name` tells items of one format apart."""
    kind = str(parts.pop("type", f"sides.{form}"))
    plain = Item(
        id=f"{kind}/{form}/{name or 'one'}",
        type=kind,
        family=Family.SIDES,
        format=form,
        stem=stem,
        key=key,
        facts=(f"vale/{kind}/{form}/{name or 'one'}",),
        source=HERE,
        importance=Level("core", "it stands in the lead"),
        difficulty=Level(2, "the options are far apart"),
        explanation="The lead says so.",
        campaign="vale-1911",
    )
    return replace(plain, **parts)  # type: ignore[arg-type]


CHOICE = item(
    Format.MULTIPLE_CHOICE,
    "Which group held the mill at Orsk?",
    "Northern League",
    distractors=wrong("Southern League", "Guard of Tamm", "Free Rangers", "Sons of Orla", "Upland Horse"),
)
COUNTS = item(
    Format.MULTIPLE_CHOICE,
    "How many guns did the garrison have?",
    "400",
    name="counts",
    distractors=wrong("250", "600", "900", "1,500"),
)
RESPONSE = item(
    Format.MULTIPLE_RESPONSE,
    "Which of these fought for the League?",
    "Orsk Militia",
    "Vell Battalion",
    "Ferry Guard",
    distractors=wrong("Tamm Dragoons", "River Company", "Grey Lancers"),
)
STATEMENT = item(Format.TRUE_FALSE, "The Ferry Guard fought for the League.", "True")
FALSEHOOD = item(Format.TRUE_FALSE, "The Grey Lancers fought for the League.", "False", name="lancers")
CLOZE = item(Format.CLOZE, f"On 3 May the League took the mill at {BLANK}.", "Kerrin")
SHORT = item(
    Format.SHORT_ANSWER,
    "Who led the garrison of Tamm?",
    "Wa’el Diyab",
    accepted=("Diyab", "Colonel Wa’el Diyab"),
    distractors=wrong("Wael Dihab"),
)
NUMERIC = item(Format.NUMERIC, "How many wagons did the raiders burn?", "8,000", distractors=wrong("9,500"))
DATE = item(Format.DATE, "On which date in 1911 did the bridge fall?", "31 July 1911", distractors=wrong("30 July 1911"))
MATCHING = item(
    Format.MATCHING,
    "Match each commander with the group named beside him.",
    pairs=(("Adams", "Red Band"), ("Brook", "Blue Band"), ("Cole", "Green Band"), ("Dunn", "White Band")),
    distractors=wrong("Black Band"),
)
ORDERING = item(Format.ORDERING, "Put these events in order.", "The ford is crossed", "The fort falls", "The truce begins")
SORTING = item(
    Format.SORTING,
    "Sort these groups into the sides that they fought for.",
    pairs=(("Alder Horse", "League"), ("Birch Foot", "League"), ("Cedar Guns", "Crown"), ("Damson Sappers", "Crown")),
)
OPEN = item(
    Format.OPEN,
    "Two papers differ on the guns of the garrison. Give two reasons why they may.",
    "The Gazette: “400 guns” (line 12).",
    "May be named: who counted, and when.",
)
SAMPLES = (CHOICE, COUNTS, RESPONSE, STATEMENT, FALSEHOOD, CLOZE, SHORT, NUMERIC, DATE, MATCHING, ORDERING, SORTING)  # all that is graded
EVERY = (*SAMPLES, OPEN)


def pool(count: int, *, families: int = 8, types: int = 24) -> tuple[Item, ...]:
    """Many choices on facts of their own, spread over families and types, every third of them only useful."""
    kinds = tuple(Family)[:families]
    return tuple(
        item(
            Format.MULTIPLE_CHOICE,
            f"Which word answers riddle number {n} of the set?",
            f"right{n}",
            name=str(n),
            type=f"{kinds[n % len(kinds)]}.kind{n % types}",
            family=kinds[n % len(kinds)],
            importance=Level("useful" if n % 3 == 0 else "core", ""),
            distractors=wrong(*(f"wrong{n}{c}" for c in "abcde")),
        )
        for n in range(count)
    )
