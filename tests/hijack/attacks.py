"""What somebody could try to have their code run in the name of napari-telemetry. Each function arranges one attack.

The comment of a function says who could do it. `@attack(outcome)` says what the consent plugin has to make of it:
`loaded`: the real package runs, the attack is passed by; `refused`: nothing is loaded and the user is told; `absent`:
the package is not installed as far as we are concerned, silently.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import struct
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from place import LIBRARIES, PACKAGE, Place, as_nobody, record, release

LOADED, REFUSED, ABSENT = 'loaded', 'refused', 'absent'


@dataclass
class Attack:
    """One attack."""

    arrange: Callable[[Place], None]
    outcome: str
    why: str  # what the user is told, in part
    needs_root: bool
    races: bool  # changes files while it goes on


ATTACKS: dict[str, Attack] = {}


def attack(
    outcome: str, why: str = '', needs_root: bool = False, races: bool = False
) -> Callable[[Callable[[Place], None]], None]:
    """Declare an attack."""

    def declare(arrange: Callable[[Place], None]) -> None:
        ATTACKS[arrange.__name__] = Attack(arrange, outcome, why, needs_root, races)

    return declare


def replace_modules(place: Place) -> str:
    """Return Python that puts other files in the place of the package's."""
    return textwrap.dedent(f'''
        import pathlib, shutil
        package = pathlib.Path({str(place.package)!r})
        for name in ('__init__.py', '_load.py', '_watch.py'):
            (package / name).write_text({place.evil('replaced')!r})
        for name in {LIBRARIES!r}:
            (package / name).unlink()
            shutil.copy({str(place.evil_library)!r}, package / name)
    ''')


# -- other packages ------------------------------------------------------------------------------------------


@attack(REFUSED, '_load.py: is not the file of this release')
def second_wheel_overwrites_ours(place: Place) -> None:
    """Whoever gets a wheel of any other name installed: pip lets it overwrite files of ours."""
    place.install_release()
    place.wheel('harmless_tool', '1.0', {f'{PACKAGE}/_load.py': place.evil()})
    place.pip('harmless-tool')


@attack(REFUSED, '_load.py: is not the file of this release')
def forged_records(place: Place) -> None:
    """The same, with dist-info that says that all is well: name, version, digests of the evil files."""
    place.install_release()
    (place.package / '_load.py').write_text(place.evil())
    (info,) = place.site.glob(f'{PACKAGE}-*.dist-info')
    files = {f'{PACKAGE}/{p.name}': p.read_bytes() for p in place.package.iterdir() if p.is_file()}
    (info / 'RECORD').write_text(record(files))


@attack(REFUSED, 'is not the file of this release')
def dependency_ships_the_module(place: Place) -> None:
    """The author of something that a plugin depends on, before we are installed."""
    place.wheel('deep_helper', '1.0', {f'{PACKAGE}/__init__.py': place.evil(), f'{PACKAGE}/helper.py': ''})
    place.wheel('nice_plugin', '1.0', {'nice_plugin.py': ''}, requires='deep-helper')
    place.pip('nice-plugin')


@attack(REFUSED, 'is not the file of this release')
def older_release_put_back(place: Place) -> None:
    """Whoever can make pip downgrade: an index that has only an old release with a known hole."""
    place.install_release()
    place.wheel(PACKAGE, '0.0.9', {
        **{f'{PACKAGE}/{p.name}': p.read_bytes() for p in place.package.iterdir()},
        f'{PACKAGE}/__init__.py': place.evil('hole'),
    })
    place.pip('napari-telemetry==0.0.9')


@attack(REFUSED, 'is not the file of this release')
def same_name_spelt_differently(place: Place) -> None:
    """An index: for pip, Napari.Telemetry is napari-telemetry, and this one has the right version, too."""
    version = release().name.split('-')[1]
    place.install_release()
    place.wheel('Napari.Telemetry', version, {
        **{f'{PACKAGE}/{p.name}': p.read_bytes() for p in place.package.iterdir()},
        f'{PACKAGE}/_watch.py': place.evil(),
    })
    place.pip('--force-reinstall', f'Napari.Telemetry=={version}')


@attack(REFUSED, '_load.py: is not the file of this release')
def upgrade_that_failed_half_way(place: Place) -> None:
    """Nobody: pip was killed. Half of the files are of the next release, which does not fit the others."""
    place.install_release()
    (place.package / '_load.py').write_text(place.evil('next release'))
    (place.package / LIBRARIES[1]).unlink()


# -- other places --------------------------------------------------------------------------------------------


@attack(LOADED)
def earlier_on_the_path(place: Place) -> None:
    """A plugin or a script that puts a folder first."""
    place.install_release()
    place.evil_package(place.elsewhere / 'first')
    place.in_process = f'import sys; sys.path.insert(0, {str(place.elsewhere / "first")!r})'


@attack(LOADED)
def pythonpath(place: Place) -> None:
    """Whoever can set a variable, such as the start file of a shared computer."""
    place.install_release()
    place.evil_package(place.elsewhere / 'first')
    place.variables['PYTHONPATH'] = str(place.elsewhere / 'first')


@attack(LOADED)
def working_directory(place: Place) -> None:
    """The author of a folder of data in which napari is started."""
    place.install_release()
    place.evil_package(place.elsewhere)
    place.cwd_on_path = True


@attack(ABSENT)
def user_site(place: Place) -> None:
    """Whatever was installed with --user, in an environment that sees the system's packages, too."""
    config = place.folder / 'venv' / 'pyvenv.cfg'
    config.write_text(config.read_text() + 'include-system-site-packages = true\n')
    place.evil_package(place.home / '.local' / 'lib' / place.site.parent.name / 'site-packages')


@attack(ABSENT)
def namespace_package(place: Place) -> None:
    """A folder without __init__.py, on any entry of the path, while we are not installed."""
    package = place.evil_package(place.elsewhere / 'any')
    (package / '__init__.py').unlink()
    place.variables['PYTHONPATH'] = str(place.elsewhere / 'any')


@attack(LOADED)
def zip_import(place: Place) -> None:
    """A zip file on the path."""
    place.install_release()
    with zipfile.ZipFile(place.elsewhere / 'evil.zip', 'w') as archive:
        archive.writestr(f'{PACKAGE}/__init__.py', place.evil())
    place.variables['PYTHONPATH'] = str(place.elsewhere / 'evil.zip')


@attack(ABSENT)
def editable_install(place: Place) -> None:
    """A developer's checkout of something of our name, installed as setuptools does it: a finder, and a .pth file."""
    package = place.evil_package(place.elsewhere / 'checkout')
    (place.site / '__editable___napari_telemetry_finder.py').write_text(textwrap.dedent(f'''
        import importlib.util, sys
        class Finder:
            @classmethod
            def find_spec(cls, name, path=None, target=None):
                if name == {PACKAGE!r}:
                    return importlib.util.spec_from_file_location(
                        name, {str(package / '__init__.py')!r}, submodule_search_locations=[{str(package)!r}])
        def install():
            sys.meta_path.append(Finder)
    '''))
    (place.site / '__editable__.napari_telemetry.pth').write_text(
        'import __editable___napari_telemetry_finder; __editable___napari_telemetry_finder.install()\n'
    )


@attack(ABSENT)
def case_variant(place: Place) -> None:
    """A package of almost our name. Linux tells them apart; the plain import stands for a file system that does not."""
    place.evil_package(place.site, 'Napari_Telemetry')
    place.before_load = 'import sys, importlib\nif "napari_telemetry_consent" not in sys.modules:\n' \
                        '    importlib.import_module("Napari_Telemetry")'


# -- inside the folder ---------------------------------------------------------------------------------------


@attack(LOADED)
def poisoned_pyc(place: Place) -> None:
    """Whoever can write to the cache: Python runs what is compiled there when date and size fit."""
    place.install_release()
    source = place.package / '_load.py'
    cached = importlib.util.cache_from_source(str(source))
    code = compile(place.evil('pyc'), str(source), 'exec')
    status = source.stat()
    (place.package / '__pycache__').mkdir()
    with open(cached, 'wb') as file:  # noqa: PTH123
        file.write(importlib.util.MAGIC_NUMBER + struct.pack('<III', 0, int(status.st_mtime), status.st_size))
        file.write(marshal.dumps(code))


@attack(LOADED)
def unchecked_pyc(place: Place) -> None:
    """The same with a cache that says that it need not be compared with the source (PEP 552)."""
    place.install_release()
    source = place.package / '__init__.py'
    (place.package / '__pycache__').mkdir()
    with open(importlib.util.cache_from_source(str(source)), 'wb') as file:  # noqa: PTH123
        file.write(importlib.util.MAGIC_NUMBER + struct.pack('<I', 1) + b'\0' * 8)
        file.write(marshal.dumps(compile(place.evil('pyc'), str(source), 'exec')))


@attack(REFUSED, 'libnapari_telemetry_plugin.so: is not the file of this release')
def replaced_library(place: Place) -> None:
    """Whoever can write one file."""
    place.install_release()
    (place.package / LIBRARIES[0]).write_bytes(place.evil_library.read_bytes())


@attack(REFUSED, 'libnapari_telemetry_upload_plugin.so: is not the file of this release')
def replaced_upload_library(place: Place) -> None:
    """The same with the library that is needed only later."""
    place.install_release()
    (place.package / LIBRARIES[1]).write_bytes(place.evil_library.read_bytes())


@attack(REFUSED, '_watch: does not belong to this release')
def folder_in_front_of_a_module(place: Place) -> None:
    """Whoever can add a folder: Python prefers it to the file of the same name. No file of ours is changed."""
    place.install_release()
    (place.package / '_watch').mkdir()
    (place.package / '_watch' / '__init__.py').write_text(place.evil())


@attack(REFUSED, 'does not belong to this release')
def extension_in_front_of_a_module(place: Place) -> None:
    """Whoever can add a file: Python prefers a compiled module to the source beside it."""
    place.install_release()
    (place.package / '_watch.abi3.so').write_bytes(place.evil_library.read_bytes())


@attack(REFUSED, '_load.py: is a link to another place')
def link_instead_of_a_module(place: Place) -> None:
    """Whoever can write to the folder, and has a file elsewhere to change later."""
    place.install_release()
    (place.elsewhere / 'real.py').write_text(place.evil())
    (place.package / '_load.py').unlink()
    (place.package / '_load.py').symlink_to(place.elsewhere / 'real.py')


@attack(REFUSED, f'{PACKAGE}: is not what it should be')
def link_instead_of_the_folder(place: Place) -> None:
    """Whoever can write to the folder above."""
    package = place.evil_package(place.elsewhere)
    place.package.symlink_to(package)


@attack(REFUSED, f'{PACKAGE}: can be changed by other users', needs_root=True)
def folder_that_everybody_can_write_to(place: Place) -> None:
    """Any other user of the computer."""
    place.install_release()
    place.package.chmod(0o777)
    for parent in (place.folder, *place.folder.parents[:3]):
        parent.chmod(0o755)

    def write() -> None:
        (place.package / '_load.py').rename(place.package / 'old.py')
        (place.package / '_load.py').write_text(place.evil())

    as_nobody(write)


@attack(REFUSED, '_load.py: belongs to another user', needs_root=True)
def file_of_another_user(place: Place) -> None:
    """The user whom the file belongs to."""
    place.install_release()
    os.chown(place.package / '_load.py', 65534, 65534)
    for parent in (place.folder, *place.folder.parents[:3]):
        parent.chmod(0o755)
    as_nobody(lambda: (place.package / '_load.py').write_text(place.evil()))


# -- inside the process --------------------------------------------------------------------------------------


@attack(LOADED)
def import_hook(place: Place) -> None:
    """A plugin of napari that finds modules in its own way, first of all."""
    place.install_release()
    place.in_process = textwrap.dedent(f'''
        import importlib.machinery, sys
        class Hook:
            def find_spec(self, name, path=None, target=None):
                if name.partition('.')[0] == {PACKAGE!r}:
                    return importlib.machinery.ModuleSpec(name, self, is_package=True)
            def create_module(self, spec): pass
            def exec_module(self, module):
                {place.evil('hook').strip()}
        sys.meta_path.insert(0, Hook())
    ''')


@attack(LOADED)
def path_hook(place: Place) -> None:
    """The same one step later: how Python reads the folders of the path."""
    place.install_release()
    place.in_process = textwrap.dedent(f'''
        import importlib.machinery, sys
        class Entry:
            def find_spec(self, name, target=None):
                if name.partition('.')[0] == {PACKAGE!r}:
                    return importlib.machinery.ModuleSpec(name, self, is_package=True)
            def create_module(self, spec): pass
            def exec_module(self, module):
                {place.evil('hook').strip()}
        sys.path.insert(0, {str(place.elsewhere)!r})
        sys.path_importer_cache[{str(place.elsewhere)!r}] = Entry()
    ''')


@attack(REFUSED, 'other code has already loaded something of this name')
def module_is_there_already(place: Place) -> None:
    """A plugin of napari that puts a module into the table, to be called by us."""
    place.install_release()
    place.in_process = textwrap.dedent(f'''
        import sys, types
        fake = types.ModuleType({PACKAGE!r})
        def load(*_):
            {place.evil('called').strip()}
        fake.load = load
        sys.modules[{PACKAGE!r}] = fake
    ''')


@attack(REFUSED, 'other code has already loaded something of this name')
def submodule_is_there_already(place: Place) -> None:
    """The same, only for a part of the package."""
    place.install_release()
    place.in_process = textwrap.dedent(f'''
        import sys, types
        fake = types.ModuleType('{PACKAGE}._load')
        def load(*_):
            {place.evil('called').strip()}
        fake.load = load
        sys.modules['{PACKAGE}._load'] = fake
    ''')


# -- at the right moment -------------------------------------------------------------------------------------


@attack(LOADED, races=True)
def replaced_between_check_and_load(place: Place) -> None:
    """Whoever can write to the folder and waits for the check to be over."""
    place.install_release()
    place.before_load = replace_modules(place)


@attack(LOADED, races=True)
def link_swapped_in_between_check_and_load(place: Place) -> None:
    """The same with the whole folder."""
    place.install_release()
    evil = place.evil_package(place.elsewhere)
    place.before_load = textwrap.dedent(f'''
        import pathlib
        package = pathlib.Path({str(place.package)!r})
        package.rename(package.with_name('moved'))
        package.symlink_to({str(evil)!r})
    ''')


@attack(LOADED, races=True)
def replaced_as_soon_as_it_was_read(place: Place) -> None:
    """The same during the check: each file is replaced the moment after the verifier has read and closed it."""
    place.install_release()
    place.in_process = textwrap.dedent(f'''
        import ctypes, os, pathlib, threading
        libc = ctypes.CDLL(None, use_errno=True)
        watch = libc.inotify_init1(0)
        assert libc.inotify_add_watch(watch, {str(place.package).encode()!r}, 0x10) >= 0  # IN_CLOSE_NOWRITE
        def replace():
            while True:
                events = os.read(watch, 65536)
                while events:
                    length = int.from_bytes(events[12:16], 'little')
                    name = events[16:16 + length].rstrip(b'\\0').decode()
                    events = events[16 + length:]
                    if name.endswith('.py'):
                        new = pathlib.Path({str(place.elsewhere)!r}, name)
                        new.write_text({place.evil('raced')!r})
                        os.replace(new, pathlib.Path({str(place.package)!r}, name))
        threading.Thread(target=replace, daemon=True).start()
    ''')
    # A plain loader that reads to compare, and then imports: what this is aimed at.
    place.before_load = textwrap.dedent(f'''
        import sys
        if 'napari_telemetry_consent' not in sys.modules:
            import pathlib, time
            load = pathlib.Path({str(place.package)!r}, '_load.py')
            before, end = load.read_bytes(), time.monotonic() + 20
            while load.read_bytes() == before and time.monotonic() < end:
                time.sleep(0.001)
    ''')
