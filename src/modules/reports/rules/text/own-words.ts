// What a part says in its own words: without figures and references, and without the sentences that the system drew, which all units share.
import { parseText } from '../../../../kernel/references.ts'

const figure = /\d+(?:[.,]\d+)*|[一二两三四五六七八九十百千万零〇]+(?=余?(?:[件条个项次篇份期人户元年月日]|万元))/g

/** Sentence by sentence, so that one that a person changed counts as their own. */
export function ownWords(body: string, drawn: ReadonlySet<string>): string {
  return body
    .split(/(?<=[。\n])/)
    .filter((sentence) => !drawn.has(sentence.trim()))
    .map((sentence) =>
      parseText(sentence)
        .map((piece) => (piece.kind === 'text' ? piece.text : ''))
        .join('')
        .replaceAll(figure, ''),
    )
    .join('')
}

/** Sentences as they are kept: a drawn one may hold several full stops. */
export const drawnSentences = (said: readonly string[]): ReadonlySet<string> =>
  new Set(said.flatMap((one) => one.split(/(?<=。)/).map((sentence) => sentence.trim())).filter((one) => one !== ''))
