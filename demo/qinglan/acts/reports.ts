// Last year's reports: called for in January, most accepted, one signed and not handed in, one returned, some on paper, one figure typed over with its reason.
import { randomUUID } from 'node:crypto'
import { addDays, day, yearOf, type Day } from '../../../src/kernel/day.ts'
import {
  openRound,
  reportIdsOf,
  saveReportParts,
  saveTypedCells,
  takeReportStep,
  type ReportStepRequest,
  type TypedCell,
} from '../../../src/modules/reports/index.ts'
import type { Tx } from '../../../src/platform/database/database.ts'
import { units, type UnitKey } from '../cast/units.ts'
import { between } from '../texts/words.ts'
import { handsOf } from './hands.ts'
import { by, idOf, must, type Stage } from './stage.ts'

type Reached = 'accepted' | 'submitted' | 'signed' | 'signing' | 'returned' | 'paper'

/** Everybody else is late. */
const reached: Partial<Record<UnitKey, Reached>> = {
  jyj: 'accepted',
  mzj: 'accepted',
  wjj: 'accepted',
  czj: 'accepted',
  scj: 'submitted',
  fgj: 'signing',
  rsj: 'signed',
  zjj: 'returned',
  hkz: 'accepted',
  llz: 'paper',
  sqz: 'paper',
}

const remark = '“存在的主要问题及改进情况”只有一句话，请写明具体问题和整改措施后重新报送。'

interface Filing {
  readonly stage: Stage
  readonly tx: Tx
  readonly reportId: string
  readonly unit: UnitKey
  readonly roundOpened: Day
}

const byHand = (unit: UnitKey): TypedCell[] => [
  { key: 'licences', text: String(between(`report/${unit}/licences`, 0, 420)), reason: '政务服务系统导出' },
  { key: 'penalties', text: String(between(`report/${unit}/penalties`, 0, 36)), reason: '行政执法平台导出' },
  { key: 'coercions', text: String(between(`report/${unit}/coercions`, 0, 4)), reason: '行政执法平台导出' },
  { key: 'fees', text: '/', reason: '没有行政事业性收费' },
]

/** Two documents of the bureau came by paper and are in no column. */
const overridden: TypedCell = { key: 'documents.inForce', text: '3', reason: '另有2件与县财政局联合制发的文件由县财政局公开，本局没有登记' }

const partsOf = (unit: UnitKey): { ordinal: number; body: string }[] => [
  {
    ordinal: 1,
    body: `${units[unit].name}坚持以公开为常态、不公开为例外，落实主动公开目录，及时发布本部门政策文件和办理结果。\n本年新收政府信息公开申请{newReceived.total}件，上年结转{carriedOver.total}件，办结{totalProcessed.total}件，结转下年度继续办理{carriedForward.total}件。`,
  },
  { ordinal: 5, body: '存在的主要问题：政策解读形式单一，部分信息更新不够及时。\n改进情况：起草文件时同步准备解读材料，每月核对目录更新情况。' },
  { ordinal: 6, body: '本年没有收取信息处理费，没有其他需要报告的事项。' },
]

/** What is done with one report, one after another; each thing some days after the round was opened. */
async function file({ stage, tx, reportId, unit, roundOpened }: Filing, until: Reached): Promise<void> {
  const { author, leader } = handsOf(unit)
  let version = 1
  const on = (after: number): Day => addDays(roundOpened, after)
  const act = async (login: string, after: number, step: ReportStepRequest['step'], more: Partial<ReportStepRequest> = {}): Promise<void> => {
    const who = await by(stage, tx, login, on(after), '15:20')
    version = must(await takeReportStep(tx, who, { reportId, version, step, note: '', day: null, ...more }), `${step} of ${unit}`).version
  }
  const onPaper = until === 'paper'
  const writer = await by(stage, tx, onPaper ? 'yezhen' : author, on(onPaper ? 12 : 3), '10:10')
  const cells = unit === 'jyj' ? [...byHand(unit), overridden] : byHand(unit)
  version = must(await saveTypedCells(tx, writer, { reportId, version, cells }), `figures of ${unit}`).version
  version = must(await saveReportParts(tx, writer, { reportId, version, parts: partsOf(unit) }), `text of ${unit}`).version
  if (onPaper) return act('yezhen', 12, 'enter-paper', { note: '镇政府盖章的纸质报告', day: on(10) })
  await act(author, 4, 'ask-signature')
  if (until === 'signing') return
  await act(leader, 6, 'sign')
  if (until === 'signed') return
  await act(author, 8, 'submit', { day: on(7) })
  if (until === 'accepted') return act('yezhen', 10, 'accept')
  if (until === 'returned') return act('yezhen', 10, 'return', { note: remark })
}

/** Long enough ago that every day of the course is over. */
const courseDays = 60

export async function reportLastYear(stage: Stage): Promise<void> {
  const year = yearOf(addDays(stage.today, -courseDays)) - 1
  const [opened, roundId] = [day(`${year + 1}-01-06`), randomUUID()]
  await stage.database.transaction(async (tx) => {
    const call = {
      id: roundId,
      kind: 'yearly' as const,
      year,
      title: `${year}年度政府信息公开工作年度报告`,
      unitId: idOf(stage.unitIds, 'gov'),
      basis: `青岚县人民政府办公室关于做好${year}年度政府信息公开工作年度报告编制和发布工作的通知`,
      outline: null,
      departmentDue: day(`${year + 1}-01-31`),
      townDue: day(`${year + 1}-01-31`),
      governmentDue: day(`${year + 1}-03-31`),
      handInBy: day(`${year + 1}-01-20`),
      institutionIds: [],
      unitIds: [],
    }
    must(await openRound(tx, await by(stage, tx, 'yezhen', opened, '09:00'), call), call.title)
    const reports = new Map((await reportIdsOf(tx, roundId)).map((one) => [one.unitId, one.reportId]))
    for (const [key, until] of Object.entries(reached)) {
      const unit = key as UnitKey
      await file({ stage, tx, reportId: idOf(reports, idOf(stage.unitIds, unit)), unit, roundOpened: opened }, until)
    }
  })
}
