// What a page depends on, in the words of the triggers that note each change (db/migrations/20261128-2600).
/** `documents`: a document came, changed or went, whichever. `site`: settings and tree of columns. `everything`: a change too large to be named. */
export type Topic =
  | 'everything'
  | 'documents'
  | 'site'
  | 'units'
  | 'catalogue'
  | 'calendar'
  | 'application-figures'
  | `document/${string}`
  | `column/${string}`
  /** The unit itself: name, profile, place. */
  | `unit/${string}`
  /** What it has disclosed and owes: documents, entries of its catalogue. */
  | `of-unit/${string}`
  /** By a number or name in this heap (four letters of its MD5) a document is cited, or cites another. */
  | `cited/${string}`
  /** What is listed on this day (`2026-11-28`) in UTC. */
  | `listed/${string}`

/** The days in UTC that a span of instants touches, each as a topic. */
export function listedTopics({ from, until }: { readonly from: Date; readonly until: Date }): Topic[] {
  const topics: Topic[] = []
  for (let at = Date.parse(`${from.toISOString().slice(0, 10)}T00:00:00Z`); at < until.getTime(); at += 86_400_000)
    topics.push(`listed/${new Date(at).toISOString().slice(0, 10)}`)
  return topics
}
