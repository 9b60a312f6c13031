"""The tables of a learner's progress, as migrations: each turns the file of one version into that of the next.

A shipped migration is never edited; a change is a new one at the end.
"""

from __future__ import annotations

MIGRATIONS = (
    """
    CREATE TABLE sitting (
        id INTEGER PRIMARY KEY, began TEXT NOT NULL, seed TEXT NOT NULL, sources TEXT NOT NULL, manner TEXT NOT NULL,
        drawn TEXT NOT NULL, ended TEXT
    );
    CREATE TABLE answer (
        id INTEGER PRIMARY KEY, sitting INTEGER NOT NULL REFERENCES sitting(id), number INTEGER NOT NULL, item TEXT NOT NULL,
        at TEXT NOT NULL, typed TEXT NOT NULL, score REAL, points REAL NOT NULL, seconds REAL NOT NULL, hinted INTEGER NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX answer_item ON answer(item);
    CREATE INDEX answer_sitting ON answer(sitting);
    CREATE TABLE flag (id INTEGER PRIMARY KEY, item TEXT NOT NULL, source TEXT NOT NULL, stem TEXT NOT NULL, reason TEXT NOT NULL,
        at TEXT NOT NULL);
    CREATE TABLE review (
        id TEXT PRIMARY KEY, item TEXT NOT NULL, campaign TEXT NOT NULL, family TEXT NOT NULL, at TEXT NOT NULL,
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4), score REAL, seconds REAL NOT NULL, typed TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX review_item ON review(item, at);
    CREATE INDEX review_at ON review(at);
    CREATE TABLE card (item TEXT PRIMARY KEY, campaign TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL);
    CREATE INDEX card_due ON card(due);
    """,
)
VERSION = len(MIGRATIONS)
