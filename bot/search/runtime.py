"""onnxruntime, told before it is imported not to report its use to its maker: what runs here concerns nobody else."""

from __future__ import annotations

import importlib
import os
from typing import Any


def onnxruntime(module: str = "") -> Any:
    """The library, or a module inside it ("quantization")."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    return importlib.import_module(f"onnxruntime.{module}" if module else "onnxruntime")
