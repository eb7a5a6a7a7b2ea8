"""The settings of a project and of a person: `piyue.toml` read, checked, edited, remembered."""
