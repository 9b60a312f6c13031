"""A link or flag, and the words that it shows → whether the page it leads to is a power that the words alone would not name."""

from __future__ import annotations

import re

# What tells a power from its namesakes of the same time: "France" of a link to "Vichy France" is not the France of the others.
_APART = re.compile(r"(?:Vichy|Free|Nationalist|Republican|Communist|East|West|North|South|Eastern|Western|Northern|Southern) (?=[A-Z])")


def is_fuller(target: str, words: str) -> bool:
    """Whether a target is the words with a name in front that tells one power from another: "Vichy France" for "France"."""
    name = " ".join(target.replace("_", " ").split())
    return bool(_APART.match(name)) and _APART.sub("", name, count=1) == " ".join(words.split())
