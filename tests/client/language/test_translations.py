#!/usr/bin/env python3
"""Every translation is complete: nothing unfinished, no plural form missing, no placeholder lost.

That the files hold every text of the sources is tools/update-translations --check.
"""

from __future__ import annotations

import re
import unittest
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

TRANSLATIONS = Path(__file__).resolve().parents[3] / 'translations'
# How many forms a number gives a text, by Qt's rules, and the quotation marks. A new language needs a line here.
PLURAL_FORMS = {'en': 2, 'de': 2, 'pl': 3}
QUOTES = {'en': ('“', '”'), 'de': ('„', '“'), 'pl': ('„', '”')}
# What the program replaces or reads: it must be in a translation as often as in the source.
KEPT = re.compile(r'%L?\d+|%n|\{\w+\}|<[^<>]*>|&(?=\w)|\n')
END = re.compile(r'[.:?!…]*\s*$')


def forms(translation: ET.Element, numerus: bool) -> list[str]:
    """Return all texts of a translation."""
    return [form.text or '' for form in translation.iter('numerusform')] if numerus else [translation.text or '']


def end(text: str) -> str:
    """Return the punctuation and the spaces at the end of a text."""
    found = END.search(text)
    return found[0] if found else ''


def text_problems(source: str, text: str, language: str) -> Iterator[str]:
    """Yield what is wrong with one text."""
    if not text.strip():
        yield 'is empty'
        return
    if sorted(KEPT.findall(text)) != sorted(KEPT.findall(source)):
        yield f'has other placeholders: {text}'
    if end(text) != end(source):
        yield f'ends differently: {text}'
    opening, closing = QUOTES[language]
    words = re.sub('<[^<>]*>', '', text)
    if set(re.findall('["“”„]', words)) - {opening, closing} or words.count(opening) != words.count(closing):
        yield f'has the quotation marks of another language: {text}'


def problems(root: ET.Element, language: str) -> list[str]:
    """Return what is wrong with a file."""
    found = []
    if root.get('language') != language:
        found.append(f'the file says that its language is {root.get("language")}')
    for message in root.iter('message'):
        source, numerus = message.findtext('source', ''), message.get('numerus') == 'yes'
        translation = message.find('translation')
        if translation is None or translation.get('type') is not None:
            state = 'missing' if translation is None else translation.get('type')
            found.append(f'{source}: is {state}')
            continue
        # Forms without %n are fine: the number may be a piece of its own, such as the %1 of "%1 people".
        if '%n' in source and not numerus:
            found.append(f'{source}: %n without a number')
        texts = forms(translation, numerus)
        if numerus and len(texts) != PLURAL_FORMS[language]:
            found.append(f'{source}: has {len(texts)} plural forms')
        found += [f'{source}: {problem}' for text in texts for problem in text_problems(source, text, language)]
    return found


class Shipped(unittest.TestCase):
    """The files of the repository."""

    def test_every_language_is_complete(self) -> None:
        """No file has a problem."""
        for language in PLURAL_FORMS:
            with self.subTest(language):
                root = ET.parse(TRANSLATIONS / f'telemetry_{language}.ts').getroot()
                self.assertEqual(problems(root, language), [])

    def test_the_pages_call_a_level_as_napari_does(self) -> None:
        """Who reads on a page what a level sends looks for its name in the dialog."""
        for language in PLURAL_FORMS:
            names: dict[str, dict[str, str]] = {'Telemetry::Pages': {}, 'Telemetry::LevelSummary': {}}
            for context in ET.parse(TRANSLATIONS / f'telemetry_{language}.ts').getroot().iter('context'):
                for message in context.iter('message'):
                    source = message.findtext('source', '')
                    if source in ('no telemetry', 'basic', 'middle', 'full'):
                        names.get(context.findtext('name', ''), {})[source] = message.findtext('translation', '')
            with self.subTest(language):
                self.assertEqual(*names.values())
                self.assertEqual(len(names['Telemetry::Pages']), 0 if language == 'en' else 4)

    def test_every_file_is_built(self) -> None:
        """The build, this test and the folder know the same languages."""
        declared = re.search(r'^set\(languages (.*)\)$', (TRANSLATIONS / 'CMakeLists.txt').read_text(), re.M)
        assert declared
        files = {file.stem.removeprefix('telemetry_') for file in TRANSLATIONS.glob('*.ts')}
        self.assertEqual(set(declared[1].split()), files)
        self.assertEqual(set(PLURAL_FORMS), files)


class Finding(unittest.TestCase):
    """What the test above would not let through."""

    def found(self, source: str, translation: str, attributes: str = '', language: str = 'pl') -> list[str]:
        """Return the problems of a file with one text."""
        return problems(
            ET.fromstring(
                f'<TS language="{language}"><context><name>C</name><message {attributes}><source>{source}</source>'
                f'{translation}</message></context></TS>'
            ),
            language,
        )

    def plural(self, *texts: str) -> list[str]:
        """Return the problems of a text with these plural forms."""
        inner = ''.join(f'<numerusform>{text}</numerusform>' for text in texts)
        return self.found('%n event(s)', f'<translation>{inner}</translation>', 'numerus="yes"')

    def test_good_ones_pass(self) -> None:
        """The samples below fail for the one thing that is wrong with them."""
        good = '<translation>Poziom „%1”: {b} i {a}.</translation>'
        self.assertEqual(self.found('Level “%1”: {a} and {b}.', good), [])
        link = '&lt;a href="%1"&gt;{}&lt;/a&gt;'.format
        self.assertEqual(self.found(link('Level'), f'<translation>{link("Poziom")}</translation>'), [])
        self.assertEqual(self.plural('%n zdarzenie', '%n zdarzenia', '%n zdarzeń'), [])

    def test_unfinished_ones_fail(self) -> None:
        """Also when there is a text already, and when the source is gone."""
        for state in ('unfinished', 'obsolete', 'vanished'):
            self.assertTrue(self.found('Level', f'<translation type="{state}">Poziom</translation>'))
        self.assertTrue(self.found('Level', '<translation></translation>'))
        self.assertTrue(self.found('Level', ''))

    def test_missing_plural_forms_fail(self) -> None:
        """Too few, an empty one, and %n in a text that does not count."""
        self.assertTrue(self.plural('%n zdarzenie', '%n zdarzenia'))
        self.assertTrue(self.plural('%n zdarzenie', '%n zdarzenia', ''))
        self.assertTrue(self.found('%n events', '<translation>%n zdarzeń</translation>'))

    def test_lost_placeholders_fail(self) -> None:
        """In each plural form, too."""
        for source, text in (
            ('%1 of %2', '%1 z %1'),
            ('{name} is installed', 'zainstalowano {nazwa}'),
            ('&lt;b&gt;Off&lt;/b&gt;', 'Wył.&lt;b&gt;'),
            ('Off\n\nOn', 'Wył. Wł'),
            ('&amp;Off', 'Wyłącz'),
        ):
            with self.subTest(source):
                self.assertTrue(self.found(source, f'<translation>{text}</translation>'))
        self.assertTrue(self.plural('zdarzenie', '%n zdarzenia', '%n zdarzeń'))

    def test_other_ends_and_quotation_marks_fail(self) -> None:
        """A colon that was dropped, a mark of another language, a language that is not the file's."""
        for source, text in (('Level:', 'Poziom'), ('Wait…', 'Czekaj...'), ('“Basic”', '„Podstawowy“')):
            with self.subTest(source):
                self.assertTrue(self.found(source, f'<translation>{text}</translation>'))
        self.assertTrue(problems(ET.fromstring('<TS language="de"/>'), 'pl'))


if __name__ == '__main__':
    unittest.main()
