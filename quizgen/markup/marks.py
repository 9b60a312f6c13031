"""Wikitext → where each template, link, table, comment and tag that opens in it closes; one pass, linear in its size."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quizgen.article import Source
from quizgen.diagnostics import Span, fail

DEEPEST = 100  # open braces, brackets and tables at one place; real articles reach 9
_SKIPPED = "ref|gallery|math|timeline|imagemap|nowiki|syntaxhighlight|score|blockquote|poem|pre|references"
_BULLETS = r"[*\#:;]{100,}"
# Each alternative begins with one of few characters, which lets the search skip all the others.
_TOKEN = re.compile(
    rf"""<!--|<(?P<tag>(?i:{_SKIPPED}))\b[^<>]*>|\{{(?=\{{\{{(?!\{{))
    |\{{\{{|\}}\}}|\[\[|\]\]|\n[ \t:]*(?P<table>\{{\|)|\n[ \t]*\|\}}(?!\}})|(?P<gap>\n(?=[ \t]*\n))
    |\*{_BULLETS}|\#{_BULLETS}|:{_BULLETS}|;{_BULLETS}""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Marks:
    """What opens at an offset → the offset after its close; the offsets of braces that open or close nothing."""

    closes: dict[int, int] = field(default_factory=dict)
    unclosed: list[int] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)


def find_marks(source: Source, start: int = 0, *, is_one: bool = False) -> Marks:
    """Pair all that opens and closes from `start` on, or only to the close of what opens there (`is_one`).

    Raises QuizgenError R121 where braces, brackets or bullets nest too deep.
    """
    marks, stack, missing, done = Marks(), list[tuple[str, int]](), set[str](), 0
    for token in _TOKEN.finditer(source.text, start):
        if token.start() < done:
            continue
        if is_one and start in marks.closes:
            break
        if token["tag"] or token[0] == "<!--":
            done = _skip(source.text, token, missing)
            if done:
                marks.closes[token.start()] = done
        elif token["gap"]:
            _drop_links(stack)
        else:
            _pair(token, marks, stack)
        if len(stack) > DEEPEST or token[0][0] in "*#:;":
            raise _too_deep(source, token.start())
    marks.unclosed += [at for kind, at in stack if kind == "{{"]
    return marks


def _skip(text: str, token: re.Match[str], missing: set[str]) -> int:
    """The end of a comment or of a tag whose content is no text; 0 for a tag that nothing closes."""
    if not token["tag"]:
        end = text.find("-->", token.end())
        return end + 3 if end >= 0 else len(text)
    if token[0].endswith("/>"):
        return token.end()
    tag = token["tag"].casefold()
    close = None if tag in missing else re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(text, token.end())
    if close is None:
        missing.add(tag)
    return close.end() if close else 0


def _drop_links(stack: list[tuple[str, int]]) -> None:
    """A link ends with its paragraph at the latest."""
    while stack and stack[-1][0] == "[[":
        stack.pop()


def _pair(token: re.Match[str], marks: Marks, stack: list[tuple[str, int]]) -> None:
    sign = token[0].strip(" \n\t:")
    if sign == "{":  # the first of three: "{{{!}}" is "{" and "{{!}}"
        return
    if sign in ("{{", "[[", "{|"):
        stack.append((sign, token.start("table") if token["table"] else token.start()))
        return
    wanted = {"}}": "{{", "]]": "[[", "|}": "{|"}.get(sign, "")
    if sign == "]]" and (not stack or stack[-1][0] != "[["):
        return
    if any(kind == wanted for kind, _ in stack):
        while stack[-1][0] != wanted:
            kind, at = stack.pop()
            if kind == "{{":
                marks.unclosed.append(at)
        marks.closes[stack.pop()[1]] = token.end()
    elif sign == "}}":
        marks.stray.append(token.start())


def _too_deep(source: Source, offset: int) -> Exception:
    line = source.line(offset)
    span = Span(source.file, line, offset - source.starts[line - 1] + 1, 1)
    return fail(span, "R121", f"more than {DEEPEST} marks stand open here", "close the braces and brackets before it")
