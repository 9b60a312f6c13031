"""An article's prose → the passage that stands before a sheet's questions, and the items that it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.article import APPARATUS, Article
from quizgen.diagnostics import Span, fail
from quizgen.items import Item
from quizgen.model import Quote
from quizgen.relations import Fact

LEAD = "lead"  # what the part before the first heading is called


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item as a reader sees it, or a heading, and its line in the source."""

    text: str
    line: int
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """The paragraphs of one article, in its order."""

    file: str
    paragraphs: tuple[Paragraph, ...]

    def holds(self, source: object) -> bool:
        """Whether a source lies in the passage."""
        lines = {paragraph.line for paragraph in self.paragraphs if not paragraph.is_heading}
        return isinstance(source, Quote) and source.file == self.file and source.line in lines


def passage(article: Article, wanted: Sequence[str] = ()) -> Passage:
    """Take the prose of an article that tells its story, or of the sections named; `lead` is what stands before the first heading.

    Raises QuizgenError W105 for a section that the article lacks, or if there is no prose.
    """
    names = [section.heading or LEAD for section in article.sections]
    for name in wanted:
        if name.casefold() not in [known.casefold() for known in names]:
            raise fail(Span(article.file), "W105", f'the article has no section "{name}"', f"it has: {', '.join(names)}")
    chosen = {name.casefold() for name in wanted}
    found = tuple(_paragraphs(article, chosen))
    if not any(not paragraph.is_heading for paragraph in found):
        raise fail(Span(article.file), "W105", "there is no text to print", "name sections that have text, or leave --passage out")
    return Passage(article.file, found)


def _paragraphs(article: Article, chosen: set[str]) -> Iterator[Paragraph]:
    for section in article.sections:
        name = (section.heading or LEAD).casefold()
        if name not in chosen if chosen else name in APPARATUS:
            continue
        texts = sorted((*section.paragraphs, *section.items), key=lambda text: text.line)
        if section.heading and texts:
            yield Paragraph(section.heading, texts[0].line, is_heading=True)
        yield from (Paragraph(text.value, text.line) for text in texts)


def answered(items: Iterable[Item], facts: Iterable[Fact], passages: Sequence[Passage]) -> tuple[Item, ...]:
    """Keep the items all of whose facts stand in a passage: a class can work from the sheet alone."""
    said = {fact.id for fact in facts if any(passage.holds(fact.source) for passage in passages)}
    return tuple(item for item in items if said.issuperset(item.facts) and any(p.holds(item.source) for p in passages))
