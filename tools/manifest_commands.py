"""Read the commands of plugins from their npe2 manifests, for tools/update-public-list."""
from __future__ import annotations

import configparser
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# What the data dictionary takes as a command.
COMMAND = re.compile(r"[A-Za-z0-9_-]+([.:][A-Za-z0-9_-]+)+\Z")
LONGEST = 128

INSTALLED = """
import json, sys
from npe2 import PluginManager
manager = PluginManager.instance()
manager.discover()
print(json.dumps([json.loads(manifest.json()) for manifest in manager.iter_manifests()]), file=sys.__stdout__)
"""


def normalised(name: str) -> str:
    """Return a package's name as PEP 503 writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def commands_of(manifest: dict[str, Any]) -> tuple[str, set[str]]:
    """Return the plugin's name and those of its commands that bear it: only these can be told from another plugin's."""
    name = normalised(str(manifest.get("name", "")))
    contributions = manifest.get("contributions") or {}
    ids = {str(command.get("id", "")) for command in contributions.get("commands") or ()}
    own = {id for id in ids if COMMAND.match(id) and len(id) <= LONGEST and normalised(id.split(".")[0]) == name}
    return name, own


def parse(text: str, suffix: str) -> list[dict[str, Any]]:
    """Read one manifest, a list of them, or, in JSON, an object that has them by name."""
    if suffix in (".yaml", ".yml"):
        import yaml  # most uses need none

        found = yaml.safe_load(text)
    else:
        found = json.loads(text)
    if isinstance(found, dict) and "name" not in found:
        found = list(found.values())
    return [entry for entry in (found if isinstance(found, list) else [found]) if isinstance(entry, dict)]


def in_wheel(path: Path) -> list[dict[str, Any]]:
    """Read the manifest that a wheel's entry point names; a plugin of the first engine has none."""
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        entry_points = configparser.ConfigParser(delimiters=("=",), strict=False)
        for name in names:
            if re.fullmatch(r"[^/]+\.dist-info/entry_points\.txt", name):
                entry_points.read_string(wheel.read(name).decode())
        if not entry_points.has_section("napari.manifest"):
            return []
        found = []
        for value in dict(entry_points["napari.manifest"]).values():
            package, _, file = value.partition(":")
            inside = f"{package.strip().replace('.', '/')}/{file.strip()}"
            if inside in names:
                found += parse(wheel.read(inside).decode(), Path(file).suffix)
        # The project's name is the one that is public, whatever the manifest says.
        return [{**manifest, "name": path.name.split("-")[0]} for manifest in found]


def in_files(source: Path) -> Iterator[dict[str, Any]]:
    """Read a file of manifests, or all wheels and manifests of a folder."""
    for path in sorted(source.iterdir()) if source.is_dir() else [source]:
        if path.suffix == ".whl":
            yield from in_wheel(path)
        elif path.suffix in (".json", ".yaml", ".yml"):
            yield from parse(path.read_text(encoding="utf-8"), path.suffix)


def installed(python: str) -> list[dict[str, Any]]:
    """Ask npe2 for the manifests of the plugins that are installed with this Python."""
    answer = subprocess.run([python, "-c", INSTALLED], check=True, capture_output=True, text=True, timeout=300)
    return list(json.loads(answer.stdout.splitlines()[-1]))


def commands_by_plugin(manifests: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Return the commands of each plugin that has any."""
    commands: dict[str, set[str]] = {}
    for name, own in map(commands_of, manifests):
        if own:
            commands.setdefault(name, set()).update(own)
    return commands
