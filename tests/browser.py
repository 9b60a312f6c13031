"""HTML → what a reader of it sees: headless Chromium, with measures of overflow and contrast."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PHONE, DESKTOP = (360, 740), (1100, 760)
ARGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

_MEASURES = Path(__file__).with_name("measures.js")


@contextmanager
def chromium(executable: str = "/usr/bin/chromium") -> Iterator[Browser]:
    """Start the system's Chromium; an error if there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGS))
        try:
            yield browser
        finally:
            browser.close()


def opened(browser: Browser, html: str, size: tuple[int, int] = PHONE, *, has_script: bool = True) -> Page:
    """Open a page of HTML at a size in CSS pixels, at twice the resolution, offline; `close()` its context when done."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, device_scale_factor=2, offline=True, java_script_enabled=has_script
    )
    page = context.new_page()
    page.set_content(html)
    return page


def faint(page: Page, least: float = 4.5) -> list[str]:
    """Name the texts whose contrast with what lies behind them is less than `least` (item rule 40)."""
    page.evaluate(_MEASURES.read_text(encoding="utf-8"))
    return [f"{text}: {ratio:.2f}" for text, ratio in page.evaluate("measures.contrasts()") if ratio < least]


def overflowing(page: Page) -> list[str]:
    """Name the texts that stand out of their box or out of the page."""
    page.evaluate(_MEASURES.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate("measures.overflowing()")
    return found
