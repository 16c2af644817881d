// The administrator keeps the documents that reports cite: adds one, corrects it, ends it.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { allCitedDocuments } from '../queries/cited-documents.ts'
import { judgeDocument, type KeptDocument } from '../rules/cited-documents.ts'
import { saveCitedDocument } from '../store/cited-documents.ts'

/** Every citation is held against all of them. */
const mostDocuments = 2000

export async function keepCitedDocument(tx: Tx, by: By, asked: KeptDocument): Promise<Ruling<{ number: string }>> {
  const judged = judgeDocument(asked)
  if (!judged.ok) return judged
  if ((await allCitedDocuments(tx)).length >= mostDocuments) return refused({ code: 'cited-documents-full', facts: { limit: mostDocuments } })
  await saveCitedDocument(tx, judged.value, { accountId: by.actor.accountId, at: by.at })
  return granted({ number: judged.value.number })
}

export async function endCitedDocument(tx: Tx, by: By, number: string, ended: boolean): Promise<Ruling<Record<string, never>>> {
  const known = (await allCitedDocuments(tx)).find((one) => one.number === number)
  if (!known) return refused('cited-document-not-found')
  await saveCitedDocument(tx, { ...known, ended }, { accountId: by.actor.accountId, at: by.at })
  return granted({})
}
