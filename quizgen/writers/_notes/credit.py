"""A source of the model → the words that cite it: on a card's back, in its colophon, in a deck's description."""

from __future__ import annotations

from quizgen.items import Item
from quizgen.model import By, Campaign, Quote, Source
from quizgen.writers._notes.markup import element, shown

LONGEST = 420  # characters of a quote that a phone shows without scrolling twice


def source_html(campaign: Campaign, source: Source) -> str:
    """Cite a source: title, section and quote; or who set it by hand, why and after what.

    No line number: a later revision of the article moves lines, and no card is to change with them.
    """
    match source:
        case Quote(quote=quote):
            place = f"{element('cite', shown(campaign.title.value))}, {shown(_section(campaign, source))}"
            return place + element("q", shown(clipped(quote)))
        case By(who=who, why=why, ref=ref):
            rest = "".join(f"{mark}{text}" for mark, text in ((": ", why), (" · ", ref)) if text)
            return f"{element('cite', shown(campaign.title.value))}, set by {shown(who + rest)}"


def clipped(quote: str) -> str:
    """Cut a quote that is too long for a card at a space and say so with an ellipsis."""
    if len(quote) <= LONGEST:
        return quote
    return quote[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


def licence(campaign: Campaign) -> str:
    """Name the site, revision and licence of the text, as far as they are known; empty if none is."""
    page = campaign.page
    known = [site(page.site), page.revision and f"revision {page.revision}", page.licence] if page else []
    return ", ".join(part for part in known if part)


def attribution(campaign: Campaign) -> str:
    """Say in one sentence of HTML what the notes were made from, with a link where the page's address is known."""
    page = campaign.page
    title = shown(f"“{page.title if page and page.title else campaign.title.value}”")
    if page and page.url.startswith(("https://", "http://")):
        title = f'<a href="{shown(page.url)}">{title}</a>'
    as_of = f"as of {shown(campaign.as_of)}" if campaign.as_of else ""
    return ", ".join(part for part in (f"Made from {title}", shown(licence(campaign)), as_of) if part) + "."


def site(host: str) -> str:
    """Name a wiki as readers do: "Wikipedia" for en.wikipedia.org."""
    return "Wikipedia" if host == "wikipedia.org" or host.endswith(".wikipedia.org") else host


def claim(item: Item) -> str:
    """Name the claimant of what the item asks; empty where the source says it in its own voice."""
    return shown(item.claimed_by or "")


def _section(campaign: Campaign, quote: Quote) -> str:
    """Name the innermost heading of the prose that the quote stands under; what is no sentence stands in the infobox."""
    found = next((s.section for s in campaign.sentences if s.source == quote), None)
    return "infobox" if found is None else found.rsplit(" > ", 1)[-1] or "introduction"
