// When two applications ask for the like, and how many are looked at. Measured on the demo town, the office's own rule: it only points, a person decides.
export const likenessLaw = {
  /** Thousandths of the pairs of characters of both that both have. */
  alikeFrom: 400,
  /** The newest applications of the unit that are compared with one. */
  compared: 2000,
  most: 10,
} as const
