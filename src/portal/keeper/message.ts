// An HTTP/1.1 answer as it goes over the wire: put together once, sent many times with the time of the day in its place.
import { STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http'
import type { Clock } from '../../kernel/clock.ts'

export interface Message {
  /** Head and body in one piece. */
  readonly bytes: Buffer
  /** Bytes of the head, with the empty line that ends it. */
  readonly headLength: number
}

/** Seconds that a connection may rest between two requests. */
export const restSeconds = 72

/** Every time is as long as this one. */
const someTime = 'Thu, 01 Jan 1970 00:00:00 GMT'
const endOfHead = '\r\n\r\n'

/** `headers` are names and values in turn. Throws, as Node does, on one that would say more than one line. */
export function messageOf(status: number, headers: readonly string[], body: Buffer): Message {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`
  for (let at = 0; at < headers.length; at += 2) {
    const [name = '', value = ''] = [headers[at], headers[at + 1]]
    validateHeaderName(name)
    validateHeaderValue(name, value)
    head += `${name}: ${value}\r\n`
  }
  // the time comes last, so that its place is known from the end
  head += `Connection: keep-alive\r\nKeep-Alive: timeout=${restSeconds}\r\nDate: ${someTime}${endOfHead}`
  const bytes = Buffer.allocUnsafeSlow(head.length + body.length)
  bytes.write(head, 'latin1')
  body.copy(bytes, head.length)
  return { bytes, headLength: head.length }
}

/**
 * Puts the time into messages; looks at the clock once a second, as Node does for its own. A message may still be on its way to a slow reader when the next one is stamped:
 * only the digits of the time change then, and a reader may find those of two neighbouring seconds.
 */
export function openTimeStamp(clock: Clock): (message: Message) => Message {
  const time = Buffer.from(someTime)
  let known = false
  return (message) => {
    if (!known) {
      const now = clock.now()
      time.write(now.toUTCString(), 'latin1')
      known = true
      setTimeout(() => (known = false), 1000 - now.getUTCMilliseconds()).unref()
    }
    time.copy(message.bytes, message.headLength - endOfHead.length - someTime.length)
    return message
  }
}
