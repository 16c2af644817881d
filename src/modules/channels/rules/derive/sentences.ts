// Shortens a text at the borders of its sentences, never inside one.
const border = /(?<=[。！？；!?;])(?![”’」』）)])|(?<=[。！？；!?;][”’」』）)])/u

export const lengthOf = (text: string): number => [...text].length

/** The sentences of a text, each with its mark. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(border)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** As many whole sentences from the beginning as fit into `limit` characters; empty where the first does not fit. */
export function clipped(text: string, limit: number): string {
  let taken = ''
  for (const sentence of sentencesOf(text)) {
    if (lengthOf(taken) + lengthOf(sentence) > limit) break
    taken += sentence
  }
  // cut after a semicolon, the text would seem to go on
  return taken.replace(/[；;]$/u, '。')
}
