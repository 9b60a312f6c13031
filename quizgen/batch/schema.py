"""The tables of the corpus store, by version: the steps that bring a file of any version to this one.

campaigns       what was read and made of each page; `present`: among the sources of the last run, and found as a sibling
models          the campaign as YAML (deflated), its outline for those that stand near it, what it lends to their questions
near            by what siblings are found: a short name, a title that both name, a whole, a year; in the order of year and id
facts, entities, contradictions                    of each campaign, to be asked with any tool that reads SQLite
siblings        those beside which each campaign was last asked, nearest first
ledgers         of each page for good: the campaign's id at its last release, and the notes ever released
refused         sources that gave nothing, and why
"""

STEPS = (
    """
CREATE TABLE campaigns(
    key TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, present INTEGER NOT NULL, run INTEGER NOT NULL, base TEXT NOT NULL,
    campaign TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL, war TEXT NOT NULL, year INTEGER NOT NULL,
    revision INTEGER NOT NULL, as_of TEXT NOT NULL, about TEXT NOT NULL,
    made TEXT NOT NULL DEFAULT '', told TEXT NOT NULL DEFAULT '{}', why TEXT NOT NULL DEFAULT '[]', files TEXT NOT NULL DEFAULT '[]');
CREATE INDEX campaigns_by_base ON campaigns(base, key);
CREATE INDEX campaigns_by_title ON campaigns(title, key);
CREATE INDEX campaigns_by_war ON campaigns(war, year, key);
CREATE TABLE models(key TEXT PRIMARY KEY, model BLOB NOT NULL, outline TEXT NOT NULL, lent TEXT NOT NULL, near TEXT NOT NULL, notes BLOB);
CREATE TABLE near(
    kind TEXT, value TEXT, year INTEGER, campaign TEXT, key TEXT, PRIMARY KEY(kind, value, year, campaign, key)) WITHOUT ROWID;
CREATE INDEX near_by_key ON near(key);
CREATE TABLE facts(key TEXT, id TEXT, relation TEXT, subject TEXT, object TEXT, importance TEXT, claimed_by TEXT);
CREATE INDEX facts_by_key ON facts(key);
CREATE INDEX facts_by_object ON facts(relation, object);
CREATE TABLE entities(key TEXT, name TEXT, kind TEXT);
CREATE INDEX entities_by_key ON entities(key);
CREATE INDEX entities_by_name ON entities(name);
CREATE TABLE contradictions(key TEXT, place INTEGER, text TEXT, says TEXT, sources TEXT, PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE TABLE siblings(key TEXT, place INTEGER, other TEXT, PRIMARY KEY(key, place)) WITHOUT ROWID;
CREATE INDEX siblings_by_other ON siblings(other);
CREATE TABLE ledgers(key TEXT PRIMARY KEY, campaign TEXT NOT NULL, released TEXT NOT NULL, ledger BLOB NOT NULL);
CREATE TABLE refused(digest TEXT PRIMARY KEY, run INTEGER NOT NULL, source TEXT NOT NULL, title TEXT NOT NULL, why TEXT NOT NULL);
CREATE TABLE wars(name TEXT PRIMARY KEY, made TEXT NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL);
CREATE TABLE runs(run INTEGER PRIMARY KEY)
""",
)
