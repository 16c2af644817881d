// What followed upon some of the answers: complaints, reconsiderations and lawsuits, by every way to end and in every state.
import { randomUUID } from 'node:crypto'
import { yearOf, type Day } from '../../../src/kernel/day.ts'
import { enterRemedy, takeRemedyStep, type NewRemedyRequest, type RemedyStepRequest } from '../../../src/modules/requests/index.ts'
import type { Tx } from '../../../src/platform/database/database.ts'
import type { UnitKey } from '../cast/units.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import { by, must, type Stage } from './stage.ts'

/** An application that was answered on a day. */
export interface Answered {
  readonly id: string
  readonly unit: UnitKey
  readonly on: Day
}

type Step = readonly [after: number, step: RemedyStepRequest['step'], input?: Partial<RemedyStepRequest['input']>]

interface Plan {
  readonly kind: NewRemedyRequest['kind']
  /** On the n-th working day after the answer. */
  readonly after: number
  readonly simplified?: true
  readonly thirdParty?: true
  /** It goes on from the one before. */
  readonly upon?: true
  readonly steps: readonly Step[]
}

const words = {
  report: '经核查，答复事实清楚，已向申请人说明。',
  answer: '答复于法有据，程序合法，附证据目录和检索记录。',
  defend: '答复于法有据，程序合法，附证据目录和检索记录。',
  settle: '已书面告知投诉人。',
  appeal: '一方不服第一审判决，提起上诉。',
  withdraw: '经沟通，对答复表示理解，书面撤回。',
  close: '已经履行，材料归卷。',
} as const

const upheld: readonly Step[] = [
  [24, 'answer'],
  [38, 'decide', { result: 'upheld' }],
  [45, 'close'],
]
const reconsidered = (result: NonNullable<RemedyStepRequest['input']['result']>): Plan => ({
  kind: 'reconsideration',
  after: 25,
  steps: [
    [31, 'answer'],
    [60, 'decide', { result }],
    [72, 'close'],
  ],
})
const sued = (result: NonNullable<RemedyStepRequest['input']['result']>): Plan => ({
  kind: 'lawsuit',
  after: 55,
  steps: [
    [62, 'defend'],
    [140, 'judge', { result }],
    [160, 'close'],
  ],
})

const plans: readonly (readonly Plan[])[] = [
  [{ kind: 'reconsideration', after: 20, simplified: true, steps: upheld }],
  [reconsidered('revoked')],
  [{ kind: 'complaint', after: 5, steps: [[9, 'report'], [18, 'settle', { result: 'unfounded' }], [22, 'close']] }],
  [sued('dismissed')],
  [{ kind: 'reconsideration', after: 20, simplified: true, steps: upheld.slice(0, 2) }, { kind: 'lawsuit', after: 46, upon: true, steps: [[54, 'defend'], [130, 'judge', { result: 'dismissed' }], [150, 'close']] }],
  [{ kind: 'reconsideration', after: 14, steps: [[20, 'answer'], [30, 'withdraw']] }],
  [reconsidered('unlawful')],
  [{ kind: 'lawsuit', after: 55, steps: [[62, 'defend'], [140, 'judge', { result: 'revoked' }], [147, 'appeal', { body: '青岚市中级人民法院' }], [195, 'judge', { result: 'revoked' }], [210, 'close']] }],
  [{ kind: 'complaint', after: 4, steps: [[8, 'report'], [20, 'settle', { result: 'rectified' }], [28, 'close']] }],
  [{ kind: 'lawsuit', after: 40, steps: [[47, 'defend'], [70, 'judge', { result: 'refused' }], [85, 'close']] }],
  [{ ...reconsidered('ordered'), thirdParty: true }],
  [{ kind: 'reconsideration', after: 20, steps: [[24, 'answer'], [55, 'prolong', { days: 30 }], [80, 'decide', { result: 'mediated' }], [88, 'close']] }],
  [sued('ordered')],
] // prettier-ignore

/** Of the newest answers, so that something waits for an answer, for a result, and for nothing more. */
const fresh: readonly Plan[] = [
  { kind: 'reconsideration', after: 1, simplified: true, steps: [] },
  { kind: 'lawsuit', after: 2, steps: [] },
  { kind: 'complaint', after: 1, steps: [[3, 'report']] },
  { kind: 'reconsideration', after: 1, simplified: true, steps: [[4, 'answer'], [12, 'decide', { result: 'changed' }]] },
  { kind: 'lawsuit', after: 2, steps: [[8, 'defend']] },
] // prettier-ignore

const bodies = { complaint: '青岚县人民政府办公室', reconsideration: '青岚县人民政府', lawsuit: '青岚县人民法院' } as const
const asks = { complaint: '反映答复不及时、不完整。', reconsideration: '撤销答复，责令重新作出答复。', lawsuit: '撤销答复，判令被告重新作出答复。' } as const
const everyNth = 13

async function play(stage: Stage, tx: Tx, { id, unit, on }: Answered, plan: Plan, at: { readonly serial: number; readonly upon: string | null }): Promise<string | null> {
  const { kind } = plan
  const began = workdaysAfter(on, plan.after)
  if (began > stage.today) return null
  const year = yearOf(began)
  const number = { complaint: '', reconsideration: `青政复〔${year}〕${at.serial}号`, lawsuit: `（${year}）青0921行初${at.serial}号` }[kind]
  const remedyId = randomUUID()
  const raisedBy = plan.thirdParty ? 'third-party' : 'applicant'
  const accepted = workdaysAfter(began, -3)
  const input = { text: asks[kind], day: began, acceptedOn: accepted > on ? accepted : began, body: bodies[kind], number, procedure: plan.simplified ? 'simplified' : 'ordinary', raisedBy, after: at.upon === null ? null : { reconsiderationId: at.upon } } as const
  must(await enterRemedy(tx, await by(stage, tx, 'zhoumubai', began, '15:10'), { id, remedyId, kind, input }), `${kind} of ${id}`)
  let seen = 1
  for (const [after, step, given] of plan.steps) {
    const day = workdaysAfter(on, after)
    if (day > stage.today) break
    const text = step in words ? words[step as keyof typeof words] : ''
    const taking = { id, remedyId, step, seen, input: { text, day, number: `${number}决`, ...given } }
    must(await takeRemedyStep(tx, await by(stage, tx, handsOf(unit).author, day, '16:20'), taking), `${kind} of ${id}: ${step}`)
    seen += 1
  }
  return remedyId
} // prettier-ignore

/** Every thirteenth answer, in turn by each way to end, and the newest ones. */
export async function contestAnswers(stage: Stage, answered: readonly Answered[]): Promise<void> {
  const old = answered.slice(0, -fresh.length).filter((_, at) => at % everyNth === 6)
  const told = [
    ...old.map((one, at) => [one, plans[at % plans.length] ?? []] as const),
    ...answered.slice(-fresh.length).map((one, at) => [one, fresh.slice(at, at + 1)] as const),
  ]
  await stage.database.transaction(async (tx) => {
    for (const [at, [one, course]] of told.entries()) {
      let upon: string | null = null
      for (const plan of course) upon = await play(stage, tx, one, plan, { serial: at + 3, upon: plan.upon ? upon : null })
    }
  })
}
