// 政府信息公开申请表: the form on paper, from the tables of the one on the screen.
import type { Day } from '../../kernel/day.ts'
import { applicationTerms, feeSentences } from '../../law/application-words.ts'
import { applicationFields as fields, ownFields, tickWords, titleOf } from '../../modules/requests/law/application-fields.ts'
import { applicantKinds, deliveries, wishedForms } from '../../modules/requests/law/applicants.ts'
import { noticeWays, type NoticeWay } from '../../modules/requests/law/notice-ways.ts'
import { identityDocuments } from '../../modules/requests/law/online.ts'
import type { FormSheet } from '../../platform/documents/write/form-sheet.ts'

const boxes = (titles: readonly string[]): string => titles.map((title) => `□ ${title}`).join('　')
const { person, ...organisations } = applicantKinds
const ownTitles = (of: 'person' | 'organisation'): string[] => ownFields.flatMap((field) => titleOf(field, of) ?? [])

export interface PaperFacts {
  readonly office: string
  /** Its terms and fees are those of this day. */
  readonly on: Day
  /** In which the office can tell of what happens. */
  readonly ways: readonly NoticeWay[]
}

export function applicationOnPaper({ office, on, ways }: PaperFacts): FormSheet {
  return {
    title: '政府信息公开申请表',
    rows: [
      { label: fields.unitId.title, lines: [''] },
      { label: fields.kind.title, lines: [boxes([person.title]), `${applicantKinds.business.group}：${boxes(Object.values(organisations).map(({ title }) => title))}`] },
      { label: person.title, fields: ownTitles('person') },
      { label: applicantKinds.business.group, fields: ownTitles('organisation') },
      { label: fields.agent.title, lines: ['（委托他人申请的，写明姓名和电话，附委托书）', ''] },
      { label: fields.others.title, lines: ['（两人以上共同申请的，写明每人的姓名和证件号码）', ''] },
      { label: '所需政府信息', lines: [`${fields.subject.title}：`, '', `${fields.description.title}：`, '', ''] },
      { label: fields.wishedForm.title, lines: [boxes(Object.values(wishedForms))] },
      { label: fields.delivery.title, lines: [boxes(Object.values(deliveries))] },
      {
        label: '通知和送达',
        lines: [
          boxes(ways.map((way) => noticeWays[way].title)),
          `${fields.eService.title}：${boxes([tickWords.eService])}`,
          `${fields.needsHelp.title}：${boxes([tickWords.needsHelp])}`,
        ],
      },
      { label: '申请人签名', lines: ['（签名或者盖章）', '　　　　　　　　　　　　　　　　　　年　　月　　日'] },
    ],
    notes: [
      '说明：',
      `1. 公民附身份证明复印件（${identityDocuments.person.join('、')}）；法人或者其他组织附${identityDocuments.organisation.join('、')}复印件。`,
      `2. 申请不需要说明用途。${feeSentences(on)[0] ?? ''}`,
      `3. ${applicationTerms(on).slice(0, 2).map(({ what, within }) => `${what}：${within}`).join('；')}。`,
      `4. 受理机构：${office}`,
    ],
  } // prettier-ignore
}
