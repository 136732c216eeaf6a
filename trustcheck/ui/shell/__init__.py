"""The window itself: places, menus, navigator, what lies over every page."""
