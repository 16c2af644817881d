// What a guide is made from: the unit, what it adds of itself, the site and its catalogue.
import type { BodyKind } from '../../requests/law/remedies.ts'

export interface Particulars {
  readonly receivingOffice: string
  readonly receivingAddress: string
  readonly receivingPhone: string
  readonly receivingHours: string
  readonly onlineAddress: string
  readonly supervisor: string
  readonly supervisorPhone: string
  readonly reconsiderationBody: string
}

export const noParticulars: Particulars = {
  receivingOffice: '',
  receivingAddress: '',
  receivingPhone: '',
  receivingHours: '',
  onlineAddress: '',
  supervisor: '',
  supervisorPhone: '',
  reconsiderationBody: '',
}

export interface GuideFacts {
  readonly unit: {
    readonly name: string
    readonly address: string
    readonly postcode: string
    readonly hours: string
    readonly phone: string
    readonly fax: string
    readonly email: string
  }
  readonly bodyKind: BodyKind
  /** The government that the unit belongs to; the one above it for a government. */
  readonly superior: string
  readonly particulars: Particulars
  readonly site: {
    readonly name: string
    readonly domain: string
    readonly sponsor: string
    /** Where the whole site receives applications; what its sponsor adds nothing to. */
    readonly receiving: {
      readonly office: string
      readonly address: string
      readonly postcode: string
      readonly telephone: string
      readonly fax: string
      readonly email: string
      readonly hours: string
    } | null
  }
  /** Columns of what must be disclosed, and the fields of the catalogue that the unit answers for. */
  readonly columns: readonly string[]
  readonly fields: readonly string[]
  readonly channels: readonly string[]
}
