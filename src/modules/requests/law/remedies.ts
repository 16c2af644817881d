// Whom an applicant may turn to against an answer: by kind of body and date (fact sheet 1.8).
import type { Article } from '../../../kernel/article.ts'
import { day, type Day } from '../../../kernel/day.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'

/** Where the body that answered stands; decides who reconsiders. */
export const bodyKinds = {
  department: '地方人民政府工作部门',
  government: '人民政府',
  dispatched: '人民政府依法设立的派出机关（街道办事处）',
  vertical: '海关、金融、外汇管理等垂直领导的机关，税务、国家安全机关',
  highest: '省级人民政府、国务院部门',
} as const satisfies Record<string, string>

export type BodyKind = keyof typeof bodyKinds

/** What a unit is before the law of reconsideration. What the law does not name (an institution, a village) answers as the government's department above it does. */
export const bodyKindOf: Readonly<Record<UnitKind, BodyKind>> = {
  government: 'government',
  town: 'government',
  street: 'dispatched',
  department: 'department',
  section: 'department',
  institution: 'department',
  village: 'department',
  community: 'department',
  party: 'department',
}

interface RemedyVersion {
  readonly inForceFrom: Day
  /** Who reconsiders, in the words of the letter. */
  readonly reviewedBy: Readonly<Record<BodyKind, string>>
  readonly article: Readonly<Record<BodyKind, Article>>
  /** Withheld under Articles 14–16: reconsideration comes before the court. */
  readonly firstReconsiderationFor: readonly Article[]
  readonly firstArticle: Article | null
  readonly channelArticle: Article | null
}

export const remedyVersions: readonly RemedyVersion[] = [
  {
    inForceFrom: day('1999-10-01'),
    reviewedBy: {
      department: '本级人民政府或者上一级主管部门',
      government: '上一级人民政府',
      dispatched: '设立该派出机关的人民政府',
      vertical: '上一级主管部门',
      highest: '本机关',
    },
    article: { department: 'recon-1999/12', government: 'recon-1999/13', dispatched: 'recon-1999/15', vertical: 'recon-1999/12', highest: 'recon-1999/14' },
    firstReconsiderationFor: [],
    firstArticle: null,
    channelArticle: null,
  },
  {
    inForceFrom: day('2024-01-01'),
    reviewedBy: {
      department: '本级人民政府',
      government: '上一级人民政府',
      dispatched: '设立该派出机关的人民政府',
      vertical: '上一级主管部门',
      highest: '本机关',
    },
    article: { department: 'recon-2023/24', government: 'recon-2023/24', dispatched: 'recon-2023/24', vertical: 'recon-2023/27', highest: 'recon-2023/24' },
    firstReconsiderationFor: ['ogi-2019/14', 'ogi-2019/15', 'ogi-2019/16'],
    firstArticle: 'recon-2023/23',
    channelArticle: 'recon-2023/22',
  },
]
