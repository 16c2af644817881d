// Takes one step of a correction of records: folds its steps, asks the rules, records it with what follows, and tells whose turn it is.
import { randomUUID } from 'node:crypto'
import { yearOf, type Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import { recordStates, type RecordState, type RecordStepName } from '../law/record-corrections.ts'
import { handAt } from '../queries/hand.ts'
import { contactOf, plainHead } from '../queries/letter-case.ts'
import { letterheadOf } from '../queries/letters.ts'
import { lockOwnRecord, lockRecord, recordById, recordStepsOf, type RecordCase } from '../queries/record-corrections.ts'
import { applicantHand } from '../rules/facts.ts'
import { applicantName } from '../law/applicants.ts'
import { letterNumber } from '../rules/letter.ts'
import { afterRecordStep, recordFactsOf, recordInputFor, takeRecordStep as judge, type RecordFacts, type RecordInput } from '../rules/record-correction.ts'
import { recordLetterBody } from '../rules/record-letter.ts'
import { recordCourseStep } from '../store/course-steps.ts'
import { nextSerial } from '../store/letters.ts'
import { assignRecordCase, insertRecordLetter, saveRecordCase } from '../store/record-corrections.ts'
import { tellOfRecord } from './tell.ts'

export interface RecordStepRequest {
  readonly id: string
  readonly step: RecordStepName
  /** How many steps the asker has seen: a turn is not taken twice, nor upon something else than was read. */
  readonly seen: number
  readonly input: RecordInput
}

export async function takeRecordStep(tx: Tx, by: By, asked: RecordStepRequest): Promise<Ruling<{ id: string; state: RecordState }>> {
  const { id, step, seen } = asked
  const record = await lockRecord(tx, reachOf(by.actor, 'request.read'), id)
  if (!record) return refused('not-found')
  if (record.steps !== seen) return refused({ code: 'stale-record', facts: { state: recordStates[record.state].title } })
  const facts = recordFactsOf((await recordStepsOf(tx, [id])).get(id) ?? [])
  const input = recordInputFor(step, asked.input)
  const ruling = judge(step, facts, handAt(by.actor, record), by.today, input)
  if (!ruling.ok) return ruling
  if (input.section && (await unitById(tx, input.section))?.parentId !== record.unitId) return refused({ code: 'assignee-unknown', field: 'section' })

  const { grant, from, to, article } = ruling.value
  const who = { byAccountId: by.actor.accountId, byName: by.actor.name, role: grant?.role ?? '', onBehalfOf: grant?.onBehalfOf ?? null }
  const reached = afterRecordStep(facts, { step, on: by.today, by: by.actor.accountId, onBehalfOf: who.onBehalfOf, input })
  await recordCourseStep(tx, 'record', { caseId: id, ordinal: seen + 1, step, from, to, article, on: by.today, input, at: by.at, ...who })
  if (step === 'assign' && input.section) await assignRecordCase(tx, id, input.section)
  if (step === 'issue-letter') await issueLetter(tx, by, record, reached)
  await saveRecordCase(tx, id, { steps: seen + 1, at: by.at, facts: reached })
  await tellTurn(tx, by, { ...record, sectionId: input.section ?? record.sectionId }, step, reached.state)
  return granted({ id, state: reached.state })
}

interface Now {
  readonly at: Date
  readonly today: Day
}

export interface OwnRecordStep {
  readonly number: string
  readonly queryCodeHash: Uint8Array
  readonly text: string
  readonly on: Day
}

/** The person withdraws, from the progress page; sent twice it is said once. What the office did in the meantime comes first. */
export async function withdrawOwnRecord(tx: Tx, { number, queryCodeHash, text, on }: OwnRecordStep, { at, today }: Now): Promise<Ruling<{ id: string }>> {
  const id = await lockOwnRecord(tx, number, queryCodeHash)
  const record = id && (await recordById(tx, id))
  if (!record) return refused('not-found')
  const taken = (await recordStepsOf(tx, [record.id])).get(record.id) ?? []
  const facts = recordFactsOf(taken)
  const input = recordInputFor('withdraw', { text, day: on })
  if (taken.some((one) => one.step === 'withdraw' && one.by === null && one.input.text === input.text && one.input.day === on))
    return granted({ id: record.id })
  const ruling = judge('withdraw', facts, applicantHand, today, input)
  if (!ruling.ok) return ruling
  const { from, to, article } = ruling.value
  const who = { byAccountId: null, byName: applicantName, role: '', onBehalfOf: null }
  await recordCourseStep(tx, 'record', { caseId: record.id, ordinal: record.steps + 1, step: 'withdraw', from, to, article, on: today, input, at, ...who })
  await saveRecordCase(tx, record.id, { steps: record.steps + 1, at, facts: afterRecordStep(facts, { step: 'withdraw', on: today, by: null, input }) })
  await tellOfRecord(tx, record, { action: 'request.handle', words: '更正本人信息：申请人撤回', at, today })
  return granted({ id: record.id })
}

/** Written from the decision, numbered in this transaction, and never changed. */
async function issueLetter(tx: Tx, by: By, record: RecordCase, facts: RecordFacts): Promise<void> {
  const unit = await unitById(tx, record.unitId)
  const body = recordLetterBody(record, facts)
  if (!unit || !body) throw new Error('a correction was decided without words')
  const head = (await letterheadOf(tx, unit.id)) ?? plainHead(unit)
  const year = yearOf(by.today)
  const number = letterNumber(head.code, 'record-correction', year, await nextSerial(tx, unit.id, year, 'record-correction'))
  const { actor, at, today } = by
  await insertRecordLetter(tx, { id: randomUUID(), recordId: record.id, unitId: unit.id, unitName: unit.name, number, addressee: record.applicantName, body, contact: contactOf(unit), redHead: head.redHead, issuedOn: today, issuedBy: actor.accountId, issuedByName: actor.name, at }) // prettier-ignore
}

async function tellTurn(tx: Tx, by: By, record: RecordCase, step: RecordStepName, state: RecordState): Promise<void> {
  const { turn, now } = recordStates[state]
  if ((state === record.state && step !== 'assign') || turn === null) return
  await tellOfRecord(tx, record, { action: turn, words: `更正本人信息：请${now}`, ...by, except: [by.actor.accountId] })
}
