"""`quizgen` alone: in a terminal three questions and what they ask for; elsewhere what can be done next."""

from __future__ import annotations

import shlex
from collections.abc import Callable

from quizgen import api
from quizgen.cli.terminal import is_interactive
from quizgen.diagnostics import QuizgenError

NEXT = """\
quizgen turns an article on a military campaign into questions whose every key is true. What next:
  quizgen quiz                          ask me ten questions, of all shipped campaigns
  quizgen study aleppo-2016             learn by spaced repetition
  quizgen deck aleppo-2016 -o out       an Anki deck
  quizgen sheet aleppo-2016 -o out      a worksheet and its key
  quizgen build ARTICLE -o out          everything, of an article (.txt, .wiki, .xml)
  quizgen fetch "Battle of Marathon"    an article from a wiki
  quizgen check ARTICLE                 what was not understood, and what contradicts itself
  quizgen --help                        all commands; each has --help with an example"""

WANTS = {
    "1": ("quiz", "a quiz, here and now", ("quiz",), 10),
    "2": ("study", "to learn, a little every day", ("study",), 10),
    "3": ("deck", "an Anki deck", ("deck", "-o", "out"), 0),
    "4": ("sheet", "a worksheet to print", ("sheet", "-o", "out"), 20),
}


def start(run: Callable[[list[str]], int]) -> int:
    """Ask what to make and make it with `run(words of a command)`; without a terminal say what can be done next."""
    if not is_interactive():
        print(NEXT)
        return 0
    try:
        words = _words()
    except EOFError:
        print()
        return 0
    print(f"\nquizgen {shlex.join(words)}\n", flush=True)
    return run(words)


def _words() -> list[str]:
    """Ask the three questions; gives the words of the command."""
    shipped = api.shipped()
    print("Which article? The name of a file, or the number of one that comes with quizgen:")
    print(*(f"  {n} {name}" for n, name in enumerate(shipped, 1)), sep="\n")
    source = _asked("> ", shipped[0] if shipped else "", lambda typed: _source(typed, shipped))
    print("What for?", *(f"  {n} {what}" for n, (_, what, _, _) in WANTS.items()), sep="\n")
    want = _asked("> ", "1", lambda typed: next((n for n, (name, *_) in WANTS.items() if typed in (n, name)), None))
    _, _, command, usual = WANTS[want]
    print(f"How many questions? Enter: {usual or 'all that there are'}")
    count = _asked(
        "> ", str(usual or ""), lambda typed: typed if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= 1000 else None
    )
    return [command[0], source, *command[1:], *(["-n", count] if count else [])]


def _source(typed: str, shipped: tuple[str, ...]) -> str | None:
    """A number of the list, or what names a source."""
    if typed.isascii() and typed.isdigit() and len(typed) < 9 and 1 <= int(typed) <= len(shipped):
        return shipped[int(typed) - 1]
    try:
        return typed if api.locate(typed).exists() else None
    except QuizgenError as err:
        print(err.diagnostics[0].hint)
        return None


def _asked(prompt: str, usual: str, read: Callable[[str], str | None]) -> str:
    """Ask until the answer is one; Enter alone takes the usual one."""
    while True:
        typed = input(prompt).strip()
        found = read(typed) if typed else usual
        if found is not None and (found or not typed):
            return found
        print(f'"{typed}" is none of them.')
