// What carries a message out of the house, and mail by SMTP, to the server that the settings name.
import { createTransport } from 'nodemailer'

export interface Letter {
  /** Stays the same however often it is tried, so that a mail server can tell a copy. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** `lasting`: the server refuses this letter for good, so that trying again is of no use. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly lasting: boolean; readonly fault: string }

export interface Carrier {
  /** As the recipient sees it; of text messages the gateway. */
  readonly sender: string
  send(letter: Letter): Promise<Sent>
  close(): void
}

const milliseconds = { connect: 10_000, greet: 10_000, silence: 20_000 }
const longestFault = 300

/** `url`: `smtp://` or `smtps://`, with user and password where the server wants them. A fault is a value: it is waited out, not thrown. */
export function smtpCarrier({ url, sender }: { url: string; sender: string }): Carrier {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 25) : Number(port),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    // letters are text that we made: nothing is fetched, nothing is read from disk
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: milliseconds.connect,
    greetingTimeout: milliseconds.greet,
    socketTimeout: milliseconds.silence,
  })
  const domain = sender.split('@').at(-1)?.replace('>', '') ?? hostname
  return {
    sender,
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({ messageId: `<${id}@${domain}>`, from: sender, to: { name: '', address: to }, subject, text })
        return { ok: true }
      } catch (error) {
        const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
        // what the server says of a login is about us, not about the letter
        const about = error instanceof Error && 'code' in error ? String(error.code) : ''
        return { ok: false, lasting: code >= 500 && about !== 'EAUTH', fault: faultOf(error) }
      }
    },
    close: () => transport.close(),
  }
}

export const faultOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, longestFault)
