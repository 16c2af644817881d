// Answers what the office asks of the wrong words and the masks: both are the whole site's, so whoever reaches all of it keeps them.
import { csvRows } from '../../../kernel/csv.ts'
import { granted } from '../../../kernel/ruling.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { gridFile } from '../../../platform/documents/write/grid.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import { answer, type Call, type OfficeRoute } from '../../../platform/http/routes.ts'
import type { Contract } from '../../../kernel/contract.ts'
import type { By } from '../../access/index.ts'
import { forWholeSite } from '../../publication/index.ts'
import { chooseMask, endWord, keepWord, loadWords } from '../actions/keep-words.ts'
import type { MaskKind } from '../law/masks.ts'
import { siteMasks, wordsInForce } from '../queries/surroundings.ts'
import { allWords } from '../queries/words.ts'
import { cellsOf, readWords, wordHeadings } from '../rules/word.ts'
import { chosenWords, tryWords } from '../rules/word-search.ts'
import type { ListedWord } from '../rules/word-list.ts'
import { gateSentences } from '../sentences.ts'
import * as contracts from './contract.ts'

// One thread with bounds of time and memory, started by the first file; an idle one keeps no process alive.
const reader = openReader()

const byOf = (call: Pick<Call<Contract>, 'actor' | 'clock'>): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })
const widths = [16, 20, 40, 8, 40]
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const rowOf = (word: ListedWord): contracts.WordRow => ({ ...word, except: [...word.except], changedAt: word.changedAt?.toISOString() ?? null })

/** XLSX by its first bytes, anything else as CSV in UTF-8. */
async function rowsOf(file: { readonly name: string; readonly bytes: Buffer }): Promise<readonly (readonly string[])[]> {
  if (file.bytes[0] !== 0x50) return csvRows(new TextDecoder('utf-8').decode(file.bytes))
  const grid = await reader.grid(file)
  return grid.ok ? (grid.sheets[0]?.rows ?? []) : []
}

export const gateRoutes: readonly OfficeRoute[] = [
  answer(contracts.listWords, async ({ tx, query, reach }) =>
    forWholeSite(tx, reach, async () => {
      const words = chosenWords(await allWords(tx), query)
      return granted({ rows: words.slice((query.page - 1) * query.size, query.page * query.size).map(rowOf), total: words.length })
    }),
  ),
  answer(contracts.exportWords, async ({ tx, query, reach }) =>
    forWholeSite(tx, reach, async () => granted(csvFile('错敏词表', wordHeadings, chosenWords(await allWords(tx), query).map(cellsOf)))),
  ),
  answer(contracts.exportWordSheet, async ({ tx, query, reach }) =>
    forWholeSite(tx, reach, async () => {
      const columns = wordHeadings.map((over, at) => ({ over, width: widths[at] ?? 20 }))
      const body = await gridFile([{ name: '错敏词表', title: '错敏词表', columns, rows: chosenWords(await allWords(tx), query).map(cellsOf) }])
      return granted({ mediaType: xlsx, name: '错敏词表.xlsx', body })
    }),
  ),
  answer(contracts.putWord, async (call) => {
    call.audit({ objectKind: 'gate-word', objectId: call.body.wrong })
    return forWholeSite(call.tx, call.reach, () => keepWord(call.tx, byOf(call), { ...call.body, ended: false }))
  }),
  answer(contracts.putWordEnd, async (call) => {
    call.audit({ objectKind: 'gate-word', objectId: call.body.wrong, detail: { ended: call.body.ended } })
    return forWholeSite(call.tx, call.reach, () => endWord(call.tx, byOf(call), call.body.wrong, call.body.ended))
  }),
  answer(contracts.postWordImport, async (call) => {
    const { apply } = call.body
    call.audit({ objectKind: 'gate-word', detail: { apply } })
    return forWholeSite(call.tx, call.reach, async () => {
      const [file] = call.files
      const loaded = await loadWords(call.tx, byOf(call), file && readWords(await rowsOf(file)), apply)
      if (!loaded.ok) return loaded
      const { added, changed, same, refused: notRead } = loaded.value
      const told = notRead.slice(0, 100).map(({ row, wrong, refusal }) => ({ row, wrong, sentence: sentenceOf(refusal, gateSentences) }))
      return granted({ applied: apply, added: added.length, changed: changed.length, same, refused: told })
    })
  }),
  answer(contracts.postWordTrial, async ({ tx, body, reach }) =>
    forWholeSite(tx, reach, async () => granted({ rows: tryWords(await wordsInForce(tx), body.text) })),
  ),
  answer(contracts.getMasks, async ({ tx, reach }) =>
    forWholeSite(tx, reach, async () => granted({ rows: Object.entries(await siteMasks(tx)).map(([kind, form]) => ({ kind: kind as MaskKind, form })) })),
  ),
  answer(contracts.putMask, async (call) => {
    call.audit({ objectKind: 'gate-mask', objectId: call.body.kind, detail: { form: call.body.form } })
    return forWholeSite(call.tx, call.reach, () => chooseMask(call.tx, byOf(call), call.body.kind, call.body.form))
  }),
]
