"""What the annotator chose for all projects, and the actions used last."""

from tui.store.preferences import Preferences, load_preferences, save_preferences
from tui.texts import Language

RECENT = 8
"""How many actions are remembered."""


class Chosen:
    """Keeps the preferences of an annotator.

    Attributes:
        now: as they are now.
    """

    def __init__(self, annotator: str) -> None:
        self._annotator = annotator
        self.now = self._saved = load_preferences(annotator)

    def set_theme(self, theme: str) -> None:
        """Remember a theme."""
        self._take(self.now._replace(theme=theme))
        self.save()

    def set_language(self, language: Language) -> None:
        """Remember a language."""
        self._take(self.now._replace(language=language))
        self.save()

    def used(self, action: str) -> None:
        """Note that an action was used; it is saved with the next change, or at the end."""
        others = (other for other in self.now.recent if other != action)
        self._take(self.now._replace(recent=(action, *others)[:RECENT]))

    def save(self) -> None:
        """Save what was changed since the last time."""
        if self.now != self._saved:
            save_preferences(self._annotator, self.now)
            self._saved = self.now

    def _take(self, preferences: Preferences) -> None:
        self.now = preferences
