"""What frames the items: the title block, the head of a section, an item's number and points, the foot of a page."""

from __future__ import annotations

from quizgen.assembly import Quiz
from quizgen.wording import counted
from quizgen.writers import Material
from quizgen.writers._print.blocks import Aside, Block, Down, Row, Rule, Stack, Tagged, centred, paragraph, right, text
from quizgen.writers._print.boxes import Badge, Fields, Framed
from quizgen.writers._print.pages import Page
from quizgen.writers._print.pen import Pen
from quizgen.writers._print.sources import licence
from quizgen.writers._print.style import LEFT, Type
from quizgen.writers.worksheet.sections import Section

SEED = 40  # characters of a seed that stand in the footer
RULE = 14.0  # from the text to the rule above the footer


def title_block(material: Material, quiz: Quiz, measure: float, type_: Type) -> Block:
    """Set kind, title, extent and form letter; on a paper also the lines for name, class, date and score."""
    extent = f"{counted(len(quiz.items), 'question')}, {counted(quiz.points, 'point')}"
    badge = Badge("Key" if material.key else "Form", quiz.form, type_, filled=material.key)
    words = measure - (badge.side + 16 if quiz.form else 0)
    kind = paragraph("Answer key" if material.key else "Worksheet", words, type_.eyebrow)
    head = Stack((kind, paragraph(material.title, words, type_.title, "H1"), paragraph(extent, words, type_.label)), gap=1)
    marked = ((measure - badge.side, Tagged("P", badge)),) if quiz.form else ()
    block = Row(((0, head), *marked))
    return block if material.key else Stack((block, _fields(quiz, measure, type_)), gap=12)


def _fields(quiz: Quiz, measure: float, type_: Type) -> Block:
    score = f"/ {quiz.points}"
    if not type_.single:
        shares = (("Name", 0.39, quiz.student), ("Class", 0.18, ""), ("Date", 0.2, ""), ("Score", 0.23, ""))
        return Tagged("P", Fields(shares, measure, score, type_.label))
    rows = (((("Name", 1.0, quiz.student),), ""), ((("Class", 0.3, ""), ("Date", 0.34, ""), ("Score", 0.36, "")), score))
    return Stack(tuple(Tagged("P", Fields(labels, measure, tail, type_.label)) for labels, tail in rows), gap=6)


def section_head(section: Section, measure: float, type_: Type, bank: tuple[str, ...] = ()) -> Block:
    """Set rule, title, points and instruction, and below them the words to choose from."""
    each = {drawn.points for drawn in section.peers}
    worth = f" {counted(each.pop(), 'point')} each." if len(each) == 1 and len(section.items) > 1 else ""
    points = counted(section.points, "point")
    column = max(80.0, type_.label.width(points) + 6)
    level = type_.head.baseline - type_.label.baseline
    worth_all = Down(level, Tagged("P", right(points, column, type_.label)))
    head = Row(((0, paragraph(section.layout.title, measure - column, type_.head, "H2")), (measure - column, worth_all)))
    parts = (Rule(measure, 0.8, below=5), head, paragraph(section.layout.instruction + worth, measure, type_.instruction))
    return Stack((*parts, *word_bank(bank, measure, type_)))


def word_bank(words: tuple[str, ...], measure: float, type_: Type) -> tuple[Block, ...]:
    """Set the words to choose from in a box."""
    if not words:
        return ()
    inside = paragraph("   ·   ".join(words), measure - 20, type_.body)
    return (Rule(0, above=4, below=4), Framed(inside, measure, 9))


def numbered(number: int, points: int, body: Block, measure: float, type_: Type, *, is_told: bool) -> Tagged:
    """Hang an item's number in the margin and its points at the right; points that were told for all items are no content again."""
    worth = right(f"[{points}]", type_.points, type_.label)
    marked = Down(type_.body.baseline - type_.label.baseline, Aside(worth) if is_told else Tagged("P", worth))
    said = Row(((type_.gutter, body), (measure - type_.points, marked)))
    return Tagged("LI", Row(((0, paragraph(f"{number}.", type_.gutter, type_.strong, "Lbl")), (0, Tagged("LBody", said)))))


def foot(pen: Pen, page: Page, number: int, total: int, material: Material, quiz: Quiz, measure: float, type_: Type) -> None:
    """Draw the footer: form and seed, page x of y, licence, and the codes of the page's items."""
    seed = quiz.seed if len(quiz.seed) <= SEED else quiz.seed[:SEED] + " …"
    form = ("answer key, " if material.key else "") + (f"form {quiz.form}, " if quiz.form else "") + f"seed {seed}"
    said = form[:1].upper() + form[1:]
    left, middle = measure * 0.34, measure * 0.22
    facts = Row(
        (
            (0, text(said, left, type_.foot)),
            (left, centred(f"Page {number} of {total}", middle, type_.foot)),
            (left + middle, right(licence(material, quiz), measure - left - middle, type_.foot)),
        )
    )
    items = [flow for _, flow in page.placed if flow.code]
    codes = f"{_range(items[0].number, items[-1].number)}: {' '.join(flow.code for flow in items)}" if items else ""
    Stack((Rule(measure, below=4), facts, text(codes, measure, type_.codes)), gap=1).draw(pen, LEFT, type_.bottom - RULE)


def _range(first: int, last: int) -> str:
    return f"Items {first}–{last}" if last > first else f"Item {first}"
