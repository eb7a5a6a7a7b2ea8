"""The app in a browser, measured beside the terminal."""
