// Walks through a table in the order of its ids, a piece at a time.

/** Stands before every id: where such a walk begins. */
export const beforeEveryId = '00000000-0000-0000-0000-000000000000'
