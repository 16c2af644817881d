// Corrections of records in the town: one at each station, and one of each result.
import { randomUUID } from 'node:crypto'
import type { Day } from '../../../src/kernel/day.ts'
import { registerRecord, takeRecordStep, type NewRecord, type RecordStepRequest } from '../../../src/modules/requests/index.ts'
import type { Seal } from '../../../src/platform/crypto/seal.ts'
import type { UnitKey } from '../cast/units.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import { sectionOf } from './requests.ts'
import { by, idOf, must, type Stage } from './stage.ts'

type Turn = readonly [after: number, step: RecordStepRequest['step'], input?: Partial<RecordStepRequest['input']>]

interface Told extends Pick<NewRecord, 'subject' | 'wrong' | 'wanted'> {
  readonly unit: UnitKey
  /** Working days ago. */
  readonly ago: number
  readonly who: string
  readonly turns: readonly Turn[]
}

const posted = { service: { way: 'post', proof: 'XA10867332999', consent: false } } as const
const tells: readonly Turn[] = [
  [4, 'issue-letter'],
  [5, 'serve', posted],
]

const stories: readonly Told[] = [
  { unit: 'jyj', ago: 60, who: '方小满', subject: '本人2024年学籍变动记录', wrong: '记为2024年9月休学。', wanted: '一直在读，没有办理休学。', turns: [[1, 'examine', { text: '核对学籍系统和学校学籍卡，休学登记系同名学生，属实。' }], [2, 'correct', { text: '2024年9月的“休学”记录更正为“在读”。' }], ...tells] },
  { unit: 'mzj', ago: 40, who: '罗成义', subject: '本人2023年临时救助发放记录', wrong: '记为已领取，本人没有领到。', wanted: '更正为未领取。', turns: [[2, 'examine', { text: '核对银行回单和领款签名，均为本人。' }], [3, 'refuse', { text: '银行回单和领款单签名经核对均为本人，现有证据不能证明记录不准确。' }], ...tells] },
  { unit: 'jyj', ago: 15, who: '许秋云', subject: '本人教师资格认定信息', wrong: '证书上的出生日期与身份证不一致。', wanted: '按身份证上的出生日期更正。', turns: [[1, 'examine', { text: '该证书由市教育局认定。' }], [2, 'forward', { body: '市教育局', text: '教师资格由市教育局认定，本机关不能更改认定信息。' }], [4, 'issue-letter']] },
  { unit: 'jyj', ago: 4, who: '丁一凡', subject: '本人2025年中考报名信息', wrong: '户籍所在地登记为外县。', wanted: '更正为青岚县。', turns: [[2, 'examine', { text: '户口簿显示2019年已迁入，建议更正。' }]] },
  { unit: 'wjj', ago: 2, who: '沈月英', subject: '本人预防接种记录', wrong: '缺少2022年第二针的记录。', wanted: '补记2022年3月15日接种的第二针。', turns: [] },
] // prettier-ignore

function handFor(unit: UnitKey, step: RecordStepRequest['step']): string {
  const hands = handsOf(unit)
  return step === 'correct' || step === 'refuse' || step === 'forward' ? hands.leader : hands.author
}

/** Each as far as its days have come. */
export async function correctRecords(stage: Stage, seal: Seal): Promise<void> {
  for (const { unit, ago, who, turns, ...words } of stories) {
    const on = workdaysAfter(stage.today, -ago)
    const identity = { name: who, document: '居民身份证', documentNumber: '（演示）身份证明复印件', contactPerson: '', address: '青岚县城关镇（演示地址）', phone: '', email: '', agent: '' }
    await stage.database.transaction(async (tx) => {
      const asked = { id: randomUUID(), unitId: idOf(stage.unitIds, unit), channel: 'counter', receivedOn: on, applicantKind: 'person', identity, ...words, applicationNumber: '' } as const
      const { id } = must(await registerRecord(tx, await by(stage, tx, 'zhoumubai', on, '09:40'), seal, asked), words.subject)
      const section = sectionOf(stage, unit)
      let seen = 1
      if (section && turns.length > 0) {
        const assigned = { id, step: 'assign', seen, input: { text: '请核对。', section } } as const
        must(await takeRecordStep(tx, await by(stage, tx, 'zhoumubai', on, '10:00'), assigned), words.subject)
        seen += 1
      }
      for (const [after, step, given = {}] of turns) {
        const day: Day = workdaysAfter(on, after)
        if (day > stage.today) return
        const input = { text: '', day, ...given }
        must(await takeRecordStep(tx, await by(stage, tx, handFor(unit, step), day, '15:10'), { id, step, seen, input }), `${words.subject}: ${step}`)
        seen += 1
      }
    })
  }
} // prettier-ignore
