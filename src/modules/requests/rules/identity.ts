// What an applicant says of themselves (ogi-2019/29): name, proof of identity, way of contact. Nothing about the purpose.
import type { Refusal } from '../../../kernel/ruling.ts'
import type { ApplicantKind } from '../law/applicants.ts'
import type { NoticeWay } from '../law/notice-ways.ts'

export interface Identity {
  readonly name: string
  /** 证件 of a person; 统一社会信用代码 of an organisation. */
  readonly document: string
  readonly documentNumber: string
  /** Of an organisation. */
  readonly contactPerson: string
  readonly address: string
  readonly phone: string
  readonly email: string
  /** Who acts for them (代理人). */
  readonly agent: string
  /** Who applies with them (共同申请人), a line each. */
  readonly others?: string | undefined
  /** Agreed to be served electronically. */
  readonly eService?: boolean | undefined
  /** Wants to be told by mail what happens. */
  readonly mailNotices?: boolean | undefined
  /** Wants to be told by text message what happens. */
  readonly textNotices?: boolean | undefined
}

const mail = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/
export const isMailAddress = (text: string): boolean => mail.test(text)

/** A mobile number of the mainland, however it is spaced; undefined where it is none. */
export function mobileOf(phone: string): string | undefined {
  const digits = phone.replaceAll(/[\s-]/g, '').replace(/^(?:\+|00)86/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined
}

/** Where to tell them, by each way that they want; undefined where they do not, or left nothing to write to. */
export const addressFor: Readonly<Record<NoticeWay, (identity: Identity) => string | undefined>> = {
  mail: ({ email, mailNotices }) => (mailNotices === true && isMailAddress(email.trim()) ? email.trim() : undefined),
  text: ({ phone, textNotices }) => (textNotices === true ? mobileOf(phone) : undefined),
}

export function checkIdentity(kind: ApplicantKind, { name, documentNumber, contactPerson, address, phone, email, textNotices }: Identity): Refusal[] {
  const empty = (text: string): boolean => text.trim() === ''
  return [
    ...(empty(name) ? [{ code: 'applicant-name-missing', field: 'identity.name', article: 'ogi-2019/29' } as const] : []),
    ...(empty(documentNumber) ? [{ code: 'document-missing', field: 'identity.documentNumber', article: 'ogi-2019/29' } as const] : []),
    ...(kind !== 'person' && empty(contactPerson)
      ? [{ code: 'contact-person-missing', field: 'identity.contactPerson', article: 'ogi-2019/29' } as const]
      : []),
    ...(textNotices === true && mobileOf(phone) === undefined ? [{ code: 'mobile-missing', field: 'identity.phone' } as const] : []),
    ...(empty(address) && empty(phone) && empty(email) ? [{ code: 'contact-missing', field: 'identity.phone', article: 'ogi-2019/29' } as const] : []),
  ]
}
