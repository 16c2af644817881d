// Years before Gongkai: a unit's report is read from its file and kept as its history after a person confirms.

/** Reports were first asked for the year 2008 (ogi-2008/31). */
export const firstYear = 2008
