"""MediaWiki wikitext → what a reader sees of it, every part with its place in the source.

`marks` pairs what opens and closes, `show` lays a stretch out as text, `templates` says what the reader sees of each template.
To teach it a template, add its name to the table in `templates` that fits.
"""
