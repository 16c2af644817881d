// Answers the office's questions about letters, writes their files, and takes what is recorded of them.
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { articleTitle } from '../../../law/laws.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, reachOf, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { unitById } from '../../organization/index.ts'
import { issueLetter } from '../actions/issue-letter.ts'
import { recordLetterService } from '../actions/record-letter-service.ts'
import { setLetterhead, setLetterWording } from '../actions/set-letters.ts'
import { letterKindNames, letterRows } from '../law/letters.ts'
import { serviceWays } from '../law/service.ts'
import { applicationWithin } from '../queries/application.ts'
import { letterDesk, plainHead } from '../queries/letter-case.ts'
import { letterheadOf, letterOf, lettersOf, wordingsOf, type Letter } from '../queries/letters.ts'
import { draftLetter, letterNumber, lettersFor, namesFor, startTextOf } from '../rules/letter.ts'
import { sampleFor } from '../rules/letter-sample.ts'
import * as contract from './letter-contract.ts'
import { letterFile } from './letter-file.ts'
import { printedOf } from './letter-sheet.ts'

const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

const shown = (letter: Letter): contract.RequestLetter => ({
  letterId: letter.id,
  kind: letter.kind,
  about: letter.about,
  title: letterRows[letter.kind].title,
  number: letter.number,
  version: letter.version,
  addressee: letter.addressee,
  body: letter.body,
  remedy: letter.remedy,
  issuedOn: letter.issuedOn,
  issuedByName: letter.issuedByName,
  replaced: letter.replaced,
  answers: letterRows[letter.kind].answers !== undefined && letterRows[letter.kind].to === 'applicant',
  service:
    letter.way && letter.servedOn
      ? { way: letter.way, title: serviceWays[letter.way].title, day: serviceWays[letter.way].day, servedOn: letter.servedOn, receivedOn: letter.receivedOn, proof: letter.proof ?? '' }
      : null,
}) // prettier-ignore

export const letterRoutes: readonly OfficeRoute[] = [
  answer(contract.listLetters, async ({ tx, params, reach, actor, clock }) => {
    const application = await applicationWithin(tx, reach, params.id)
    const desk = application && (await letterDesk(tx, application, clock.today()))
    if (!application || !desk) return refused('not-found')
    const names = new Map(desk.of.facts.consultations.map(({ number, name }) => [number, name]))
    const open = may(actor, 'request.handle', application).ok ? lettersFor(desk.of, clock.today()) : []
    return granted({
      letters: (await lettersOf(tx, params.id)).map(shown),
      open: open.map(({ kind, about }) => ({ kind, about, title: letterRows[kind].title, to: names.get(about) ?? application.applicantName })),
    })
  }),

  answer(contract.postLetterDraft, async ({ tx, params, body, actor, clock }) => {
    const application = await applicationWithin(tx, reachOf(actor, 'request.handle'), params.id)
    const desk = application && (await letterDesk(tx, application, clock.today()))
    if (!desk) return refused('not-found')
    if (!lettersFor(desk.of, clock.today()).some(({ kind, about }) => kind === body.kind && about === body.about)) return refused('letter-not-due')
    const now = { today: clock.today(), calendar: await currentCalendar(tx) }
    const draft = draftLetter(body, desk.of, desk.wordingFor(body.kind), now)
    return granted({ title: letterRows[body.kind].title, ...draft, missing: [...draft.missing] })
  }),

  answer(contract.postLetter, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'request', objectId: params.id, detail: { letter: body.kind } })
    return issueLetter(tx, byOf(call), { id: params.id, ...body })
  }),

  answer(contract.postLetterService, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'request', objectId: params.id, detail: { letter: params.letterId, way: body.way } })
    return recordLetterService(tx, byOf(call), { ...params, ...body })
  }),

  answer(contract.getLetterFile, async ({ tx, params, reach }) => {
    const letter = (await applicationWithin(tx, reach, params.id)) && (await letterOf(tx, params.id, params.letterId))
    if (!letter) return refused('not-found')
    return granted(await letterFile(printedOf(letter), params.form))
  }),

  answer(contract.getLetterSettings, async ({ tx, params, actor, clock }) => {
    const unit = may(actor, 'request.wording', { unitId: params.unitId, sectionId: null }).ok ? await unitById(tx, params.unitId) : undefined
    if (!unit) return refused('not-found')
    const set = await letterheadOf(tx, unit.id)
    const head = set ?? plainHead(unit)
    const own = new Map((await wordingsOf(tx, unit.id)).map((one) => [one.kind, one]))
    const year = Number(clock.today().slice(0, 4))
    const kinds = letterKindNames.map((kind) => {
      const { title, article, remedy } = letterRows[kind]
      const [start, mine] = [startTextOf(kind, clock.today()), own.get(kind)]
      const by = article['ogi-2019']
      return { kind, title, article: by ? articleTitle(by) : '', sample: letterNumber(head.code, kind, year, 1), text: mine?.text ?? start, start, own: mine !== undefined, setBy: mine?.setByName ?? null, remedy, names: [...namesFor(kind)] }
    }) // prettier-ignore
    return granted({ unitId: unit.id, unitName: unit.name, head, plain: set === undefined, kinds })
  }),

  answer(contract.putLetterhead, async (call) => {
    call.audit({ objectKind: 'letter-settings', objectId: call.params.unitId, unitId: call.params.unitId })
    return setLetterhead(call.tx, byOf(call), call.params.unitId, call.body)
  }),

  answer(contract.putLetterWording, async (call) => {
    call.audit({ objectKind: 'letter-settings', objectId: call.params.unitId, unitId: call.params.unitId, detail: { kind: call.body.kind } })
    return setLetterWording(call.tx, byOf(call), call.params.unitId, call.body)
  }),

  answer(contract.postLetterSample, async ({ tx, params, body, actor, clock }) => {
    const unit = may(actor, 'request.wording', { unitId: params.unitId, sectionId: null }).ok ? await unitById(tx, params.unitId) : undefined
    if (!unit) return refused('not-found')
    const head = (await letterheadOf(tx, unit.id)) ?? plainHead(unit)
    const { place, of } = sampleFor(body.kind, unit.kind, head.reviewChannel)
    const now = { today: clock.today(), calendar: await currentCalendar(tx) }
    const { addressee, body: text, remedy } = draftLetter(place, of, body.text === '' ? startTextOf(body.kind, clock.today()) : body.text, now)
    return granted({ title: letterRows[body.kind].title, addressee, body: text, remedy })
  }),
]
