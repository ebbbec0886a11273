// What scripts add to the pages.
