"""Builds the resources into a wheel; an editable installation uses the checkout's own."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Run before the files of a distribution are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile and gather, for a wheel that is to be shipped."""
        if self.target_name == "wheel" and version != "editable":
            runpy.run_path(str(Path(self.root) / "tools" / "resources.py"))["gather"]()
