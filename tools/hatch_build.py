"""Compiles the catalogue while the wheel is built, so that an installed pkcli starts at once."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `pkcli/catalogue.sqlite` to a wheel; an editable install compiles its own when it is first used."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile `data/` and include the result."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from pkcli.compile import compile_catalogue

        self._folder = tempfile.TemporaryDirectory()
        catalogue = Path(self._folder.name) / "catalogue.sqlite"
        compile_catalogue(root / "data", catalogue)
        build_data["force_include"][str(catalogue)] = "pkcli/catalogue.sqlite"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary copy."""
        if version != "editable":
            self._folder.cleanup()
