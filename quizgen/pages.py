"""The pages of an export → the one to be read: the page named, else the only article that has a campaign's infobox."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.diagnostics import Diagnostic, QuizgenError, Span, fail, note
from quizgen.model import Page, slug

SHOWN = 5  # titles that an error names
STEM = 120  # bytes of a file's name before its suffix; most systems take 255
RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")  # names that Windows keeps for devices
LICENCES = {".wikipedia.org": "CC BY-SA 4.0"}  # of a site's text, for what says none itself: foundation.wikimedia.org, Terms of Use, 7
BOX = re.compile(
    r"""\{\{\s*(?:template:)?(?:warbox|battlebox|military[\s_]+(?:operation|conflict)|infobox[\s_]+(?:military[\s_]+(?:conflict|operation)
    |civil[\s_]+conflict|civilian[\s_]+attack|battle|war|conflict|operational[\s_]+plan|uprising|historical[\s_]+event))\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as a wiki keeps it: `text` is its wikitext, `as_of` its revision's day (EDTF), `redirect` the title it sends to."""

    page: Page
    text: str
    as_of: str | None = None
    redirect: str = ""
    is_article: bool = True

    @property
    def has_box(self) -> bool:
        """Whether it is an article with an infobox of a campaign."""
        return self.is_article and not self.redirect and BOX.search(self.text) is not None


def licence_of(host: str) -> str:
    """Give the licence of a site's text, empty if it is not known."""
    return next((licence for site, licence in LICENCES.items() if f".{host}".endswith(site)), "")


def stem_of(page: Page) -> str:
    """Name the files of a page by its title's slug, cut and made safe for every system; empty if it has no letter and no number."""
    stem = unicodedata.normalize("NFC", slug(page.title))
    cut = stem.encode()[:STEM].decode(errors="ignore").strip("-")
    is_unsafe = cut != stem or RESERVED.fullmatch(cut) is not None
    return f"{cut}-{page.page_id}" if cut and is_unsafe else cut


def spelt(title: str) -> str:
    """Give a title as wikis spell it: spaces for underscores, the first letter capital."""
    plain = " ".join(title.replace("_", " ").split())
    return plain[:1].upper() + plain[1:]


def choose(pages: Iterable[StoredPage], title: str | None, file: str) -> tuple[StoredPage, tuple[Diagnostic, ...]]:
    """Choose the page of this title, else the only one that can be meant; holds at most two pages at a time.

    Raises QuizgenError: R134 several articles have a campaign's infobox, R135 none has, R136 no such title, R137 a redirect.
    """
    return _titled(pages, title, file) if title is not None else _only(pages, file)


def _titled(pages: Iterable[StoredPage], title: str, file: str) -> tuple[StoredPage, tuple[Diagnostic, ...]]:
    near = _Nearest(title)
    asked = (title, spelt(title))  # few wikis let a title begin with a small letter
    for stored in pages:
        if stored.page.title not in asked:
            near.see(stored.page.title)
        elif stored.redirect:
            raise fail(Span(file), "R137", f'"{title}" only sends to "{stored.redirect}"', f'--page "{stored.redirect}"')
        else:
            return stored, ()
    hint = f'did you mean "{near.best}"?' if near.best else f"quizgen read {file} --list"
    raise fail(Span(file), "R136", f'no page has the title "{title}"', hint)


@dataclass(slots=True)
class _Nearest:
    """The title seen so far that is most like the one wanted, if one is."""

    wanted: str
    best: str = ""
    likeness: float = 0.6
    matcher: difflib.SequenceMatcher[str] = field(init=False)

    def __post_init__(self) -> None:
        self.matcher = difflib.SequenceMatcher(None, "", self.wanted.casefold())  # the second is the one it keeps tables of

    def see(self, title: str) -> None:
        self.matcher.set_seq1(title.casefold())
        bounds = (self.matcher.real_quick_ratio, self.matcher.quick_ratio, self.matcher.ratio)  # ever dearer, ever lower
        if all(bound() > self.likeness for bound in bounds):
            self.best, self.likeness = title, self.matcher.ratio()


def _only(pages: Iterable[StoredPage], file: str) -> tuple[StoredPage, tuple[Diagnostic, ...]]:
    """Choose the only article with a campaign's infobox, or of one article that one, so that its reader can say what it lacks."""
    titles: list[str] = []
    chosen: StoredPage | None = None
    articles = redirects = boxed = 0
    for stored in pages:
        redirects += bool(stored.redirect)
        if stored.redirect or not stored.is_article:
            continue
        articles += 1
        boxed += (has_box := stored.has_box)
        if has_box and boxed <= SHOWN:
            titles.append(stored.page.title)
        if boxed == has_box == 1 or articles == 1:
            chosen = stored
    if boxed > 1:
        raise _several(boxed, titles, file)
    if chosen is None or (not boxed and articles > 1):
        raise fail(Span(file), "R135", f"none of its {articles} articles has the infobox of a campaign", f"quizgen read {file} --list")
    return chosen, (note(Span(file), "R138", f"{redirects} pages that only send to others were skipped"),) if redirects else ()


def _several(count: int, titles: list[str], file: str) -> QuizgenError:
    named = ", ".join(f'"{title}"' for title in titles)
    more = f" and {count - len(titles)} more" if count > len(titles) else ""
    found = f"{count} of its articles have the infobox of a campaign: {named}{more}"
    return fail(Span(file), "R134", found, f'name one, --page "{titles[0]}"; quizgen read {file} --list lists all')
