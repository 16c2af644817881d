// Reads saved letters into proposals for the form.
import { granted, refused } from '../../../kernel/ruling.ts'
import { dayAt } from '../../../platform/clock/clock.ts'
import { readLetters } from '../../../platform/mail/read-mail.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { fromLetter } from '../rules/from-mail.ts'
import { postRequestMail } from './mail-contract.ts'

export const requestMailRoutes: readonly OfficeRoute[] = [
  answer(postRequestMail, async ({ files, clock }) => {
    const [file] = files
    if (!file) return refused('letter-missing')
    const letters = await readLetters(file.bytes)
    if (letters.length === 0) return refused('letter-unreadable')
    return granted({
      letters: letters.map(({ sentAt, attachments, ...letter }) => {
        const sentOn = sentAt && dayAt(sentAt, clock.timeZone)
        return { ...fromLetter(letter), sentOn: sentOn !== null && sentOn <= clock.today() ? sentOn : null, attachments: [...attachments] }
      }),
    })
  }),
]
