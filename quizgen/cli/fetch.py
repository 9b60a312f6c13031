"""`quizgen fetch`: articles from a wiki into a folder, all of them or none, with a row each in its SOURCES.csv."""

from __future__ import annotations

import time
from argparse import Namespace
from pathlib import Path

from quizgen import __version__
from quizgen.cli.sources import tell
from quizgen.diagnostics import Diagnostic, QuizgenError, visible
from quizgen.files import write_atomic


def fetch(args: Namespace) -> None:
    """Fetch every page that is asked for, then write them; QuizgenError with what is wrong with any of them."""
    from quizgen import fetching

    found: list[fetching.Fetched] = []
    errors: list[Diagnostic] = []
    today = time.strftime("%Y-%m-%d", time.gmtime(time.time()))
    for asked in args.pages:
        try:
            found.append(fetching.fetch(asked, site=args.site, retrieved=today, version=__version__))
        except QuizgenError as err:
            errors += err.diagnostics
    if errors:
        raise QuizgenError(errors)
    folder = Path(args.output)
    for path, data in fetching.files_of(found, folder).items():
        write_atomic(path, data)
    for one in found:
        page = one.stored.page
        licence = page.licence or "licence not stated"
        line = f"{folder / fetching.file_name(page)}  {page.title}, revision {page.revision} of {one.stored.as_of}, {licence}"
        tell(args, "\n".join(map(visible, (*one.told, line))))
