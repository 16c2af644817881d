// Text messages by the HTTP gateway that the settings name: one call each, bounded in time and size, to that host and no other.
import { faultOf, type Carrier, type Sent } from '../mail/mail.ts'
import { fillTemplate, formOfTemplate } from './template.ts'

export interface TextGateway {
  readonly url: string
  readonly method: 'POST' | 'PUT' | 'GET'
  readonly headers: Readonly<Record<string, string>>
  /** JSON where it begins with a brace, else a form; of GET the query. */
  readonly template: string
  /** What the answer must say besides a good status: the place of a value in its JSON, and the value. */
  readonly success: { readonly path: readonly string[]; readonly value: string } | undefined
}

const bounds = { milliseconds: 10_000, answerBytes: 64 * 1024 }
const longestValue = 60
/** Of this message, not of us or of the hour: trying again is of no use. */
const refusedForGood: ReadonlySet<number> = new Set([400, 410, 413, 422])

const failed = (fault: string, lasting = false): Sent => ({ ok: false, lasting, fault })

async function answerOf(response: Response, most: number): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function valueAt(answer: string, path: readonly string[]): string | undefined {
  try {
    let at: unknown = JSON.parse(answer)
    for (const name of path) at = typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined
    return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? String(at) : undefined
  } catch {
    return undefined
  }
}

/** What the gateway says is shown to the administrator, so that no number may stand in it. */
const withoutNumbers = (text: string): string => text.replaceAll(/\d{7,}/g, '…').slice(0, longestValue)

export function textCarrier({ url, method, headers, template, success }: TextGateway, { milliseconds, answerBytes } = bounds): Carrier {
  const form = formOfTemplate(template)
  const mediaType = form === 'json' ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded; charset=utf-8'
  return {
    sender: new URL(url).host,
    async send({ id, to, text }) {
      const filled = fillTemplate(template, form, { id, number: to, text })
      const address = new URL(url)
      if (method === 'GET') address.search = [address.search.slice(1), filled].filter((part) => part !== '').join('&')
      const stop = AbortSignal.timeout(milliseconds)
      try {
        const response = await fetch(address, {
          method,
          headers: method === 'GET' ? headers : { 'content-type': mediaType, ...headers },
          ...(method === 'GET' ? {} : { body: filled }),
          // number and keys go where the settings say, and nowhere else
          redirect: 'manual',
          signal: stop,
        })
        const answer = await answerOf(response, answerBytes)
        if (response.status >= 300 && response.status < 400) return failed(`短信网关要求转到别的地址（HTTP ${response.status}），没有发送`)
        if (!response.ok) return failed(`短信网关答复 HTTP ${response.status}`, refusedForGood.has(response.status))
        if (answer === undefined) return failed(`短信网关的答复超过 ${Math.floor(answerBytes / 1024)} KB，不能确认是否发出`)
        if (!success) return { ok: true }
        const said = valueAt(answer, success.path)
        const place = success.path.join('.')
        return said === success.value ? { ok: true } : failed(`短信网关没有接受：${place} ${said === undefined ? '没有写明' : `为 ${withoutNumbers(said)}`}`)
      } catch (error) {
        if (stop.aborted) return failed(`短信网关 ${milliseconds / 1000} 秒内没有答复`)
        return failed(`连接不上短信网关：${faultOf(error instanceof Error && error.cause ? error.cause : error)}`)
      }
    },
    close: () => {},
  }
}
