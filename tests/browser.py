"""HTML → what a reader of it sees: headless Chromium, with measures of overflow and contrast."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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

_MEASURES = """
(() => {
  const visible = (el) => { const s = getComputedStyle(el); return s.visibility !== "hidden" && el.getClientRects().length > 0; };
  const rgba = (css) => { const n = css.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const ground = (el) => {
    if (!el) return [255, 255, 255];
    const own = rgba(getComputedStyle(el).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(el.parentElement));
  };
  const luminance = (c) => {
    const [r, g, b] = c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (ink, paper) => {
    const [low, high] = [luminance(over(ink, paper)), luminance(paper)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      const el = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && !["SCRIPT", "STYLE"].includes(el.tagName) && visible(el)) found.push(walker.currentNode);
    }
    return found;
  };
  window.measures = {
    contrasts() {
      const found = texts().map((node) => [node.data.trim(), ratio(rgba(getComputedStyle(node.parentElement).color), ground(node.parentElement))]);
      for (const el of document.querySelectorAll("body *")) for (const which of ["::before", "::after", "::marker"]) {
        const style = getComputedStyle(el, which);
        if (which === "::marker" ? getComputedStyle(el).display !== "list-item" : ["none", "normal"].includes(style.content)) continue;
        const own = rgba(style.backgroundColor), paper = ground(el);
        if (visible(el)) found.push([`${el.className}${which}`, ratio(rgba(style.color), over(own, paper))]);
      }
      return found;
    },
    overflowing() {
      const wide = document.documentElement.clientWidth, found = [];
      if (document.documentElement.scrollWidth > wide) found.push(`page: ${document.documentElement.scrollWidth} > ${wide}`);
      for (const node of texts()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          let el = node.parentElement, left = 0, right = wide;
          while (el) { const edge = el.getBoundingClientRect(); if (getComputedStyle(el).display !== "inline") { left = Math.max(left, edge.left); right = Math.min(right, edge.right); } el = el.parentElement; }
          if (box.left < left - 1 || box.right > right + 1) { found.push(node.data.trim().slice(0, 60)); break; }
        }
      }
      return found;
    },
  };
})();
"""


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
    page.evaluate(_MEASURES)
    return [f"{text}: {ratio:.2f}" for text, ratio in page.evaluate("measures.contrasts()") if ratio < least]


def overflowing(page: Page) -> list[str]:
    """Name the texts that stand out of their box or out of the page."""
    page.evaluate(_MEASURES)
    found: list[str] = page.evaluate("measures.overflowing()")
    return found
