"""The app's fixtures serve here, too."""

from tests.app.conftest import folder, running

__all__ = ["folder", "running"]
