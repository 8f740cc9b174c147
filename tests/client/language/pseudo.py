#!/usr/bin/env python3
"""Make up a translation that shows what a layout can't take: texts twice as long, and texts from right to left.

Usage: pseudo.py TEMPLATE.ts OUT.ts. TEMPLATE is any complete translation; only its sources are used. OUT is named after
the made-up language: telemetry_xx.ts is long, telemetry_ar.ts is long and runs from right to left. Every text is in
brackets, so that one that is cut off or was never translated is seen at once. Only for tests: neither ships.
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

# What the program replaces or reads: placeholders, words in braces, tags, entities, mnemonics.
KEPT = re.compile(r'(%L?\d+|%n|\{\w+\}|<[^<>]*>|&\w+;|&(?=\w)|\s+)')
ACCENTS = dict(zip('aceginorsuyzACEGINORSUYZ', 'àçéğîñöřšůýžÀÇÉĞÎÑÖŘŠŮÝŽ', strict=True))
# Plural forms, and the language whose rules Qt takes: it knows none for xx.
FORMS = {'xx': (2, 'en'), 'ar': (6, 'ar')}


def accented(word: str) -> str:
    """Return a word with accents, which is as wide and a little higher."""
    return ''.join(ACCENTS.get(letter, letter) for letter in word)


def pseudo(source: str, *, mirrored: bool) -> str:
    """Return a text about twice as long, with everything in place that is not for people."""
    body = source.rstrip('.:…')
    parts = [part if KEPT.fullmatch(part) else accented(part) for part in KEPT.split(body) if part]
    # The padding comes after the text, as words, so that lines break as they would.
    padding = [part.strip('.,:;…()') for part in parts if not KEPT.fullmatch(part)]
    if mirrored:
        # An override for each word: Latin letters alone would still run from left to right.
        parts = [part if KEPT.fullmatch(part) else f'\u202e{part}\u202c' for part in parts]
        padding = [f'\u202e{word}\u202c' for word in padding]
    mark = '\u200f' if mirrored else ''
    return f'[{mark}{"".join(parts)} {" ".join(padding)}{source[len(body):]}]'


def transform(root: ET.Element, language: str) -> None:
    """Replace all translations of a file."""
    forms, rules = FORMS[language]
    root.set('language', rules)
    for message in root.iter('message'):
        text = pseudo(message.findtext('source', ''), mirrored=language == 'ar')
        translation = message.find('translation')
        assert translation is not None
        translation.clear()
        if message.get('numerus') == 'yes':
            for _ in range(forms):
                ET.SubElement(translation, 'numerusform').text = text
        else:
            translation.text = text


def main() -> int:
    template, out = (Path(argument) for argument in sys.argv[1:])
    tree = ET.parse(template)
    transform(tree.getroot(), out.stem.removeprefix('telemetry_'))
    tree.write(out, encoding='utf-8', xml_declaration=True)
    return 0


if __name__ == '__main__':
    sys.exit(main())
