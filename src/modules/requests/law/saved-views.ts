// How many views of the list one person keeps, and how long their names are. House rules, not law.
export const mostSavedViews = 20
export const longestViewName = 20
