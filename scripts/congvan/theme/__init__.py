"""The theme, found by its name: templates over Material's, style sheets, browser modules, fonts."""
