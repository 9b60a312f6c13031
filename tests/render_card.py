"""A deck → a picture of one of its cards, front by day and back by night: `python -m tests.render_card DECK.apkg OUT.png [SEARCH]`.

SEARCH is a search of Anki's browser (default: a multiple-choice card); of the cards found the first is shown.
"""

from __future__ import annotations

import argparse
import tempfile
from io import BytesIO
from pathlib import Path

from anki.collection import Card
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser import PHONE, chromium
from tests.writers.apkg.anki_collection import cards, collection, faces, imported
from tests.writers.apkg.reviewer import reviewer, show

CHOICE = '"note:quizgen Multiple choice"'


def picture(browser: Browser, package: bytes, search: str = CHOICE) -> bytes:
    """Draw the card as a PNG, a wrong choice tapped; the same bytes for the same deck and fonts. LookupError if none is found."""
    with tempfile.TemporaryDirectory() as folder, collection(Path(folder)) as opened:
        imported(opened, package)
        found = cards(opened, search)
        if not found:
            raise LookupError(f"no card is found by {search}")
        sides = [_side(browser, found[0], is_back=is_back) for is_back in (False, True)]
    return _joined(sides)


def _side(browser: Browser, card: Card, *, is_back: bool) -> Image.Image:
    page = reviewer(browser, PHONE, is_dark=is_back)
    front, back = faces(card)
    show(page, back)
    wrong = page.locator(".judged .wrong b").all_inner_texts()
    page.evaluate("Math.random = () => 0.3")  # else each picture has an order of its own
    show(page, front)
    _tap(page, wrong)
    if is_back:
        show(page, back)
    shot = Image.open(BytesIO(page.screenshot(full_page=True)))
    page.context.close()
    return shot.convert("RGB")


def _tap(page: Page, wrong: list[str]) -> None:
    for choice in page.locator("ol.choices > li").all():
        if choice.inner_text() in wrong:
            choice.click()
            return


def _joined(sides: list[Image.Image]) -> bytes:
    width, height = sum(side.width for side in sides), max(side.height for side in sides)
    whole = Image.new("RGB", (width, height))
    left = 0
    for side in sides:
        whole.paste(side.getpixel((0, side.height - 1)), (left, 0, left + side.width, height))
        whole.paste(side, (left, 0))
        left += side.width
    png = BytesIO()
    whole.quantize(128, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    return png.getvalue()


def main() -> None:
    """Read the arguments and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("deck", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("search", nargs="?", default=CHOICE)
    given = parser.parse_args()
    with chromium() as browser:
        given.out.write_bytes(picture(browser, given.deck.read_bytes(), given.search))


if __name__ == "__main__":
    main()
