"""A link or flag, and the words that it shows → whether the page it leads to is a power that the words alone would not name."""

from __future__ import annotations

import re

# What tells a power from its namesakes of the same time: "France" of a link to "Vichy France" is not the France of the others.
_APART = re.compile(r"(?:Vichy|Free|Nationalist|Republican|Communist|East|West|North|South|Eastern|Western|Northern|Southern) (?=[A-Z])")
_PICTURE = re.compile(r"(?:(?:File|Image):)?(?:Flag of (?:the )?(?P<whose>[A-Z].*)|.*)\.(?:svg|png|jpe?g|gif|webp)", re.IGNORECASE)


def is_fuller(target: str, words: str) -> bool:
    """Whether a target is the words with a name in front that tells one power from another: "Vichy France" for "France"."""
    name = " ".join(target.replace("_", " ").split())
    return bool(_APART.match(name)) and _APART.sub("", name, count=1) == " ".join(words.split())


def whose_flag(name: str) -> str:
    """The power that a flag's name means: "Flag of Romania.svg", "Kingdom of Hungary (1920–46)"; empty for another picture."""
    picture = _PICTURE.fullmatch(name)
    return (picture["whose"] or "" if picture else name).partition(" (")[0].strip()
