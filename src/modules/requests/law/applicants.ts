// Who applies: a natural person, or one of the five kinds of organisation; these are the columns of the yearly table.
export const applicantKinds = {
  person: { title: '自然人', group: null },
  business: { title: '商业企业', group: '法人或其他组织' },
  research: { title: '科研机构', group: '法人或其他组织' },
  welfare: { title: '社会公益组织', group: '法人或其他组织' },
  legal: { title: '法律服务机构', group: '法人或其他组织' },
  other: { title: '其他', group: '法人或其他组织' },
} as const satisfies Record<string, { title: string; group: string | null }>

export type ApplicantKind = keyof typeof applicantKinds

export const applicantKindNames = Object.keys(applicantKinds) as [ApplicantKind, ...ApplicantKind[]]

/** In what form the applicant wants it, and how it is to reach them (ogi-2019/29). No purpose is asked for. */
export const wishedForms = { paper: '纸面', email: '电子邮件', disk: '光盘等载体', inspection: '当场阅读、抄录' } as const

export const deliveries = { post: '邮寄', email: '电子邮件', pickup: '自行领取', onsite: '当场阅读、抄录' } as const

export type WishedForm = keyof typeof wishedForms
export type Delivery = keyof typeof deliveries

/** By whom a step was taken that came from the public site. */
export const applicantName = '申请人'
