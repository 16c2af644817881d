// The administrator keeps the wrong words: adds, changes, ends, loads a list; and chooses how numbers are shortened.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { maskForms, type MaskKind } from '../law/masks.ts'
import { allWords } from '../queries/words.ts'
import { judgeWord, wordDifferences, type KeptWord, type ReadRow, type WordDifferences } from '../rules/word.ts'
import { saveMask, saveWords } from '../store/words.ts'

/** A text is walked once for all of them, but a list has its bounds. */
const mostWords = 20_000

const who = (by: By) => ({ accountId: by.actor.accountId, at: by.at })

export async function keepWord(tx: Tx, by: By, word: KeptWord): Promise<Ruling<Record<string, never>>> {
  const ruling = judgeWord(word)
  if (!ruling.ok) return ruling
  if ((await allWords(tx)).length >= mostWords) return refused({ code: 'words-full', facts: { limit: mostWords } })
  await saveWords(tx, [word], who(by))
  return granted({})
}

export async function endWord(tx: Tx, by: By, wrong: string, ended: boolean): Promise<Ruling<Record<string, never>>> {
  const word = (await allWords(tx)).find((one) => one.wrong === wrong)
  if (!word) return refused('word-not-found')
  await saveWords(tx, [{ ...word, ended }], who(by))
  return granted({})
}

export async function loadWords(tx: Tx, by: By, read: readonly ReadRow[] | undefined, apply: boolean): Promise<Ruling<WordDifferences>> {
  if (!read || read.length === 0) return refused({ code: 'word-list-unreadable', field: 'files' })
  const known = await allWords(tx)
  const differences = wordDifferences(known, read)
  if (known.length + differences.added.length > mostWords) return refused({ code: 'words-full', facts: { limit: mostWords } })
  if (apply) await saveWords(tx, [...differences.added, ...differences.changed], who(by))
  return granted(differences)
}

export async function chooseMask(tx: Tx, by: By, kind: MaskKind, form: string): Promise<Ruling<Record<string, never>>> {
  if (!Object.hasOwn(maskForms[kind].forms, form)) return refused({ code: 'mask-form-unknown', field: 'form' })
  await saveMask(tx, kind, form, who(by))
  return granted({})
}
