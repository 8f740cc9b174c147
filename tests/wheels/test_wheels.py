"""What is in the two wheels, and what their plugins link: checked on the files that ship."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection
from elftools.elf.sections import SymbolTableSection

BUILD = Path(__file__).resolve().parents[2] / 'build'
WHEELS = BUILD / 'wheels'
QT_OF = {
    'libnapari_telemetry_consent_plugin.so': {'Core', 'Gui', 'Widgets'},
    'libnapari_telemetry_plugin.so': {'Core', 'Gui', 'Widgets', 'Sql'},
    'libnapari_telemetry_upload_plugin.so': {'Core', 'Network'},
}


def wheel(name: str) -> zipfile.ZipFile:
    (path,) = WHEELS.glob(f'{name}-*.whl')
    return zipfile.ZipFile(path)


def libraries() -> dict[str, bytes]:
    found = {}
    for name in ('napari_telemetry_consent', 'napari_telemetry'):
        with wheel(name) as archive:
            for entry in archive.namelist():
                if entry.endswith('.so'):
                    found[entry.rsplit('/', 1)[-1]] = archive.read(entry)
    return found


def plugins() -> dict[str, ELFFile]:
    return {name: ELFFile(io.BytesIO(library)) for name, library in libraries().items()}


def dynamic(elf: ELFFile, tag: str) -> list[str]:
    section = next(s for s in elf.iter_sections() if isinstance(s, DynamicSection))
    return [getattr(entry, tag[3:].lower()) for entry in section.iter_tags(tag)]


def symbols(name: str) -> list[Any]:
    sections = (s for s in plugins()[name].iter_sections() if isinstance(s, SymbolTableSection))
    return list(next(s for s in sections if s.name == '.dynsym').iter_symbols())


def test_three_plugins_ship() -> None:
    assert plugins().keys() == QT_OF.keys()


@pytest.mark.parametrize('name', QT_OF)
def test_links_only_its_qt_by_soname_and_has_no_path(name: str) -> None:
    elf = plugins()[name]
    needed = dynamic(elf, 'DT_NEEDED')
    assert {n for n in needed if n.startswith('libQt')} <= {f'libQt6{module}.so.6' for module in QT_OF[name]}
    assert {n for n in needed if not n.startswith('libQt')} <= {
        'libstdc++.so.6', 'libgcc_s.so.1', 'libc.so.6', 'libm.so.6', 'ld-linux-x86-64.so.2'
    }
    assert dynamic(elf, 'DT_RPATH') == dynamic(elf, 'DT_RUNPATH') == []


@pytest.mark.parametrize('name', QT_OF)
def test_needs_no_private_symbol_of_qt_and_no_newer_minor(name: str) -> None:
    versions = {
        aux.name
        for section in plugins()[name].iter_sections()
        if isinstance(section, GNUVerNeedSection)
        for need, auxiliaries in section.iter_versions()
        if need.name.startswith('libQt6')
        for aux in auxiliaries
    }
    assert versions
    for version in versions:
        assert 'PRIVATE' not in version
        minor = re.fullmatch(r'Qt_6(?:\.(\d+))?', version)
        assert minor, version
        assert int(minor.group(1) or 0) <= 4


@pytest.mark.parametrize('name', QT_OF)
def test_needs_nothing_that_a_qt_may_have_been_built_without(name: str) -> None:
    # Which ways of packing resources this Qt knows: those of older bindings have no Zstandard.
    wanted = {symbol.name for symbol in symbols(name) if symbol['st_shndx'] == 'SHN_UNDEF'}
    assert {each for each in wanted if 'qt_resourceFeature' in each} <= {'qt_resourceFeatureZlib'}


@pytest.mark.parametrize('name', QT_OF)
def test_exports_only_what_qt_asks_a_plugin_for(name: str) -> None:
    exported = {
        symbol.name for symbol in symbols(name)
        if symbol['st_shndx'] != 'SHN_UNDEF' and symbol['st_info']['bind'] == 'STB_GLOBAL' and symbol.name
    }
    linkers_own = {'_edata', '_end', '__bss_start'}
    assert exported - linkers_own == {'qt_plugin_instance', 'qt_plugin_query_metadata_v2'}


@pytest.mark.parametrize('name', ['napari_telemetry_consent', 'napari_telemetry'])
def test_tags_and_contents(name: str) -> None:
    (path,) = WHEELS.glob(f'{name}-*.whl')
    assert re.search(r'-py3-none-(manylinux_2_\d+_x86_64\.?)+\.whl$', path.name)
    with wheel(name) as archive:
        names = archive.namelist()
        assert not [n for n in names if 'Qt' in n or n.startswith(f'{name}.libs')]  # no bundled library
        assert {n.split('/')[0] for n in names} == {name, *(n.split('/')[0] for n in names if '.dist-info' in n)}
        entry_points = [n for n in names if n.endswith('entry_points.txt')]
        assert bool(entry_points) == (name == 'napari_telemetry_consent')


@pytest.mark.parametrize('name', QT_OF)
def test_what_ships_was_linked_by_the_one_build_and_not_changed_since(name: str) -> None:
    (linked,) = (BUILD / 'release' / 'src' / 'client' / 'plugins').glob(f'*/{name}')
    assert hashlib.sha256(linked.read_bytes()).digest() == hashlib.sha256(libraries()[name]).digest()


def test_the_consent_plugin_knows_every_file_of_the_other_wheel_and_no_other() -> None:
    with wheel('napari_telemetry') as archive:
        names = sorted(n for n in archive.namelist() if not n.endswith('/') and '.dist-info/' not in n)
        listed = ''.join(f'{hashlib.sha256(archive.read(n)).hexdigest()}  {n}\n' for n in names)
    with wheel('napari_telemetry_consent') as archive:
        plugin = archive.read('napari_telemetry_consent/libnapari_telemetry_consent_plugin.so')
    # As a resource, which has its length in front.
    assert plugin.count(len(listed).to_bytes(4, 'big') + listed.encode()) == 1


def test_the_plugin_that_sends_does_not_know_the_public_page() -> None:
    # Nothing is ever sent to it. The hosts have the level in front of ".telemetry.napari.org".
    for name, library in libraries().items():
        for encoding in ('utf-8', 'utf-16-le'):
            pages = ('usage.napari.org', '//telemetry.napari.org')
            known = [page for page in pages if page.encode(encoding) in library]
            assert not known or name != 'libnapari_telemetry_upload_plugin.so', known
    assert b'usage.napari.org' in libraries()['libnapari_telemetry_consent_plugin.so']  # it is found this way


def test_both_wheels_are_of_one_release() -> None:
    releases = {path.name.split('-')[1] for path in WHEELS.glob('*.whl')}
    assert len(releases) == 1
