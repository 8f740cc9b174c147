"""Collects and sends what the user of napari agreed to. Imported by ``napari-telemetry-consent``, only after a yes."""

from __future__ import annotations

from napari_telemetry._load import load

__all__ = ['load']
