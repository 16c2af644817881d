// What of a request has a say in a kept answer: from the headers that Node has read, or from the very bytes of a request that could not be plainer.

export interface Asked {
  host: string | undefined
  accepts: string | undefined
  has: string | undefined
  /** A proxy has a say in the address. */
  passedOn: boolean
}

type Field = keyof Asked | 'connection' | 'body'

const fields: ReadonlyMap<string, Field> = new Map([
  ['host', 'host'],
  ['accept-encoding', 'accepts'],
  ['if-none-match', 'has'],
  ['x-forwarded-host', 'passedOn'],
  ['x-forwarded-proto', 'passedOn'],
  ['connection', 'connection'],
  ['proxy-connection', 'connection'],
  ['content-length', 'body'],
  ['transfer-encoding', 'body'],
  ['upgrade', 'body'],
  ['expect', 'body'],
])
const lengths = new Set(Array.from(fields.keys(), (name) => name.length))

/** Most names are not even as long as one of these. */
const fieldOf = (name: string): Field | undefined => (lengths.has(name.length) ? fields.get(name.toLowerCase()) : undefined)

const nothing = (): Asked => ({ host: undefined, accepts: undefined, has: undefined, passedOn: false })

/** False where the field stands there already: the long way knows what that means. */
function note(asked: Asked, field: keyof Asked, value: string): boolean {
  if (field === 'passedOn') asked.passedOn = true
  else if (asked[field] !== undefined) return false
  else asked[field] = value
  return true
}

/** Of headers as they came, names and values in turn: the object that Node makes of them all costs more than everything else here. Undefined where one of them comes twice. */
export function askedBy(raw: readonly string[]): Asked | undefined {
  const asked = nothing()
  for (let at = 0; at < raw.length; at += 2) {
    const field = fieldOf(raw[at] ?? '')
    if (field === undefined || field === 'connection' || field === 'body') continue
    if (!note(asked, field, raw[at + 1] ?? '')) return undefined
  }
  return asked
}

export interface Head {
  readonly method: 'GET' | 'HEAD'
  readonly url: string
  readonly asked: Asked
}

const line = '\r\n'
/** One request and nothing behind it, by the strict grammar of RFC 9112: no line is folded, no field has a space before its colon, no line ends otherwise. */
const plainRequest = /^(?:GET|HEAD) \/[\x21-\x7e]* HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*\r\n)+\r\n$/
/** Node forgets fields beyond a thousand; no reader sends a tenth of them. */
const mostFields = 100
/** ` HTTP/1.1` */
const versionLength = 9

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09

/** A field's value, without the spaces and tabs around it; `trim` would take others, too. */
function valueIn(text: string, from: number, to: number): string {
  let [start, end] = [from, to]
  while (start < end && isSpace(text.charCodeAt(start))) start += 1
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/**
 * Reads a request (as latin1) that has no body and wants its connection kept. Undefined for every other one, sound or not: Node then reads it from its first byte on,
 * so that nothing is understood here in another way than there.
 */
export function readHead(text: string): Head | undefined {
  if (!plainRequest.test(text)) return undefined
  const method = text.startsWith('GET') ? 'GET' : 'HEAD'
  const first = text.indexOf(line)
  const asked = nothing()
  let count = 0
  for (let at = first + line.length, end = text.indexOf(line, at); end > at; at = end + line.length, end = text.indexOf(line, at)) {
    count += 1
    if (count > mostFields) return undefined
    const colon = text.indexOf(':', at)
    const field = lengths.has(colon - at) ? fieldOf(text.slice(at, colon)) : undefined
    if (field === undefined) continue
    const value = valueIn(text, colon + 1, end)
    if (field === 'body') return undefined
    if (field === 'connection') {
      if (value.toLowerCase() !== 'keep-alive') return undefined
    } else if (!note(asked, field, value)) return undefined
  }
  return asked.host === undefined ? undefined : { method, url: text.slice(method.length + 1, first - versionLength), asked }
}
