// Writes what the administrator changes of the wrong words and of the masks.
import type { Tx } from '../../../platform/database/database.ts'
import type { MaskKind } from '../law/masks.ts'
import type { KeptWord } from '../rules/word.ts'

type WordTables = {
  'gate.word': { wrong: string; correct: string; exceptions: string[]; severity: string; note: string; ended: boolean; changed_by: string; changed_at: Date }
  'gate.mask_choice': { unit_id: string | null; kind: string; form: string; chosen_by: string; chosen_at: Date }
}

interface Who {
  readonly accountId: string
  readonly at: Date
}

export async function saveWords(tx: Tx, words: readonly KeptWord[], by: Who): Promise<void> {
  if (words.length === 0) return
  const rows = words.map(({ wrong, right, except, severity, note, ended }) => ({
    wrong,
    correct: right,
    exceptions: [...except],
    severity,
    note,
    ended,
    changed_by: by.accountId,
    changed_at: by.at,
  }))
  await tx
    .withTables<WordTables>()
    .insertInto('gate.word')
    .values(rows)
    .onConflict((row) =>
      row.column('wrong').doUpdateSet((excluded) => ({
        correct: excluded.ref('excluded.correct'),
        exceptions: excluded.ref('excluded.exceptions'),
        severity: excluded.ref('excluded.severity'),
        note: excluded.ref('excluded.note'),
        ended: excluded.ref('excluded.ended'),
        changed_by: excluded.ref('excluded.changed_by'),
        changed_at: excluded.ref('excluded.changed_at'),
      })),
    )
    .execute()
}

/** For the whole site. */
export async function saveMask(tx: Tx, kind: MaskKind, form: string, by: Who): Promise<void> {
  await tx
    .withTables<WordTables>()
    .insertInto('gate.mask_choice')
    .values({ unit_id: null, kind, form, chosen_by: by.accountId, chosen_at: by.at })
    .onConflict((row) => row.columns(['unit_id', 'kind']).doUpdateSet({ form, chosen_by: by.accountId, chosen_at: by.at }))
    .execute()
}
