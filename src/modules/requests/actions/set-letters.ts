// Sets how a unit writes its letters: the code of its numbers, the head, and its own wording of a kind.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { readDocumentNumber } from '../../../kernel/document-number.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import type { LetterKind } from '../law/letters.ts'
import type { Letterhead } from '../queries/letters.ts'
import { letterNumber, strangersIn } from '../rules/letter.ts'
import { addWording, saveLetterhead } from '../store/letters.ts'

export async function setLetterhead(tx: Tx, by: By, unitId: string, head: Letterhead): Promise<Ruling<Letterhead>> {
  if (!(await mayWord(tx, by, unitId))) return refused('not-found')
  const code = head.code.trim()
  const sample = letterNumber(code, 'granted', 2026, 1)
  if (readDocumentNumber(sample)?.text !== sample) return refused({ code: 'letter-code-odd', field: 'code' })
  const reviewChannel = head.reviewChannel.trim()
  await saveLetterhead(tx, { unitId, code, redHead: head.redHead, reviewChannel, by: by.actor.accountId, at: by.at })
  return granted({ code, redHead: head.redHead, reviewChannel })
}

/** An empty text goes back to the starting one. */
export async function setLetterWording(
  tx: Tx,
  by: By,
  unitId: string,
  { kind, text }: { kind: LetterKind; text: string },
): Promise<Ruling<{ kind: LetterKind }>> {
  if (!(await mayWord(tx, by, unitId))) return refused('not-found')
  const strangers = strangersIn(kind, text)
  if (strangers.length > 0) return refused({ code: 'letter-name-unknown', field: 'text', facts: { names: strangers.join('、') } })
  await addWording(tx, { unitId, kind, text: text.trim(), by: by.actor.accountId, byName: by.actor.name, at: by.at })
  return granted({ kind })
}

const mayWord = async (tx: Tx, by: By, unitId: string): Promise<boolean> =>
  may(by.actor, 'request.wording', { unitId, sectionId: null }).ok && (await unitById(tx, unitId)) !== undefined
