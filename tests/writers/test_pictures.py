"""Every kind of page as a picture: `pytest --update-goldens` draws the pictures anew; look at them before you commit them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from quizgen.historical_date import HistoricalDate
from quizgen.model import Aim, Belligerent, Commander, DatedText, Estimate, Event, EventKind, Result, Sentence, Side, Sourced, Unit
from quizgen.passages import Paragraph, Passage
from quizgen.printing import Flip, Printing
from quizgen.writers import Material
from quizgen.writers.cards import WRITER as CARDS
from quizgen.writers.study_guide import WRITER as GUIDE
from quizgen.writers.worksheet import write
from tests import samples
from tests.writers.worksheet.papers import CAMPAIGN, HERE, TIMELINE, TREE, material

GOLDENS = Path(__file__).with_name("goldens")
SCALE = 0.75
MEAN, FAR = 0.4, 0.002  # of 255 on average; share of the pixels that differ clearly

DAY = "1911-05-0"
TOLD = ((3, "The League crosses the Vell"), (3, "The League takes the mill at Orsk"), (5, "The Army retakes Huwayz"), (6, "Both rest"))
TOWN = replace(
    CAMPAIGN,
    date=DatedText(HistoricalDate("1911-05-03/1911-05-06"), HERE),
    place=Sourced("The Vell marsh", HERE),
    part_of=(Sourced("War of the Two Rivers", HERE),),
    aims=(Aim("open the road to Orsk", "1", HERE),),
    result=Result(None, None, None, "The League holds the mill", HERE),
    sides=(
        Side(
            "1",
            Sourced("League", HERE),
            belligerents=(Belligerent("Northern League", HERE), Belligerent("Vell Volunteers", HERE)),
            commanders=(Commander("Wa’el Diyab", HERE, rank="Col.", role="8th Marsh Rifles commander"),),
            units=(Unit("1st Column", HERE), Unit("8th Marsh Rifles", HERE, "1st Column"), Unit("Ferry Guard", HERE, "8th Marsh Rifles")),
            strength=(Estimate("4,000–5,000", HERE, low=4000, high=5000),),
        ),
        Side("2", Sourced("Army", HERE), belligerents=(Belligerent("Army of the South", HERE),), units=(Unit("River Flotilla", HERE),)),
    ),
    events=tuple(
        Event(EventKind.ACTION, Sentence(words, "", HERE), HistoricalDate(f"{DAY}{day}"), caption=words, id=str(n))
        for n, (day, words) in enumerate(TOLD)
    ),
)
PASSAGE = Passage(HERE.file, (Paragraph("The crossing", 11, is_heading=True), Paragraph("The marsh froze early that year. " * 30, 12)))


def two_forms() -> bytes:
    sheet = material(key=True)
    assert sheet.quiz is not None
    return write(replace(sheet, others=(replace(sheet.quiz, form="B"),)))


PAGES: dict[str, tuple[Callable[[], bytes], int]] = {
    "paper": (lambda: write(material()), 1),
    "paper-2": (lambda: write(material()), 2),
    "paper-3": (lambda: write(material()), 3),
    "figures": (lambda: write(material(TIMELINE, TREE)), 1),
    "figures-key": (lambda: write(material(TIMELINE, TREE, key=True)), 1),
    "key": (lambda: write(material(key=True, explain=True)), 1),
    "key-map": (two_forms, 1),
    "large-print": (lambda: write(material(large_print=True, fonts=("hyperlegible",))), 1),
    "wide": (lambda: write(material(wide=True, word_bank=True, paper="Letter")), 2),
    "passage": (lambda: write(replace(material(), passages=(PASSAGE,))), 1),
    "cards": (lambda: CARDS.write(Material("Vale", (), samples.SAMPLES)), 1),
    "cards-fold": (lambda: CARDS.write(Material("Vale", (), samples.SAMPLES, printing=Printing(flip=Flip.FOLD))), 1),
    "guide": (lambda: GUIDE.write(Material("Marsh", (TOWN,))), 1),
}


def drawn(data: bytes, page: int) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        picture: Image.Image = document[page - 1].render(scale=SCALE, grayscale=True).to_pil()
        return picture.convert("L").quantize(16).convert("L")
    finally:
        document.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(name: str, update_goldens: bool) -> None:
    make, page = PAGES[name]
    golden, picture = GOLDENS / f"{name}.png", drawn(make(), page)
    if update_goldens:
        picture.quantize(16).save(golden, optimize=True)
    with Image.open(golden) as before:
        difference = ImageChops.difference(picture, before.convert("L"))
    far = sum(difference.histogram()[96:]) / (difference.width * difference.height)
    assert ImageStat.Stat(difference).mean[0] < MEAN
    assert far < FAR
