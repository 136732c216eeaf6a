"""What leads from page to page: the start, navigator, menus, the program's own pages, trouble."""
