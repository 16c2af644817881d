// Where an application is, and whose turn it is there. How it ended and whether it is late are other questions.
import { actions, type Action } from '../../access/law/permissions.ts'

interface StateRow {
  readonly title: string
  readonly end: boolean
  /** Who can carry it on from here; `applicant` and `other` where the office waits for somebody outside. */
  readonly turn: Action | 'applicant' | 'other' | null
  /** What happens now, in plain words for the applicant. */
  readonly forApplicant: string
  /** What the office must do next. */
  readonly now: string
}

export const states = {
  start: { title: '提交', end: false, turn: 'request.register', forApplicant: '', now: '登记' },
  registered: {
    title: '待确认',
    end: false,
    turn: 'request.handle',
    forApplicant: '申请已经登记。工作人员将与您联系确认，自双方确认之日起计算答复期限。',
    now: '当日与申请人联系确认',
  },
  'in-progress': { title: '办理中', end: false, turn: 'request.handle', forApplicant: '行政机关正在办理您的申请。', now: '查找信息，拟定答复' },
  'correction-asked': {
    title: '待补正',
    end: false,
    turn: 'applicant',
    forApplicant: '申请内容不明确，请在限定日期以前补正。答复期限自收到补正的申请之日起重新计算；没有正当理由逾期不补正的，视为放弃申请。',
    now: '等待申请人补正',
  },
  'reasons-asked': {
    title: '待说明理由',
    end: false,
    turn: 'applicant',
    forApplicant: '申请的数量、频次明显超过合理范围，请在限定日期以前说明理由。',
    now: '等待申请人说明理由',
  },
  'fee-notified': {
    title: '待缴费',
    end: false,
    turn: 'applicant',
    forApplicant: '请按收费通知书缴纳信息处理费。答复期限自完成缴费之日起重新计算；逾期未缴纳的，视为放弃申请。',
    now: '等待申请人缴费',
  },
  consulting: {
    title: '征求意见中',
    end: false,
    turn: 'other',
    forApplicant: '行政机关正在征求第三方或者其他机关的意见，所需时间不计算在答复期限以内。',
    now: '等待第三方、其他机关的意见',
  },
  reviewing: { title: '待审核', end: false, turn: 'request.review', forApplicant: '答复已经拟定，正在审核。', now: '审核答复' },
  'secrecy-reviewing': { title: '待保密审查', end: false, turn: 'request.secrecy-review', forApplicant: '答复已经拟定，正在审核。', now: '保密审查' },
  'legality-reviewing': { title: '待合法性审查', end: false, turn: 'request.legality-review', forApplicant: '答复已经拟定，正在审核。', now: '合法性审查' },
  signing: { title: '待签发', end: false, turn: 'request.sign', forApplicant: '答复已经拟定，正在审核。', now: '签发答复' },
  signed: { title: '待用印', end: false, turn: 'request.handle', forApplicant: '答复已经签发，即将送达。', now: '编号、用印' },
  sealed: { title: '待送达', end: false, turn: 'request.handle', forApplicant: '答复已经签发，即将送达。', now: '送达申请人' },
  served: { title: '已送达', end: false, turn: 'request.handle', forApplicant: '答复已经送达。', now: '收齐送达凭证后办结' },
  closed: { title: '已办结', end: false, turn: 'request.handle', forApplicant: '申请已经办结。', now: '归档' },
  archived: { title: '已归档', end: true, turn: null, forApplicant: '申请已经办结。', now: '' },
} as const satisfies Record<string, StateRow>

export type State = keyof typeof states

export const stateNames = Object.keys(states) as [State, ...State[]]

/** The turn is somebody's of the office, not the applicant's or another body's. */
export const isAction = (turn: string | null): turn is Action => turn !== null && turn in actions
