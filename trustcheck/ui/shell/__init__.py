"""The window itself and what every desk is handed: places, menus, the open file, saving, one context."""
