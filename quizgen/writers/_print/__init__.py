"""Texts and shapes → the bytes of a tagged PDF; what all printed outputs share.

text → runs of glyphs (fonts) → lines (setting) → blocks with a height (blocks, boxes) → pages (pages) → ink and tags (pen, tags)
→ objects (embed, press) → bytes (pdf). Every file is PDF/UA-1, and the same material gives the same bytes.
reportlab writes the objects and pikepdf packs them; neither tags content or sets shaped glyphs, so `tags`, `pen` and `embed` do.
"""
