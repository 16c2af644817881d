// Where the town showed its documents besides the website: some on WeChat, some on boards and screens, as hands and habits of the units go.
import { addDays, yearOf } from '../../../src/kernel/day.ts'
import type { By } from '../../../src/modules/access/index.ts'
import { addEvidence, enterAppearances, enterOfflinePiece, findAllLikeness } from '../../../src/modules/channels/index.ts'
import type { EnteredChannel } from '../../../src/modules/channels/law/channels.ts'
import { standingClock } from '../../../src/platform/clock/clock.ts'
import type { Tx } from '../../../src/platform/database/database.ts'
import { proofOf } from '../../../src/platform/documents/read/proof.ts'
import { units, type UnitKey } from '../cast/units.ts'
import { boardPhoto, screenPhoto } from '../pictures.ts'
import { publishedOn, stories } from '../stories.ts'
import type { Story } from '../story.ts'
import { between, choose } from '../texts/words.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import type { Work } from './perform.ts'
import { by, idOf, must, type Stage } from './stage.ts'

interface Shown {
  readonly channel: EnteredChannel
  readonly place: string
  readonly address: string
}

const countryside = (unit: UnitKey): boolean => units[unit].kind === 'town' || units[unit].kind === 'village' || units[unit].kind === 'street'

/** The channels of one document; none for most of them. */
function channelsOf({ key, unit, title }: Story): readonly Shown[] {
  const number = between(`shown/${key}`, 0, 99)
  if (number >= 40) return []
  const wechat: Shown = { channel: 'wechat', place: '青岚发布', address: `https://mp.weixin.qq.com/s/qinglan-${between(`wechat/${key}`, 100_000, 999_999)}` }
  const board: Shown = countryside(unit)
    ? { channel: 'village-board', place: `${units[unit].short}便民服务中心门前公示栏`, address: '' }
    : { channel: 'notice-board', place: choose(`board/${key}`, '县政务服务中心一楼信息公开栏', `${units[unit].short}办公楼大厅公开栏`), address: '' }
  const led: Shown = { channel: 'led', place: '县政务服务中心大厅电子屏', address: '' }
  const microBlog: Shown = { channel: 'micro-blog', place: '@青岚发布', address: `https://weibo.com/qinglan/${between(`blog/${key}`, 100_000, 999_999)}` }
  const reading: Shown = { channel: 'reading-point', place: '县档案馆政府信息查阅场所', address: '' }
  if (/通知|公告|招聘|预警/.test(title) && number < 18) return [wechat, led, board]
  if (number < 8) return [wechat, microBlog]
  if (number < 22) return [wechat]
  if (number < 34) return [board]
  return [board, reading]
}

/** Told aloud or posted, and on no website. */
const offline: readonly { readonly unit: UnitKey; readonly title: string; readonly text: string; readonly shown: Shown }[] = [
  {
    unit: 'hkz',
    title: '2026年第三季度村级公益事业建设项目资金使用情况',
    text: '渠道清淤3.2公里支出4.6万元，村道补修1.1公里支出7.8万元，路灯维护支出0.9万元，经村民代表会议通过。',
    shown: { channel: 'village-board', place: '河口镇各村村务公开栏', address: '' },
  },
  {
    unit: 'zfb',
    title: '县政府常务会议议定事项（供热、防汛）向人大代表、政协委员通报',
    text: '通报冬季供热准备、水毁修复和防汛物资储备情况，听取意见。',
    shown: { channel: 'meeting', place: '县人大代表、政协委员情况通报会', address: '' },
  },
]

/** Proof of what hung or ran: each board and screen of the year has its photograph. */
async function photograph(stage: Stage, tx: Tx, who: By, shown: readonly Shown[], entryIds: readonly string[]): Promise<void> {
  for (const [at, { channel, place }] of shown.entries()) {
    const board = channel === 'notice-board' || channel === 'village-board'
    if (!board && channel !== 'led') continue
    const photo = board ? boardPhoto(1 + between(`photo/${place}`, 0, 2)) : screenPhoto(between(`photo/${place}`, 7, 12))
    const files = [{ name: board ? '公示栏照片.png' : '电子屏照片.png', bytes: photo }]
    must(await addEvidence(tx, who, { entryIds: entryIds.slice(at, at + 1), files }, { store: stage.fileStore, proofOf }), place)
  }
}

export async function showElsewhere(stage: Stage, published: ReadonlyMap<string, Work>): Promise<void> {
  const photographedFrom = `${yearOf(stage.today)}-01-01`
  await stage.database.transaction(async (tx) => {
    for (const story of stories) {
      const work = published.get(story.key)
      const shown = channelsOf(story)
      const on = publishedOn(story)
      if (!work || shown.length === 0 || story.withdrawal || on < '2024-01-01') continue
      const day = workdaysAfter(on, between(`shown-after/${story.key}`, 0, 3))
      if (addDays(day, 1) >= stage.today) continue
      const { author } = handsOf(story.unit)
      const who = await by(stage, tx, author === 'zhoumubai' ? 'yezhen' : author, day, '16:50')
      const appearances = shown.map((one) => ({ ...one, shownOn: day, note: '' }))
      const { entryIds } = must(await enterAppearances(tx, who, { pieceIds: [work.documentId], appearances }), story.key)
      if (on > photographedFrom) await photograph(stage, tx, who, shown, entryIds)
    }
    for (const { unit, title, text, shown } of offline) {
      const day = workdaysAfter(stage.today, -15)
      const who = await by(stage, tx, 'yezhen', day, '16:30')
      must(await enterOfflinePiece(tx, who, { unitId: idOf(stage.unitIds, unit), title, text, appearances: [{ ...shown, shownOn: day, note: '' }] }), title)
    }
  })
  await findAllLikeness(stage.database, standingClock(stage.now, stage.zone))
}
