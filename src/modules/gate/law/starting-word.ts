// One row of the list of wrong words that the system brings along.
export interface StartingWord {
  readonly wrong: string
  readonly right: string
  /** Runs of letters in which it is right. */
  readonly except?: readonly string[]
  readonly severity?: 'error' | 'remark'
}
