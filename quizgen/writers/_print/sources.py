"""The pages that campaigns were read from → what a printed page says of them."""

from __future__ import annotations

from quizgen.assembly import Quiz
from quizgen.model import Campaign, Page
from quizgen.writers import Material


def licence(material: Material, quiz: Quiz | None = None) -> str:
    """Give the source and licence in words that name no article, for a title may hold an answer."""
    pages = [campaign.page for campaign in material.campaigns if campaign.page]
    found = sorted({", ".join(part for part in (f"Text from {site(page)}", page.licence) if part) for page in pages if site(page)})
    return "; ".join(found) or ("Sources and licence: see the answer key" if quiz and quiz.credits else "")


def credit_lines(material: Material, quiz: Quiz | None = None) -> tuple[str, ...]:
    """Give the credits of the quiz, else of the pages."""
    pages = ((campaign, campaign.page) for campaign in material.campaigns if campaign.page)
    return (quiz.credits if quiz else ()) or tuple(credit(campaign, page) for campaign, page in pages)


def credit(campaign: Campaign, page: Page) -> str:
    """Credit a page: title, site, revision, address, licence, date, as far as they are known."""
    revision = f"revision {page.revision}" if page.revision else ""
    as_of = f"as of {campaign.as_of}" if campaign.as_of else ""
    title = f"“{page.title or campaign.title.value}”"
    return ", ".join(part for part in (title, site(page), revision, page.url, page.licence, as_of) if part)


def site(page: Page) -> str:
    """Name the site of a page."""
    return "Wikipedia" if "wikipedia.org" in f"{page.site} {page.url}".lower() or page.site == "Wikipedia" else page.site
