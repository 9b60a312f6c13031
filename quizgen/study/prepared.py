"""A drawn quiz → JSON and back, with all that asking it needs, so that a quiz drawn before is put without reading and asking anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any

from quizgen.formats import Drawn
from quizgen.items import Distractor, Family, Format, Importance, Item, Level
from quizgen.model import By, Quote


@dataclass(frozen=True, slots=True)
class Prepared:
    """A quiz that is ready to be asked.

    sources   as they are reached from anywhere;  names  of the campaigns, by id;  others  names that a typo must not be nearer to
    left_out  what was kept out and why, in words
    seen      how often each of its items had been asked when it was drawn as one of unseen items
    is_plain  whether its seed alone gives the same quiz
    """

    seed: str
    items: tuple[Drawn, ...]
    sources: tuple[str, ...]
    names: Mapping[str, str]
    others: tuple[str, ...]
    left_out: str = ""
    seen: Mapping[str, int] = field(default_factory=dict)
    is_plain: bool = True

    @property
    def points(self) -> int:
        """What it is worth in all."""
        return sum(drawn.points for drawn in self.items)


_CLASSES: dict[str, Any] = {cls.__name__: cls for cls in (Prepared, Drawn, Item, Distractor, Level, Quote, By, Family, Format, Importance)}


def dumps(quizzes: tuple[Prepared, ...]) -> str:
    """Write quizzes; TypeError if they hold what cannot be read back exactly."""
    return json.dumps(_told(quizzes), ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> tuple[Prepared, ...]:
    """Read quizzes; ValueError if the text is no such thing."""
    try:
        found = _read(json.loads(text))
    except (ValueError, KeyError, TypeError, RecursionError) as err:
        raise ValueError("no quizzes") from err
    if not isinstance(found, tuple) or not all(isinstance(one, Prepared) for one in found):
        raise ValueError("no quizzes")
    return found


def _told(value: Any) -> Any:
    """Tell a value: a list is a tuple, an object names its class."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if type(value) is tuple:
        return [_told(part) for part in value]
    if isinstance(value, Mapping):
        return {"": "map", "of": [[_told(key), _told(part)] for key, part in value.items()]}
    name = type(value).__name__
    if _CLASSES.get(name) is not type(value):
        raise TypeError(f"no class of a quiz: {name}")
    if is_dataclass(value):
        return {"": name, "of": [_told(getattr(value, part.name)) for part in fields(value)]}
    return {"": name, "of": value.value}


def _read(told: Any) -> Any:
    if isinstance(told, list):
        return tuple(map(_read, told))
    if not isinstance(told, dict):
        return told
    if told[""] == "map":
        return {_read(key): _read(part) for key, part in told["of"]}
    cls = _CLASSES[told[""]]
    return cls(told["of"]) if issubclass(cls, Enum) else cls(*map(_read, told["of"]))
