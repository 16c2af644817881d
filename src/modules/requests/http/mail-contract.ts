// The office route that reads a saved letter into the form of an application. Nothing of it is kept.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { aDay } from './shapes.ts'

const words = z.string()

export const postRequestMail = contract({
  method: 'POST',
  path: '/request-mails',
  title: '从电子邮件读入申请',
  may: 'request.register',
  takes: 'multipart',
  body: z.object({}),
  answer: z.object({
    letters: z.array(
      z.object({
        name: words,
        documentNumber: words,
        contactPerson: words,
        address: words,
        phone: words,
        email: words,
        subject: words,
        description: words,
        /** The day of the office on which it was sent; null where it says none, or one that is yet to come. */
        sentOn: aDay.nullable(),
        attachments: z.array(z.string()),
      }),
    ),
  }),
})
export type ReadRequestMail = AnswerOf<typeof postRequestMail>['letters'][number]
