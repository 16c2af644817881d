// What a letter already says of an application: its labelled lines, as the downloadable form has them; a person checks it all before it is entered.
export interface Letter {
  readonly fromName: string
  readonly fromAddress: string
  readonly subject: string
  readonly text: string
}

export interface Proposal {
  readonly name: string
  readonly documentNumber: string
  readonly contactPerson: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly subject: string
  readonly description: string
}

/** As people label the lines of an application. */
const labels = {
  name: ['姓名', '申请人姓名', '申请人', '名称', '单位名称', '组织名称'],
  documentNumber: ['身份证号', '身份证号码', '证件号码', '有效身份证件号码', '统一社会信用代码', '公民身份号码'],
  contactPerson: ['联系人', '联系人姓名'],
  address: ['通信地址', '通讯地址', '联系地址', '地址', '邮寄地址'],
  phone: ['联系电话', '电话', '手机', '手机号码', '联系方式'],
  email: ['电子邮箱', '邮箱', '电子邮件'],
} as const satisfies Partial<Record<keyof Proposal, readonly string[]>>

const wanted = ['所需信息', '所需政府信息', '所需信息的内容描述', '申请公开的内容', '申请内容', '申请事项', '内容描述', '所需政府信息内容描述']

const line = /^\s*(?:\d+[.、]\s*)?([\p{Script=Han}]{1,14})\s*[:：]\s*(.+?)\s*$/u
const most = { name: 100, documentNumber: 60, contactPerson: 60, address: 200, phone: 40, email: 100 } as const

type Label = keyof typeof labels

const byLabel = new Map<string, Label>(Object.entries(labels).flatMap(([field, words]) => words.map((word) => [word, field as Label])))

/** Fields that the letter labels, else what its head says; the rest of its words describe what is asked for. */
export function fromLetter({ fromName, fromAddress, subject, text }: Letter): Proposal {
  const met = new Map<Label, string>()
  const rest: string[] = []
  let asked: string | undefined
  for (const written of text.split(/\r?\n/)) {
    const [, label = '', value = ''] = line.exec(written) ?? []
    const field = byLabel.get(label)
    if (field !== undefined && !met.has(field)) met.set(field, value.slice(0, most[field]))
    else if (wanted.includes(label)) asked = asked === undefined ? value : `${asked}\n${value}`
    else rest.push(written)
  }
  const said = (field: Label, otherwise = ''): string => met.get(field) ?? otherwise
  return {
    name: said('name', fromName).slice(0, most.name),
    documentNumber: said('documentNumber'),
    contactPerson: said('contactPerson'),
    address: said('address'),
    phone: said('phone'),
    email: said('email', fromAddress).slice(0, most.email),
    subject: subject.replace(/^(?:\s*(?:回复|转发|re|fwd?)\s*[:：])+\s*/i, '').slice(0, 200),
    description: (asked ?? rest.join('\n').trim()).slice(0, 5000),
  }
}
