"""Makes a layer of every kind, on data that fails when it is read, and prints what telemetry would say of each.

Usage: layers_child.py WATCH, the file of ``napari_telemetry._watch``. Runs in an environment with napari, without a
window: layers need none. napari itself reads when a layer is made; from then on every reading raises.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import dask.array as da
import numpy as np
import xarray
import zarr
from napari import layers
from zarr.storage import MemoryStore

read: list[str] = []
forbidden = False


def reading(what: str) -> None:
    """Note that data is read; raise when it must not be."""
    if forbidden:
        read.append(what)
        raise AssertionError(f'{what} was read')


def computed(block: Any) -> Any:
    """Compute one chunk of a dask array."""
    reading('dask')
    return block


class Store(MemoryStore):  # type: ignore[misc]
    """A zarr store that notes when a chunk, or anything else, is read."""

    async def get(self, *arguments: Any, **keywords: Any) -> Any:
        """Read a key."""
        reading('zarr')
        return await super().get(*arguments, **keywords)


class Watched(np.ndarray):
    """A numpy array that notes when an element is read."""

    def __getitem__(self, index: Any) -> Any:
        """Read elements."""
        reading('numpy')
        return super().__getitem__(index)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **keywords: Any) -> Any:
        """Calculate with all elements."""
        reading('numpy')
        plain = [np.asarray(one) if isinstance(one, Watched) else one for one in inputs]
        return getattr(ufunc, method)(*plain, **keywords)


class Duck:
    """An array of a class that no list has."""

    shape = (2000, 3000)
    dtype = np.dtype('float32')
    ndim = 2

    def __getitem__(self, index: Any) -> Any:
        """Read elements."""
        reading('duck')
        return np.zeros(self.shape, self.dtype)[index]

    def __array__(self, *arguments: Any, **keywords: Any) -> Any:
        """Read everything."""
        reading('duck')
        return np.zeros(self.shape, self.dtype)


def dask(*shape: int, dtype: str = 'uint16') -> Any:
    """Return a dask array whose chunks fail to compute, once reading is forbidden."""
    return da.zeros(shape, dtype=dtype, chunks=[min(n, 512) for n in shape]).map_blocks(computed, dtype=dtype)


def all_layers() -> dict[str, Any]:
    """Return a layer of every kind."""
    stored = zarr.create_array(store=Store(), shape=(4, 300, 300), chunks=(1, 300, 300), dtype='>u2')
    square = np.array([[0.0, 0.0], [0.0, 9.0], [9.0, 9.0], [9.0, 0.0]])
    return {
        'numpy': layers.Image(np.zeros((9, 9), 'uint8').view(Watched)),
        'rgb': layers.Image(np.zeros((64, 64, 3), 'uint8'), rgb=True),
        'multiscale': layers.Image([dask(4096, 4096), dask(2048, 2048), dask(1024, 1024)], multiscale=True,
                                   contrast_limits=(0, 9)),
        'dask': layers.Image(dask(200, 9, 2048, 2048), contrast_limits=(0, 9)),
        'zarr': layers.Image(stored, contrast_limits=(0, 9)),
        'xarray': layers.Image(xarray.DataArray(dask(3, 50, 50, dtype='float64')), contrast_limits=(0, 9)),
        'duck': layers.Image(Duck(), contrast_limits=(0, 9)),
        'labels': layers.Labels(dask(50, 50, dtype='int32')),
        'points': layers.Points(np.zeros((7, 3))),
        'no points': layers.Points(),
        'shapes': layers.Shapes([square, square + 20], shape_type='polygon'),
        'surface': layers.Surface((np.zeros((4, 3), 'float32'), np.array([[0, 1, 2]]), dask(4, dtype='float32'))),
        'tracks': layers.Tracks(np.array([[1, 0, 1.0, 1.0], [1, 1, 2.0, 2.0]])),
        'vectors': layers.Vectors(np.zeros((5, 2, 2))),
    }


def main() -> None:
    """Print the facts of every layer, and what was read meanwhile."""
    global forbidden  # noqa: PLW0603
    sys.path.insert(0, str(Path(sys.argv[1]).parents[1]))
    watch = importlib.import_module('napari_telemetry._watch')
    made = all_layers()
    forbidden = True
    facts = {name: watch.layer_facts(layer) for name, layer in made.items()}
    read_by_us = list(read)
    # The trap works: the same data can't be read now.
    trapped = []
    for name in ('numpy', 'dask', 'zarr', 'xarray', 'duck', 'labels'):
        try:
            made[name].data[0].sum() if name == 'numpy' else np.asarray(made[name].data[0])
        except Exception:
            trapped.append(name)
    print(json.dumps({'facts': facts, 'read_by_us': read_by_us, 'trapped': trapped}))


if __name__ == '__main__':
    main()
