"""What frames the items: the title block, the head of a section, an item's number and points, the foot of a page."""

from __future__ import annotations

from quizgen.assembly import Quiz
from quizgen.model import Page as WikiPage
from quizgen.wording import counted
from quizgen.writers import Material
from quizgen.writers.worksheet.blocks import Block, Down, Row, Rule, Stack, centred, right, text
from quizgen.writers.worksheet.boxes import Badge, Fields
from quizgen.writers.worksheet.pages import Page
from quizgen.writers.worksheet.pen import Pen
from quizgen.writers.worksheet.sections import Section
from quizgen.writers.worksheet.style import (
    BODY,
    CODES,
    EYEBROW,
    FOOT,
    GUTTER,
    HEAD,
    INSTRUCTION,
    LABEL,
    LEFT,
    POINTS,
    STRONG,
    TITLE,
)

BADGE = 40.0
SEED = 40  # characters of a seed that stand in the footer
FOOT_Y = 50.0  # the rule above the footer


def title_block(material: Material, quiz: Quiz, measure: float) -> Block:
    """Set kind, title, extent, form letter, and the lines for name, class, date and score."""
    extent = f"{counted(len(quiz.items), 'question')}, {counted(quiz.points, 'point')}"
    kind = "Answer key" if material.key else "Worksheet"
    words = measure - (BADGE + 16 if quiz.form else 0)
    head = Stack((text(kind, words, EYEBROW), text(material.title, words, TITLE), text(extent, words, LABEL)), gap=1)
    badge: tuple[tuple[float, Block], ...] = (
        ((measure - BADGE, Badge("Key" if material.key else "Form", quiz.form, BADGE, filled=material.key)),) if quiz.form else ()
    )
    fields = Fields((("Name", 0.39), ("Class", 0.18), ("Date", 0.2), ("Score", 0.23)), measure, f"/ {quiz.points}")
    return Stack((Row(((0, head), *badge)), fields), gap=12)


def section_head(section: Section, measure: float) -> Block:
    """Set rule, title, points and instruction."""
    each = {drawn.points for drawn in section.peers}
    worth = f" {counted(each.pop(), 'point')} each." if len(each) == 1 and len(section.items) > 1 else ""
    head = Row(
        (
            (0, text(section.layout.title, measure - 80, HEAD)),
            (measure - 80, Down(HEAD.baseline - LABEL.baseline, right(counted(section.points, "point"), 80, LABEL))),
        )
    )
    return Stack((Rule(measure, 0.8, below=5), head, text(section.layout.instruction + worth, measure, INSTRUCTION)))


def numbered(number: int, points: int, body: Block, measure: float) -> Row:
    """Hang an item's number in the margin and its points at the right."""
    return Row(
        (
            (0, text(f"{number}.", GUTTER, STRONG)),
            (GUTTER, body),
            (measure - POINTS, Down(BODY.baseline - LABEL.baseline, right(f"[{points}]", POINTS, LABEL))),
        )
    )


def foot(pen: Pen, page: Page, number: int, total: int, material: Material, quiz: Quiz, measure: float) -> None:
    """Draw the footer: form and seed, page x of y, licence, and the codes of the page's items."""
    third = measure * 0.36
    seed = quiz.seed if len(quiz.seed) <= SEED else quiz.seed[:SEED] + " …"
    form = ("answer key, " if material.key else "") + (f"form {quiz.form}, " if quiz.form else "") + f"seed {seed}"
    facts = Row(
        (
            (0, text(form[:1].upper() + form[1:], third, FOOT)),
            (third, centred(f"Page {number} of {total}", measure - 2 * third, FOOT)),
            (measure - third, right(licence(material, quiz), third, FOOT)),
        )
    )
    items = [flow for _, flow in page.placed if flow.code]
    codes = f"{_range(items[0].number, items[-1].number)}: {' '.join(flow.code for flow in items)}" if items else ""
    Stack((Rule(measure, below=4), facts, text(codes, measure, CODES)), gap=1).draw(pen, LEFT, FOOT_Y)


def _range(first: int, last: int) -> str:
    return f"Items {first}–{last}" if last > first else f"Item {first}"


def licence(material: Material, quiz: Quiz) -> str:
    """Give the source and licence in words that name no article, for a title may hold an answer."""
    pages = [campaign.page for campaign in material.campaigns if campaign.page]
    found = sorted({", ".join(part for part in (f"Text from {site(page)}", page.licence) if part) for page in pages if site(page)})
    return "; ".join(found) or ("Sources and licence: see the answer key" if quiz.credits else "")


def site(page: WikiPage) -> str:
    """Name the site of a page."""
    return "Wikipedia" if "wikipedia.org" in f"{page.site} {page.url}".lower() or page.site == "Wikipedia" else page.site
