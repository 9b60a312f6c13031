"""The fields of an infobox, what the model holds and what was noticed → the words that are in neither.

The grammars say themselves what they leave out; this is the net below them, so that nothing is lost in silence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from quizgen.article import Article, Field, Text
from quizgen.diagnostics import Diagnostic, Span, note, warning
from quizgen.grammar.names import HONOURS
from quizgen.infobox.keys import LOOKS, field_of, fold
from quizgen.infobox.pieces import brief
from quizgen.model import Belligerent, Campaign, Commander, DatedText, Estimate, Quote, Result, Sourced, Unit, slug

Leaf = Belligerent | Commander | Unit | Estimate | DatedText | Result | Sourced
_WORD = re.compile(r"<[^<>]{1,80}>|[^\W_]+")  # a tag is no word, nor what stands in it
_JOINTS = frozenset(
    "and or the a an of in on at by with from to during within as including incl which whom them per according claimed".split()  # noqa: SIM905
)
_GLUED = re.compile(r"(.+?)((?:[A-Z]{3})+)")
_LOOK = re.compile(r"<.*|\d+px|[bh]r")  # what a flat article keeps of markup
_LISTS = ("belligerents", "commanders", "units", "strength")
_QUOTED = ("date", "place", "result")  # fields that the model holds as a whole: what their quotes cover was read


def leftovers(article: Article, campaign: Campaign, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Report what no grammar spoke of: R207 another title in the box, R208 words that the model does not hold."""
    noticed = _Noticed(diagnostics)
    for entry in article.fields:
        words = list(_unexplained(entry, campaign, noticed))
        if words and field_of(entry.key) == ("title", ""):
            yield note(entry.value.span(), "R207", f'the box calls the campaign "{" ".join(entry.value.value.split())}"')
            continue
        for start, end in _runs(entry.value, words):
            said = brief(f'"{" ".join(entry.value.value[start:end].split())}" was not read')
            yield warning(entry.value.span(start, end - start), "R208", said, "see if it belongs into the .fix.yaml")


def unexplained(article: Article, campaign: Campaign, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[str, Span]]:
    """Give each word of the infobox, as a reader sees it, that is neither in the model nor under a diagnostic, in order."""
    noticed = _Noticed(diagnostics)
    for entry in article.fields:
        for start, end in _unexplained(entry, campaign, noticed):
            yield entry.value.value[start:end], entry.value.span(start, end - start)


def _unexplained(entry: Field, campaign: Campaign, noticed: _Noticed) -> Iterator[tuple[int, int]]:
    """Where the words of a field stand that nothing explains."""
    if fold(entry.key) in LOOKS:
        return
    held = {*_words(" ".join(values(campaign, entry))), *_JOINTS}
    # a diagnostic on a whole field of several lines points at the first; on a list, that is one on its first member
    whole = False if (field_of(entry.key) or ("",))[0] in _LISTS else None
    for match in _WORD.finditer(entry.value.value):
        if match[0].casefold() in held or _is_held(match[0], held):
            continue
        whole = noticed.holds(entry.value.span()) if whole is None else whole
        if not whole and not noticed.holds(entry.value.span(match.start(), match.end() - match.start())):
            yield match.start(), match.end()


class _Noticed:
    """The stretches of each line that diagnostics point at, in order, those that overlap as one."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.lines: dict[int, list[tuple[int, int]]] = {}
        for line, begin, end in sorted((d.span.line, d.span.column, d.span.column + d.span.length) for d in diagnostics):
            stretches = self.lines.setdefault(line, [])
            if stretches and begin < stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
            else:
                stretches.append((begin, end))

    def holds(self, span: Span) -> bool:
        """Whether a place lies within one of them."""
        stretches = self.lines.get(span.line, [])
        at = bisect_right(stretches, (span.column, 1 << 60)) - 1
        return at >= 0 and span.column + span.length <= stretches[at][1]


def _runs(text: Text, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Words between which no other one stands, and no line ends, as one stretch."""
    if not words:
        return
    begin = words[0][0]
    for (_, end), (start, _) in pairwise(words):
        is_cut = "\n" in text.value[end:start] or text.span(end - 1, 1).line != text.span(start, 1).line
        if is_cut or _WORD.search(text.value, end, start):
            yield begin, end
            begin = start
    yield begin, words[-1][1]


def _is_held(word: str, held: set[str]) -> bool:
    """Whether the model holds a word, or both of two that a flat article has glued: a name and a fate. It wants no honours."""
    if _LOOK.fullmatch(word) or HONOURS.fullmatch(f" {word}") or set(_words(word)) <= held:
        return True
    glued = _GLUED.fullmatch(word)
    return glued is not None and set(_words(f"{glued[1]} {glued[2]}")) <= held


def _words(text: str) -> list[str]:
    return [word for word in slug(text).split("-") if word]


def values(campaign: Campaign, entry: Field) -> Iterator[str]:
    """What the model holds of a field, as texts."""
    name, number = field_of(entry.key) or ("", "")
    for leaf in _leaves(campaign, name, number):
        yield from _texts(leaf)
        if name in _QUOTED and isinstance(leaf.source, Quote):
            # the quote of a value over several lines, or in markup, is its first line as it stands there
            yield entry.value.value if leaf.source == entry.value.quote() else leaf.source.quote


def _leaves(campaign: Campaign, name: str, number: str) -> tuple[Leaf, ...]:
    """What a field filled: of a side, else of the campaign."""
    side = next((s for s in campaign.sides if s.id == number), None)
    if side:
        return tuple(getattr(side, name))
    found: dict[str, tuple[Leaf | None, ...]] = {
        "title": (campaign.title,),
        "date": (campaign.date, *campaign.date_notes),
        "place": (campaign.place,),
        "part_of": campaign.part_of,
        "result": (campaign.result, *campaign.outcomes),
        "casualties": campaign.civilian_casualties,
    }
    return tuple(leaf for leaf in found.get(name, ()) if leaf)


def _texts(leaf: Leaf) -> Iterator[str]:
    """Every text in a leaf, but for its source."""
    for name in leaf.__dataclass_fields__:
        value = getattr(leaf, name)
        if isinstance(value, str) and name != "id":
            yield value
