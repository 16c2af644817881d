// What an application asks for (ogi-2019/29), by the names that the form on the public site and the one on paper use alike. No purpose is among it.
interface Field {
  readonly title: string
  /** On paper, where persons and organisations fill in parts of their own; null where it is asked of the other alone. */
  readonly person?: string | null
  readonly organisation?: string | null
}

export const applicationFields = {
  unitId: { title: '向哪个机关申请' },
  subject: { title: '信息名称' },
  description: { title: '文号或者便于查询的其他特征' },
  wishedForm: { title: '希望得到的形式' },
  delivery: { title: '获取的途径' },
  kind: { title: '申请人类型' },
  name: { title: '姓名或者名称', person: '姓名', organisation: '名称' },
  document: { title: '证件', organisation: '登记证书' },
  documentNumber: { title: '证件号码', organisation: '统一社会信用代码' },
  contactPerson: { title: '联系人', person: null },
  phone: { title: '联系电话' },
  address: { title: '通信地址' },
  email: { title: '电子邮箱' },
  agent: { title: '代理人' },
  others: { title: '共同申请人' },
  eService: { title: '电子送达' },
  needsHelp: { title: '需要帮助' },
} as const satisfies Record<string, Field>

export type ApplicationField = keyof typeof applicationFields

/** What each kind of applicant says of itself, in the order of the paper. */
export const ownFields = ['name', 'document', 'documentNumber', 'contactPerson', 'phone', 'address', 'email'] as const satisfies readonly ApplicationField[]

export const titleOf = (field: ApplicationField, of: 'person' | 'organisation'): string | null => {
  const row: Field = applicationFields[field]
  return row[of] === undefined ? row.title : row[of]
}

/** What is asked with a box to tick. */
export const tickWords = {
  eService: '同意以电子邮件送达答复和其他文书',
  needsHelp: '阅读、书写、听说或者行动有困难，请工作人员提供帮助',
} as const
