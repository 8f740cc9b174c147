"""Runs the modules of the other package from bytes that the consent plugin has verified. Nothing is looked up."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence
    from types import ModuleType

PACKAGE = 'napari_telemetry'


def name_is_taken(names: Iterable[str] | None = None) -> bool:
    """Tell whether other code has loaded something of the package's name, or of a module in it.

    Parameters
    ----------
    names
        The names that are looked at; those of all modules of this process when left out.

    Returns
    -------
    bool
        True for anything of that name, whatever it is: it is not touched to find out.

    """
    return any(str(name).partition('.')[0] == PACKAGE for name in list(sys.modules if names is None else names))


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules of the package, and only those, in bytes. Stands before all others while they are loaded."""

    def __init__(self, sources: Mapping[str, bytes], packages: Container[str]) -> None:
        self._sources = sources
        self._packages = packages

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Answer for the package's modules; leave everything else to the others."""
        del path, target
        if name not in self._sources:
            return None
        # The place is none that could be looked up: what is imported from the package later is not found anywhere.
        origin = f'<verified {name}>'
        return importlib.machinery.ModuleSpec(name, self, origin=origin, is_package=name in self._packages)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """Leave making the module to Python."""
        del spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        source = self._sources[module.__name__]
        exec(compile(source, f'<verified {module.__name__}>', 'exec', dont_inherit=True), module.__dict__)


def _module(path: str) -> str:
    """Return the name of the module that is in this file of the package."""
    return '.'.join([PACKAGE, *path.removesuffix('.py').split('/')]).removesuffix('.__init__')


def run(files: Mapping[str, bytes]) -> ModuleType:
    """Run the package's modules, all of them at once, so that none is looked for later.

    Parameters
    ----------
    files
        The bytes of its Python files, by their paths in its folder.

    Returns
    -------
    module
        The package.

    Raises
    ------
    ImportError
        When something of its name is loaded already, or a module can't be run. Then none of it stays.

    """
    if name_is_taken():
        raise ImportError(f'other code has already loaded something named {PACKAGE}')
    paths = [path for path in files if path.endswith('.py') and path != '__main__.py']
    sources = {_module(path): files[path] for path in paths}
    finder = _Finder(sources, {_module(path) for path in paths if path.endswith('__init__.py')})
    sys.meta_path.insert(0, finder)
    try:
        for name in sorted(sources):
            importlib.import_module(name)
        return sys.modules[PACKAGE]
    except BaseException as problem:
        for name in [name for name in sys.modules if name_is_taken([name])]:
            del sys.modules[name]
        if isinstance(problem, Exception):
            raise ImportError(f'{PACKAGE} can not be run: {problem}') from problem
        raise
    finally:
        sys.meta_path.remove(finder)
