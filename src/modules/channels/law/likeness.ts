// From when on two texts look so alike that somebody is asked whether they are the same information. Measured on the demo town, not law.
export const likenessLaw = {
  /** Characters of a shingle. */
  shingle: 4,
  /** Hashes of the print, and how many make a band: texts that share a band are compared. */
  hashes: 64,
  rowsOfBand: 4,
  /** Thousandths of shared shingles from which on somebody is asked. */
  alikeFrom: 800,
  /** Texts shorter than this are asked about only where their titles are equal. */
  shortestText: 60,
  /** Candidates compared with one text. */
  mostCandidates: 60,
} as const
