// From when on the text of a part looks copied from last year's or from another unit's (A11; 内容雷同 is named by yearly-report-2021/1). The office's own rule, no law: it only warns.
export const textLikenessLaw = {
  /** Thousandths of shared runs of characters. */
  alikeFrom: 700,
  /** Own words fewer than this are not compared: short parts of all units are alike. */
  shortestText: 80,
  /** Candidates compared with one part, those that share most bands first. */
  mostCandidates: 40,
  /** Not taken from the notice. */
  mark: 'inferred',
} as const
