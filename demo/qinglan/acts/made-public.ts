// Answers that the town turned into public documents, one that waits for the catalogue, and one that it did not: through the proposals of the applications.
import { sql } from 'kysely'
import { acceptProposal, declineProposal, suggestDisclosure, type Acceptance } from '../../../src/modules/requests/index.ts'
import { readingWith, saveEdition, blankContent } from '../../../src/modules/disclosure/index.ts'
import type { Tx } from '../../../src/platform/database/database.ts'
import type { UnitKey } from '../cast/units.ts'
import { madePublic } from '../texts/made-public.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import { contentOf, prepared, step } from './perform.ts'
import { by, must, type Stage } from './stage.ts'

async function applicationOn(tx: Tx, subject: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from requests.application where subject = ${subject}`.execute(tx)
  return rows[0]!.id
}

const plain = (id: string, title: string): Acceptance => ({ id, title, summary: '', text: '', entryId: null, wished: null, fileIds: [] })

/** The last thing that goes out on the day before today, so that the register stays in the order of time. */
export async function makeAnswersPublic(stage: Stage): Promise<number> {
  const on = workdaysAfter(stage.today, -1)
  const stories = madePublic(on)
  const parts = { store: stage.fileStore, reading: readingWith(stage.reader) }
  const suggested = async (tx: Tx, subject: string, unit: UnitKey, text: string) => {
    const who = await by(stage, tx, handsOf(unit).author, on, '08:30')
    const id = await applicationOn(tx, subject)
    must(await suggestDisclosure(tx, who, { id, text }), subject)
    return { who, id }
  }
  await stage.database.transaction(async (tx) => {
    for (const [place, { asked, story }] of stories.entries()) {
      const { who, id } = await suggested(tx, asked, story.unit, '申请人建议，涉及公众利益，需要公众广泛知晓。')
      const { editionId } = must(await acceptProposal(tx, who, plain(id, story.title), parts), asked)
      must(await saveEdition(tx, who, { editionId, version: 1, content: { ...blankContent, ...contentOf(stage, story) } }), asked)
      const work = { editionId, documentId: '' }
      await prepared(stage, tx, story, work, on)
      await step(stage, tx, handsOf(story.unit).publisher, on, `17:3${place}`, work, 'publish')
    }
    const waiting = await suggested(tx, '校车服务采购合同', 'jyj', '近年多次有人申请，合同正文没有不能公开的内容。')
    const wished = { field: '义务教育', name: '校车服务采购合同' }
    must(await acceptProposal(tx, waiting.who, { ...plain(waiting.id, '青岚县2021年校车服务采购合同（正文）'), wished }, parts), 'school buses')
    const { who, id } = await suggested(tx, '教师交流轮岗名单', 'jyj', '申请人建议纳入主动公开。')
    must(await declineProposal(tx, who, { id, reason: '名单涉及教师个人，轮岗的办法和人数已经公开。' }), 'teachers')
  })
  return stories.length
}
