// Everything that a letter of an application is written from.
import type { Tx } from '../../../platform/database/database.ts'
import { unitById, type Unit } from '../../organization/index.ts'
import type { LetterKind } from '../law/letters.ts'
import { factsOf } from '../rules/fold.ts'
import { startTextOf, wordingDay, type LetterCase } from '../rules/letter.ts'
import type { Day } from '../../../kernel/day.ts'
import { stepsOf, type Application } from './application.ts'
import { letterheadOf, wordingsOf, type Letterhead } from './letters.ts'

export interface LetterDesk {
  readonly unit: Unit
  readonly head: Letterhead
  readonly of: LetterCase
  /** The unit's own text, else the starting one of the day of receipt. */
  readonly wordingFor: (kind: LetterKind) => string
}

/** A unit that set nothing numbers its letters after its short name. */
export const plainHead = ({ shortName, name }: Pick<Unit, 'shortName' | 'name'>): Letterhead => ({
  code: `${shortName || name}公`,
  redHead: false,
  reviewChannel: '',
})

export async function letterDesk(tx: Tx, application: Application, today: Day): Promise<LetterDesk | undefined> {
  const unit = await unitById(tx, application.unitId)
  if (!unit) return undefined
  const head = (await letterheadOf(tx, unit.id)) ?? plainHead(unit)
  const own = new Map((await wordingsOf(tx, unit.id)).map(({ kind, text }) => [kind, text]))
  const taken = await stepsOf(tx, application.id)
  const facts = factsOf(taken)
  const { number, applicantName, subject, description, channel, delivery } = application
  const of = {
    number,
    applicantName,
    subject,
    description,
    channel,
    unitKind: unit.kind,
    facts,
    taken,
    electronic: delivery === 'email',
    reviewChannel: head.reviewChannel,
  }
  return { unit, head, of, wordingFor: (kind) => own.get(kind) ?? startTextOf(kind, wordingDay(facts, today)) }
}

/** Where the reader of a letter can ask. */
export const contactOf = ({ name, address, phone }: Pick<Unit, 'name' | 'address' | 'phone'>): string =>
  `联系方式：${[name, address, phone && `电话 ${phone}`].filter(Boolean).join('，')}`
