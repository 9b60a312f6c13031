"""A campaign and items of all ten formats, once as in the wild and once with every field holding what breaks cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.historical_date import HistoricalDate
from quizgen.items import BLANK, Distractor, Family, Format, Item, Level
from quizgen.ledger import guid
from quizgen.model import By, Campaign, DatedText, Page, Quote, Sentence, Sourced
from quizgen.writers import Material
from quizgen.writers._notes.faces import note_type

HERE = Quote("karst-1893.txt", 14, "On 4 May, Count Wa’el Điện crossed the Drava at Brod and took the mill.")
BOX = Quote("karst-1893.txt", 5, "3 May – 9 June 1893")

NASTY = (
    "<script>alert(1)</script>",
    "{{c1::gone}} and {{Field}}",
    "[sound:x.mp3] [latex]x[/latex] [$]y[/$]",
    "one\x1ftwo\x00three\x7f\x85",
    "5 < 6 & 7 > 2 &amp; &lt;b&gt;",
    r"\(x^2\) \[y\] $z$",
    "}} :: {{ a::b ]] [[type:Answer]]",
    "<b>unclosed \"quote' <img src=x onerror=alert(1)>",
    "\u0338 first, \u202egnirts\u202c, \ud800 alone",
    "Điện Biên Phủ, Wa’el, Ἀλέξανδρος, Суворов, دمشق",
)


def campaign(title: str = "Siege of Karst (May–June 1893)", *, name: str = "karst-1893", date: str = "1893-05-03/1893-06-09") -> Campaign:
    return Campaign(
        id=f"id-of-{name}",
        name=name,
        title=Sourced(title, HERE),
        page=Page(site="en.wikipedia.org", title=title, revision=4711, url="https://en.wikipedia.org/wiki/X", licence="CC BY-SA 4.0"),
        as_of="2024-05-01",
        date=DatedText(HistoricalDate(date), BOX),
        sentences=(Sentence(HERE.quote, "The siege > Crossing the Drava", HERE),),
    )


def item(form: Format, stem: str, key: tuple[str, ...], **more: object) -> Item:
    known = {
        "id": f"{more.get('type', 'crossing')}/{form}/karst/{len(stem)}",
        "type": "crossing",
        "family": Family.EVENTS,
        "facts": ("karst/event/1",),
        "source": HERE,
        "importance": Level("core", "the lead names it"),
        "difficulty": Level(2, "near in time"),
        "explanation": "The count crossed at Brod on the second day of the siege.",
        "campaign": "id-of-karst-1893",
    }
    return Item(format=form, stem=stem, key=key, **{**known, **more})  # type: ignore[arg-type]


def false(*options: tuple[str, str]) -> tuple[Distractor, ...]:
    return tuple(Distractor(text, why, "other value") for text, why in options)


MARSHALS = false(
    ("Marshal Teodor Brankov", "Brankov commanded on the other side, as head of the garrison."),
    ("General Ilse van der Meer", "Van der Meer is listed with the relief army, which arrived on 2 June."),
    ("Admiral Kostas Ioannidis", "Ioannidis led the river flotilla of the other side."),
)
DAYS = false(
    ("3 May 1893", "One day earlier: the siege began."),
    ("11 May 1893", "A week later: the second assault."),
    ("2 June 1893", "The relief army arrived on that day."),
)


def all_formats() -> tuple[Item, ...]:
    """Make one item of each format, of ordinary texts, and a choice of dates besides."""
    return (
        item(
            Format.MULTIPLE_CHOICE,
            "Who led the besieging army across the Drava at the siege of Karst?",
            ("Count Wa’el Điện",),
            distractors=MARSHALS,
            claimed_by="the Karst Gazette",
        ),
        item(
            Format.MULTIPLE_RESPONSE,
            "Which of these formations fought on the side of the besiegers at Karst?",
            ("1st Uhlans", "Brod Volunteers", "Sappers of the Guard"),
            distractors=false(
                ("Town Watch", "Listed with the garrison."),
                ("River Flotilla of the Lower Drava and Its Tributaries", "Listed with the garrison."),
                ("3rd Fortress Artillery", "Listed with the garrison."),
            ),
        ),
        item(Format.TRUE_FALSE, "The mill at Brod was taken before the relief army reached Karst.", ("True",)),
        item(Format.CLOZE, f"Besiegers cross the {BLANK} at Brod and take the mill.", ("Drava",), accepted=("river Drava",)),
        item(
            Format.SHORT_ANSWER,
            "Which commander of the besiegers was wounded at Karst?",
            ("Count Wa’el Điện",),
            accepted=("Wa’el Điện", "Count Wa’el Điện"),
        ),
        item(
            Format.NUMERIC,
            "According to the Karst Gazette, how many guns stood before Karst?",
            ("120–140",),
            claimed_by="the Karst Gazette",
        ),
        item(
            Format.DATE,
            "On which day of 1893 did besiegers cross the Drava?",
            ("4 May",),
            source=By("A. Teacher", "misprint", "Weiss 1921, p. 4"),
        ),
        item(
            Format.MATCHING,
            "Match each commander at Karst with the formation that he led.",
            (),
            pairs=(
                ("Ana Lukić", "1st Uhlans"),
                ("Béla Orbán", "Sappers of the Guard"),
                ("Jan Ruys", "Town Watch"),
                ("Iris Cole", "Brod Volunteers"),
            ),
            distractors=false(("3rd Fortress Artillery", "No listed commander led it.")),
        ),
        item(
            Format.ORDERING,
            "Put these events of the siege of Karst in order, the earliest first.",
            ("Besiegers cross the Drava", "Defenders retake the mill", "The relief army reaches Karst", "The siege is lifted"),
        ),
        item(
            Format.SORTING,
            "Sort these formations by the side for which they fought at Karst.",
            (),
            pairs=(
                ("1st Uhlans", "besiegers"),
                ("Sappers of the Guard", "besiegers"),
                ("Brod Volunteers", "besiegers"),
                ("Town Watch", "defenders"),
                ("3rd Fortress Artillery", "defenders"),
            ),
        ),
        item(
            Format.MULTIPLE_CHOICE,
            "On which day did besiegers cross the Drava at the siege of Karst?",
            ("4 May 1893",),
            distractors=DAYS,
            type="day",
            sensitive=True,
        ),
    )


def nasty_items() -> Iterator[Item]:
    """Give items of each format whose every text holds one of the traps."""
    for number, trap in enumerate(NASTY):
        for base in all_formats():
            yield _spoiled(base, trap, number)


def _spoiled(base: Item, trap: str, number: int) -> Item:
    def bad(text: str) -> str:
        return f"{trap} {text} {trap}"

    truth = base.format is Format.TRUE_FALSE
    return replace(
        base,
        id=f"{number}/{base.id}",
        stem=bad(base.stem),
        key=base.key if truth else tuple(map(bad, base.key)),
        pairs=tuple((bad(a), bad(b) if base.format is Format.MATCHING else f"{b} {trap}") for a, b in base.pairs),
        accepted=tuple(map(bad, base.accepted)),
        distractors=tuple(Distractor(bad(d.text), bad(d.why_false), d.ground) for d in base.distractors),
        explanation=bad(base.explanation),
        claimed_by=trap,
        source=Quote("karst.txt", 3, trap),
        type=f"type {trap}",
    )


def material(*items: Item, revised: str = "2020-02-02", typed: bool = True, **more: object) -> Material:
    return Material("Siege of Karst (May–June 1893)", (campaign(),), items, revised=revised, typed=typed, **more)  # type: ignore[arg-type]


def own_guid(each: Item) -> str:
    """Give the GUID of an item's note where short answers are typed."""
    return guid(each.id, note_type(each.format, typed=True).word)
