// What the county office gathers out of what was published: a bulletin in the making, and what it brought to archive and library.
import type { Day } from '../../../src/kernel/day.ts'
import { addReadingPoint, enterDelivery, openBulletin, saveBulletin } from '../../../src/modules/channels/index.ts'
import { publishedOn, stories } from '../stories.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import type { Work } from './perform.ts'
import { by, idOf, must, type Stage } from './stage.ts'

const points = [
  { key: 'archive', name: '青岚县档案馆政府信息查阅中心', kind: 'archive', address: '青岚县文化路18号一楼', receiver: '档案馆 韦静' },
  { key: 'library', name: '青岚县图书馆政府信息公开专架', kind: 'library', address: '青岚县文化路22号二楼', receiver: '图书馆 柏舟' },
] as const

/** The documents of government and its office that were public before `day`, the newest first. */
function ofTheOffice(published: ReadonlyMap<string, Work>, from: Day, until: Day): string[] {
  const chosen = stories.filter((story) => {
    const on = publishedOn(story)
    return (story.unit === 'gov' || story.unit === 'zfb') && on >= from && on < until && story.withdrawal === undefined && story.inside !== true
  })
  return chosen.toReversed().flatMap(({ key }) => published.get(key)?.documentId ?? [])
}

export async function gatherForReaders(stage: Stage, published: ReadonlyMap<string, Work>): Promise<void> {
  const { database, today } = stage
  const unitId = idOf(stage.unitIds, 'gov')
  await database.transaction(async (tx) => {
    const first = workdaysAfter(today, -120)
    for (const [at, { name, kind, address, receiver }] of points.entries()) {
      const readingPointId = must(await addReadingPoint(tx, await by(stage, tx, 'yezhen', first, '09:30'), { unitId, name, kind, address }), name)
      // the library of this quarter waits: what was not brought yet stands in the list of what is missing
      for (const back of at === 0 ? [110, 45] : [110]) {
        const deliveredOn = workdaysAfter(today, -back)
        const documentIds = ofTheOffice(published, workdaysAfter(deliveredOn, -65), deliveredOn)
        if (documentIds.length === 0) continue
        const facts = { readingPointId, deliveredOn, medium: 'both', handedBy: '周慕白', receivedBy: receiver, receipt: `收字〔${deliveredOn.slice(0, 4)}〕${at * 10 + (back === 110 ? 3 : 7)}号`, note: '' } as const // prettier-ignore
        must(await enterDelivery(tx, await by(stage, tx, 'zhoumubai', deliveredOn, '16:10'), { unitId, documentIds, ...facts }), name)
      }
    }
    const who = await by(stage, tx, 'zhoumubai', workdaysAfter(today, -2), '10:20')
    const title = '政务公开简报'
    const bulletinId = must(await openBulletin(tx, who, { unitId, title }), title)
    const draft = {
      title,
      foreword: '本期选编近三个月县政府及政府办公室公开的重点信息，供基层公开查阅点和村（社区）公示栏使用。',
      columnId: idOf(stage.columnIds, 'tongzhi'),
      documentIds: ofTheOffice(published, workdaysAfter(today, -65), today).slice(0, 6),
    }
    must(await saveBulletin(tx, who, { bulletinId, version: 1, draft }), title)
  })
}
