// Who fills in a form of the public site: what the forms for an application and for a correction of records check alike.
import type { Refusal } from '../../../kernel/ruling.ts'
import type { ApplicantKind } from '../law/applicants.ts'
import { documentsOf } from '../law/online.ts'
import { checkIdentity, type Identity } from './identity.ts'

export const isIn = <Name extends string>(table: Readonly<Record<Name, unknown>>, text: string): text is Name => Object.hasOwn(table, text)
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every fault under the field of the form. */
export const identityFaults = (kind: ApplicantKind, identity: Identity): Refusal[] => [
  ...(documentsOf(kind).includes(identity.document) ? [] : [{ code: 'online-document', field: 'document' }]),
  ...checkIdentity(kind, identity).map((one) => ({ ...one, field: one.field?.replace('identity.', '') ?? 'name' })),
]
