// Every day: tells the owners of surveys that opened; closes those that are over, attaches what came out and tells the owners.
import type { Clock } from '../../../kernel/clock.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import { putSurveyResult } from '../../publication/index.ts'
import { answersTo, askedAnywhere, nextToTell } from '../queries/surveys.ts'
import { publishedCounts } from '../rules/survey.ts'
import { markClosed, markToldOpen } from '../store/surveys.ts'

const shortened = (title: string): string => (title.length <= 40 ? title : `${title.slice(0, 39)}…`)

async function tellOne(tx: Tx, clock: Clock): Promise<boolean> {
  const next = await nextToTell(tx, clock.today())
  if (!next) return false
  const { documentId, over } = next
  const document = await askedAnywhere(tx, documentId)
  const { total, chosen } = await answersTo(tx, documentId)
  if (over) {
    await putSurveyResult(tx, { documentId, answers: total, counts: publishedCounts(total, chosen) })
    await markClosed(tx, documentId, clock.now())
  } else await markToldOpen(tx, documentId, clock.now())
  if (!document) return true
  const drafters = await accountsWhoMay(tx, 'edition.draft', { unitId: document.unitId, sectionId: document.sectionId }, clock.today())
  const title = over ? `实施效果调查已结束，收到 ${total} 份：${shortened(document.title)}` : `实施效果调查已开始：${shortened(document.title)}`
  await notify(tx, { accountIds: [document.authorId, ...drafters.map((one) => one.accountId)], kind: 'survey', title, link: '/surveys', at: clock.now() })
  return true
}

/** Each in its own transaction; returns how many were told of. */
export async function followUp(database: Database, clock: Clock): Promise<number> {
  let told = 0
  while (await database.transaction((tx) => tellOne(tx, clock))) told += 1
  return told
}
