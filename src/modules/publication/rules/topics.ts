// What a page depends on, in the words of the triggers that note each change (db/migrations/20261128-2600).
/** `documents`: any document came, changed or went. `site`: settings and tree of columns. `everything`: a change too large to be named. */
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
  | `unit/${string}`
  /** By this number or name a document is cited, or cites another. */
  | `cited/${string}`
