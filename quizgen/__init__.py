"""quizgen: campaign articles into checked facts, sound items, Anki decks, worksheets and quizzes.

>>> import quizgen
>>> reading = quizgen.read("seeds/aleppo-2016.txt")
>>> items, refused = quizgen.ask(reading.campaign)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizgen.api import Reading, ask, assemble, facts, read

__version__ = "0.1.0"
__all__ = ["Reading", "ask", "assemble", "facts", "read"]


def __getattr__(name: str) -> Any:
    """Import the verbs when they are first used (PEP 562), so that `import quizgen` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'quizgen' has no attribute {name!r}")
    from quizgen import api

    return getattr(api, name)
