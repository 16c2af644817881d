// Reads letters as mail programs save them: one `.eml`, or a mailbox (mbox) of many.
import PostalMime from 'postal-mime'
import { textOfHtml } from '../html/clean.ts'

export interface ReadLetter {
  readonly fromName: string
  readonly fromAddress: string
  readonly subject: string
  /** As its sender dated it; null where that is no date. */
  readonly sentAt: Date | null
  readonly text: string
  readonly attachments: readonly string[]
}

/** More of a mailbox is not read at once. */
export const mostLetters = 50
const longestText = 20_000
const deepest = 20

/** A line that begins a letter of a mailbox (RFC 4155). */
const separator = /^From \S.*\d{4}\r?$/m

function lettersIn(bytes: Buffer): Buffer[] {
  const raw = bytes.toString('latin1')
  if (!raw.startsWith('From ')) return [bytes]
  return raw
    .split(new RegExp(separator, 'gm'))
    .map((one) => one.replace(/^\r?\n/, '').replaceAll(/^>(>*From )/gm, '$1'))
    .filter((one) => one.trim() !== '')
    .slice(0, mostLetters)
    .map((one) => Buffer.from(one, 'latin1'))
}

const lines = (html: string): string => html.replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)[^>]*>/gi, '\n')

const dateOf = (written: string | undefined): Date | null => {
  const at = Date.parse(written ?? '')
  return Number.isNaN(at) ? null : new Date(at)
}

async function letterOf(bytes: Buffer): Promise<ReadLetter | undefined> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: deepest }).catch(() => undefined)
  const from = mail?.from
  // a letter has a sender; anything else is read as one, too, and is none
  if (!mail || !from?.address) return undefined
  const text = mail.text?.trim() ? mail.text : lines(mail.html ?? '').split('\n').map(textOfHtml).join('\n') // prettier-ignore
  return {
    fromName: from.name,
    fromAddress: from.address,
    subject: mail.subject ?? '',
    sentAt: dateOf(mail.date),
    text: text
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
      .slice(0, longestText),
    attachments: mail.attachments.map(({ filename }) => filename ?? ''),
  }
}

/** The letters of a file, in its order; none where it holds no letter. */
export async function readLetters(bytes: Buffer): Promise<ReadLetter[]> {
  const read: ReadLetter[] = []
  for (const one of lettersIn(bytes)) {
    const letter = await letterOf(one)
    if (letter) read.push(letter)
  }
  return read
}
