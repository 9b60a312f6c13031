"""Campaigns → the pages of their guides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum

from quizgen.diagnostics import QuizgenError, Span, fail
from quizgen.model import Campaign, Commander, Side
from quizgen.naming import short_title, side_name
from quizgen.writers import Material
from quizgen.writers._print.blocks import Block, Row, Rule, Stack, Tagged, centred, paragraph, right, text
from quizgen.writers._print.faults import missing, too_tall
from quizgen.writers._print.fonts import MissingGlyph, settable
from quizgen.writers._print.pages import Flow, Page, TooTallError, paginate
from quizgen.writers._print.press import Press
from quizgen.writers._print.print import print_pages
from quizgen.writers._print.sources import credit, licence
from quizgen.writers._print.style import HAIR, INK, LEFT, PAPERS, RIGHT, TOP, Style, Type, type_for
from quizgen.writers._print.tags import Element
from quizgen.writers.study_guide.orders import tree
from quizgen.writers.study_guide.timeline import events, fitting, timeline

LABEL = 0.15  # of the measure
GAP = 16.0
NAMES = 8  # of a side, powers or leaders, on the summary
BODY, SMALL = 9.0, 8.0  # the summary's type in points


def guide(material: Material) -> bytes:
    """Lay out and draw the guides; see `write`."""
    size = PAPERS.get(material.paper)
    if not size:
        raise fail(Span("study guide"), "W103", f'no paper is called "{material.paper}"', f"use {' or '.join(PAPERS)}")
    press = Press(size)
    for campaign in material.campaigns:
        setter = _Guide(campaign, size, _type(type_for(material.printing)))
        try:
            pages = setter.pages()
        except TooTallError as err:
            raise too_tall(err, Span(campaign.name), "a part of the study guide") from err
        except MissingGlyph as err:
            raise QuizgenError([missing(err, Span(campaign.name), "the study guide", "correct the model")]) from err

        def below(_: Page, number: int, setter: _Guide = setter, total: int = len(pages)) -> None:
            setter.foot(press, number, total, licence(material))

        if len(material.campaigns) > 1:
            press.bookmark(campaign.title.value, size[1])
        part = Element("Part") if len(material.campaigns) > 1 else press.document
        print_pages(press, part, pages, below, level=int(len(material.campaigns) > 1))
    return press.bytes(f"{material.title}, study guide", "study guide")


def _type(usual: Type) -> Type:
    """Make the summary's type of the usual one: smaller, unless it is large print."""
    if usual.single:
        return usual

    def smaller(style: Style) -> Style:
        return replace(style, size=BODY, leading=style.leading * BODY / style.size * 0.93)

    return replace(usual, body=smaller(usual.body), strong=smaller(usual.strong))


class _Guide:
    def __init__(self, campaign: Campaign, size: tuple[float, float], type_: Type) -> None:
        self.campaign, self.size, self.type = campaign, size, type_
        self.measure = size[0] - LEFT - RIGHT
        self.capacity = size[1] - TOP - type_.bottom

    def pages(self) -> tuple[Page, ...]:
        """Set the summary on a page, with as much of the timeline as fits; then the whole timeline, and the order of battle."""
        flows = [Flow(self._title()), *self._facts(), *self._sides()]
        sources = self._sources()
        used = fsum(flow.block.height + flow.gap for flow in flows) + fsum(flow.block.height + flow.gap for flow in sources)
        head = self._head("Timeline")
        room = self.capacity - used - head.height - self.type.section_gap - 10
        left_out = 0
        if len(events(self.campaign)) > 1:  # one makes no line
            short, left_out = fitting(self.campaign, self.measure, room, self.type)
            flows.append(Flow(Stack((head, short), gap=5), 14, section="Timeline"))
        further = tuple(self._further(left_out))
        if not left_out:
            return paginate((*flows, *further, *sources), self.capacity)
        return (*paginate((*flows, *sources), self.capacity), *paginate(further, self.capacity))

    def _further(self, left_out: int) -> Iterator[Flow]:
        if left_out:
            whole = timeline([event for event, _ in events(self.campaign)], self.measure, self.type)
            yield Flow(self._head("The whole timeline"), 14, keep=True, section="The whole timeline")
            stack = whole.block
            assert isinstance(stack, Stack)
            yield from (Flow(row, 5.0 * (n == 0), within="L") for n, row in enumerate(stack.blocks))
        sides = [side for side in self.campaign.sides if side.units]
        if sides:
            yield Flow(self._head("Order of battle"), 22, keep=True, section="Order of battle")
            wide = (self.measure - GAP * (len(sides) - 1)) / len(sides)
            columns = ((n * (wide + GAP), self._order(side, wide)) for n, side in enumerate(sides))
            row = Row(tuple(columns))
            if row.height < self.capacity - 60:
                yield Flow(row, 5)
            else:
                yield from (Flow(branch, 2.0) for side in sides for branch in self._long(side))

    def _long(self, side: Side) -> Iterator[Block]:
        yield paragraph(self._named(side), self.measure, self.type.head, "H3")
        stack = tree(side, self.measure, self.type).block
        assert isinstance(stack, Stack)
        yield from (Tagged("L", branch) for branch in stack.blocks)

    def _order(self, side: Side, measure: float) -> Stack:
        return Stack((paragraph(self._named(side), measure, self.type.head, "H3"), tree(side, measure, self.type)), gap=4)

    def _title(self) -> Stack:
        type_ = self.type
        name = short_title(self.campaign)
        when = self.campaign.date.value.words() if self.campaign.date else ""
        where = self.campaign.place.value if self.campaign.place else ""
        told = ", ".join(part for part in (when, where) if part)
        lines = (paragraph("Study guide", self.measure, type_.eyebrow), paragraph(name, self.measure, type_.title, "H1"))
        return Stack((*lines, *([paragraph(told, self.measure, type_.label)] if told else [])), gap=1)

    def _head(self, words: str) -> Stack:
        return Stack((Rule(self.measure, 0.8, below=4), paragraph(words, self.measure, self.type.head, "H2")))

    def _facts(self) -> Iterator[Flow]:
        campaign = self.campaign
        names = {side.id: side_name(side) for side in campaign.sides}
        rows = [("Part of", ", ".join(part.value for part in campaign.part_of))]
        rows += [(f"Aim of {names.get(aim.side or '', 'the campaign')}", f"to {aim.text}") for aim in campaign.aims]
        results = [outcome.value for outcome in campaign.outcomes]
        said = campaign.result.text if campaign.result else ""
        rows += [("Result", "; ".join([said, *(r for r in results if r not in said)] if said else results))]
        rows += [("Date", note.value) for note in campaign.date_notes]
        told = [(label, value) for label, value in rows if value]
        if told:
            yield Flow(self._head("In short"), 14, keep=True, section="In short")
            yield from (Flow(self._pair(*row), 4.0 if n == 0 else 1.0, within="L") for n, row in enumerate(told))

    def _pair(self, label: str, value: str) -> Block:
        column = self.measure * 0.24
        said = paragraph(value, self.measure - column, self.type.body, "LBody")
        return Tagged("LI", Row(((0, paragraph(label, column - 8, self.type.strong, "Lbl")), (column, said))))

    def _sides(self) -> Iterator[Flow]:
        sides = [side for side in self.campaign.sides if side.belligerents or side.commanders or side.units]
        if not sides:
            return
        rows = [
            ("Who", [_some([power.name for power in side.belligerents], ", ") for side in sides]),
            ("Leaders", [self._leaders(side) for side in sides]),
            ("Strength", ["; ".join(figure.text for figure in side.strength) for side in sides]),
            ("Losses", ["; ".join(figure.text for figure in side.casualties) for side in sides]),
        ]
        label_width = max(self.measure * LABEL, self.type.strong.width("Strength") + 8)
        wide = (self.measure - label_width) / len(sides)
        starts = [0.0, *(label_width + n * wide for n in range(len(sides)))]
        heads = ["Side", *(self._named(side) for side in sides)]
        cells = [Tagged("TH", text(words, (wide if n else label_width) - 8, self.type.strong)) for n, words in enumerate(heads)]
        yield Flow(self._head("The sides"), 14, keep=True, section="The sides")
        yield Flow(self._row(starts, cells, 0.8), 4.0, keep=True, within="Table")
        for label, values in rows:
            if any(values):
                said = (paragraph(value or "not given", wide - 8, self.type.body, "TD") for value in values)
                yield Flow(self._row(starts, [paragraph(label, label_width - 8, self.type.strong, "TH/Row"), *said], 0.4), within="Table")

    def _row(self, starts: list[float], cells: Sequence[Block], weight: float) -> Stack:
        rule = Rule(self.measure, weight, above=2, below=3, grey=INK if weight > 0.5 else HAIR)
        return Stack((Tagged("TR", Row(tuple(zip(starts, cells, strict=True)))), rule))

    def _leaders(self, side: Side) -> str:
        return _some([_leader(leader) for leader in side.commanders if not leader.placeholder], "; ")

    def _named(self, side: Side) -> str:
        name = side_name(side)
        return name.removeprefix("the ")[:1].upper() + name.removeprefix("the ")[1:]

    def _sources(self) -> list[Flow]:
        small = self.type.small
        page = self.campaign.page
        if not page:
            return []
        line = settable(credit(self.campaign, page), small.face, small.fonts)
        said = (paragraph("Source", self.measure, self.type.small_strong, "H2"), paragraph(line, self.measure, small))
        return [Flow(Stack(said), 12, section="Source")]

    def foot(self, press: Press, number: int, total: int, said: str) -> None:
        """Draw the footer."""
        third = self.measure / 3
        facts = ((0, text("Study guide", third, self.type.foot)), (third, centred(f"Page {number} of {total}", third, self.type.foot)))
        row = Row((*facts, (2 * third, right(said, third, self.type.foot))))
        Stack((Rule(self.measure, below=4), row), gap=1).draw(press.pen, LEFT, self.type.bottom - 14)


def _some(names: list[str], between: str) -> str:
    """List names, the first of many."""
    return between.join([*names[:NAMES], *([f"{len(names) - NAMES} more"] if len(names) > NAMES else [])])


def _leader(leader: Commander) -> str:
    rank = f"{leader.rank} " if leader.rank else ""
    return rank + leader.name + (f" ({leader.role})" if leader.role else "")
