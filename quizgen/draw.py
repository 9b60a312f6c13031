"""Turns a seed and an id into a place in line, so that a draw changes as little as its pool does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def place(seed: str | int, key: str) -> int:
    """Give the place in line of `key` under `seed`: a 64-bit number, the same on every machine."""
    return int.from_bytes(blake2b(f"{seed}\x1f{key}".encode(errors="surrogatepass"), digest_size=8).digest(), "big")


def ordered(seed: str | int, things: Iterable[T], key: Callable[[T], str] = str) -> list[T]:
    """Order things by their place in line; adding one thing moves no other."""
    return sorted(things, key=lambda thing: (place(seed, key(thing)), key(thing)))
