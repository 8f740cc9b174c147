"""Packages that nobody installed: a folder for the path, with the files that an installer would have written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def plugin(folder: Path, name: str, version: str, **changes: bytes | None) -> Path:
    """Write a plugin with one command, as pip leaves it after an installation from an index.

    Parameters
    ----------
    folder
        What has to be on the path.
    name, version
        As its METADATA says them.
    **changes
        What the files METADATA, INSTALLER, entry_points, direct_url hold instead; None: there is no such file.

    Returns
    -------
    Path
        Its dist-info.
    """
    package = name.replace('-', '_').replace('.', '_').lower()
    (folder / package).mkdir(parents=True, exist_ok=True)
    (folder / package / '__init__.py').write_text('def command():\n    return None\n')
    (folder / package / 'napari.yaml').write_text(
        f'name: {name}\ndisplay_name: A plugin\ncontributions:\n  commands:\n'
        f'  - id: {name}.command\n    title: A command\n    python_name: {package}:command\n'
    )
    info = folder / f'{package}-{version}.dist-info'
    info.mkdir()
    files = {
        'METADATA': f'Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n'.encode(),
        'INSTALLER': b'pip\n',
        'entry_points': f'[napari.manifest]\n{name} = {package}:napari.yaml\n'.encode(),
        'direct_url': None,
        **changes,
    }
    endings = {'entry_points': '.txt', 'direct_url': '.json'}
    for file, content in files.items():
        if content is not None:
            (info / f'{file}{endings.get(file, "")}').write_bytes(content)
    return info
