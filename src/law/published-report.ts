// The figures of a yearly report, as they go out with it through the one door and stay with it for ever (ogi-2019/49).

/** A number; `/` where it does not apply; the words of a change; null where the cell is empty. */
export type ReportFigure = number | string | null

export interface PublishedReport {
  readonly year: number
  /** own: what the unit itself did; region: the sum of its own, its departments and its towns. */
  readonly scope: 'own' | 'region'
  /** The form in which it is made: a later form never touches it. */
  readonly generation: 'A' | 'B' | 'C'
  /** By key of the form, in the printed order. */
  readonly cells: Readonly<Record<string, ReportFigure>>
}
