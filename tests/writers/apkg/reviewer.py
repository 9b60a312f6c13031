"""Faces of cards → the page of a reviewer: one page that front and back share, as on Anki's desktop and phones."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.browser import PHONE, opened

_PAGE = """<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>body {{ margin: 20px; overflow-wrap: break-word }} #qa {{ }}</style></head>
<body class="{}"><div id="qa"></div></body></html>"""
_SHOW = """(html) => {
  const qa = document.getElementById("qa");
  qa.innerHTML = html;
  for (const old of qa.querySelectorAll("script")) {
    const script = document.createElement("script");
    script.textContent = old.textContent;
    old.replaceWith(script);
  }
}"""


def reviewer(browser: Browser, size: tuple[int, int] = PHONE, *, is_dark: bool = False) -> Page:
    """Open an empty reviewer."""
    return opened(browser, _PAGE.format("card card1 nightMode" if is_dark else "card card1"), size)


def show(page: Page, face: str) -> None:
    """Show a face of a card, running its scripts as Anki does."""
    page.evaluate(_SHOW, face)
