#!/usr/bin/env python3
"""Writes src/stories/language/chinese/traditional.rs: which Traditional characters are which Simplified ones.

    pip install opencc-python-reimplemented && python3 tests/stories/traditional.py

The pairs are those of OpenCC's TSCharacters.txt (Apache License 2.0, https://github.com/BYVoid/OpenCC), which that
package brings. Only those are kept whose Simplified character stands in our own tables or in the data's names, for
others change nothing in what is read; of several Simplified ones the first, OpenCC's usual one.
"""
import importlib.util
import pathlib

ROOT = pathlib.Path(__file__).parents[2]
PACKAGE = pathlib.Path(importlib.util.find_spec('opencc').origin).parent
READ = ['src/stories/language/chinese/phrases.rs', 'www/data/products.csv', 'www/data/partners.csv', 'www/data/dataset.csv']

needed = {sign for name in READ for sign in (ROOT / name).read_text() if '\u4e00' <= sign <= '\u9fff'}
pairs = []
for line in (PACKAGE / 'dictionary/TSCharacters.txt').read_text().splitlines():
    traditional, simplified = line.split('\t')
    simplified = simplified.split(' ')[0]
    plain = all(len(sign) == 1 and '\u3400' <= sign <= '\u9fff' for sign in (traditional, simplified))
    if plain and simplified in needed and traditional != simplified:
        pairs.append((traditional, simplified))
pairs.sort()
rows = [''.join(t + s for t, s in pairs[at:at + 24]) for at in range(0, len(pairs), 24)]
(ROOT / 'src/stories/language/chinese/traditional.rs').write_text(
    '//! Traditional characters, each before its Simplified one, in order. Made by\n'
    "//! `tests/stories/traditional.py` from OpenCC's TSCharacters.txt (Apache License 2.0).\n\n"
    '/// The pairs.\npub const PAIRS: &str = "\\\n' + ''.join(f'    {row}\\\n' for row in rows) + '    ";\n')
