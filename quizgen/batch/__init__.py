"""Many sources → a deck and a sheet for each, an index of them all, and a store that makes the next run short.

worklist   SOURCEs → the articles to read, one by one      multistream   of a dump with an index, only the wanted pages
jobs       what is done to one article: pure functions, which any engine runs on any machine
engines/   ONE FILE PER ENGINE: runs a function over jobs, a bounded number at a time, gives the results in their order
store      one SQLite file: what was read and made, who stands near whom, the ledger of every deck
run        the two passes: read all that changed, then ask each beside its siblings
names      titles → file names          wars   decks → one package for each war          pages   the store → index and reports
"""
