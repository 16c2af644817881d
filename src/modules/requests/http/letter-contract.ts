// Office routes over the letters of an application (文书), their service, and how a unit words them.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { letterKindNames } from '../law/letters.ts'
import { serviceWays, type ServiceWayName } from '../law/service.ts'
import { aDay } from './shapes.ts'

const kind = z.enum(letterKindNames)
const about = z.number().int().min(0).max(1000)
const ofRequest = z.object({ id: z.uuid() })
const ofLetter = z.object({ id: z.uuid(), letterId: z.uuid() })
const way = z.enum(Object.keys(serviceWays) as [ServiceWayName, ...ServiceWayName[]])

const letter = z.object({
  letterId: z.uuid(),
  kind,
  about: z.number().int(),
  title: z.string(),
  number: z.string(),
  version: z.number().int(),
  addressee: z.string(),
  body: z.string(),
  remedy: z.string().nullable(),
  issuedOn: aDay,
  issuedByName: z.string(),
  replaced: z.boolean(),
  /** The answer itself: its number is the one to seal it under. */
  answers: z.boolean(),
  service: z.object({ way, title: z.string(), day: z.string(), servedOn: aDay, receivedOn: aDay.nullable(), proof: z.string() }).nullable(),
})

export const listLetters = contract({
  method: 'GET',
  path: '/requests/:id/letters',
  title: '一件公开申请的文书',
  may: 'request.read',
  params: ofRequest,
  answer: z.object({
    letters: z.array(letter),
    /** What can be made now, for whoever handles the application. */
    open: z.array(z.object({ kind, about: z.number().int(), title: z.string(), to: z.string() })),
  }),
})
export type RequestLetters = AnswerOf<typeof listLetters>
export type RequestLetter = RequestLetters['letters'][number]
export type OpenLetter = RequestLetters['open'][number]

export const postLetterDraft = contract({
  method: 'POST',
  path: '/requests/:id/letter-drafts',
  title: '预览文书',
  may: 'request.handle',
  readOnly: true,
  params: ofRequest,
  body: z.object({ kind, about }),
  answer: z.object({ title: z.string(), addressee: z.string(), body: z.string(), remedy: z.string().nullable(), missing: z.array(z.string()), channelMissing: z.boolean() }),
}) // prettier-ignore
export type LetterDraft = AnswerOf<typeof postLetterDraft>

export const postLetter = contract({
  method: 'POST',
  path: '/requests/:id/letters',
  title: '制发文书',
  may: 'request.handle',
  params: ofRequest,
  body: z.object({ letterId: z.uuid(), kind, about, text: z.string().trim().min(10).max(20_000).nullable() }),
  answer: z.object({ letterId: z.uuid(), number: z.string(), version: z.number().int() }),
})

export const postLetterService = contract({
  method: 'POST',
  path: '/requests/:id/letters/:letterId/service',
  title: '登记文书送达',
  may: 'request.handle',
  params: ofLetter,
  body: z.object({ way, servedOn: aDay, receivedOn: aDay.nullable(), proof: z.string().trim().max(200), consent: z.boolean() }),
  answer: z.object({ letterId: z.uuid() }),
})

export const getLetterFile = contract({
  method: 'GET',
  path: '/requests/:id/letters/:letterId/files/:form',
  title: '下载文书、送达回证',
  may: 'request.read',
  params: ofLetter.extend({ form: z.enum(['word', 'pdf', 'receipt']) }),
  answer: 'file',
})

const ofUnit = z.object({ unitId: z.uuid() })
const head = z.object({ code: z.string().trim().min(1).max(20), redHead: z.boolean(), reviewChannel: z.string().trim().max(300) })
const text = z.string().trim().max(5000)

export const getLetterSettings = contract({
  method: 'GET',
  path: '/letter-settings/:unitId',
  title: '一个单位的文书用语',
  may: 'request.wording',
  params: ofUnit,
  answer: z.object({
    unitId: z.uuid(),
    unitName: z.string(),
    head,
    /** Nothing was set yet: what is shown is the starting state. */
    plain: z.boolean(),
    kinds: z.array(z.object({ kind, title: z.string(), article: z.string(), sample: z.string(), text: z.string(), start: z.string(), own: z.boolean(), setBy: z.string().nullable(), remedy: z.boolean(), names: z.array(z.string()) })),
  }),
}) // prettier-ignore
export type LetterSettings = AnswerOf<typeof getLetterSettings>
export type LetterKindSetting = LetterSettings['kinds'][number]

export const putLetterhead = contract({
  method: 'PUT',
  path: '/letter-settings/:unitId/head',
  title: '设定机关代字、版头和网上复议渠道',
  may: 'request.wording',
  params: ofUnit,
  body: head,
  answer: head,
})

export const putLetterWording = contract({
  method: 'PUT',
  path: '/letter-settings/:unitId/wording',
  title: '设定一种文书的用语',
  may: 'request.wording',
  params: ofUnit,
  body: z.object({ kind, text }),
  answer: z.object({ kind }),
})

export const postLetterSample = contract({
  method: 'POST',
  path: '/letter-settings/:unitId/sample',
  title: '用样例预览文书用语',
  may: 'request.wording',
  readOnly: true,
  params: ofUnit,
  body: z.object({ kind, text }),
  answer: z.object({ title: z.string(), addressee: z.string(), body: z.string(), remedy: z.string().nullable() }),
})
