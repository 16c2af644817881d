// Finished answers, kept in memory as they leave: found by address, dropped exactly when something that they depend on changed.
import type { Topic } from '../../modules/publication/rules/topics.ts'
import { encodings, inForm, toPlain, type Encoding } from './forms.ts'
import { messageOf, type Message } from './message.ts'

/** An answer as it leaves, but for its form. */
export interface Answer {
  readonly status: number
  /** Names and values in turn, in the order in which they are sent. */
  readonly headers: readonly string[]
  readonly etags: Readonly<Record<Encoding, string>>
  /** Whether it is compressed for those who take it. */
  readonly packs: boolean
  /** Of its route, for the counting. */
  readonly route: string
}

export interface Form {
  /** A part of the message. */
  readonly body: Buffer
  readonly headers: string[]
  readonly message: Message
}

export interface Kept extends Answer {
  readonly forms: Partial<Record<Encoding, Form>>
}

interface Entry extends Kept {
  readonly key: string
  readonly day: string
  readonly topics: readonly Topic[]
  bytes: number
  used: boolean
}

/** An answer in the making: what changed meanwhile may be missing in it. */
export interface Making {
  readonly touched: Set<Topic>
  doubted: boolean
}

export interface Keeper {
  /** What stands under the address, if nothing that it depends on can have changed. */
  find(key: string): Kept | undefined
  /** Call before the first query behind an answer. */
  begin(): Making
  end(making: Making): void
  /** Keeps the answer, unless it may be old already; returns it with the form asked for. */
  keep(key: string, making: Making | undefined, topics: readonly Topic[], answer: Answer, text: Buffer, encoding: Encoding): Promise<Kept>
  /** The answer in another form, made from one that there is. */
  inForm(kept: Kept, encoding: Encoding): Promise<Form>
  touched(topics: readonly Topic[]): void
  doubted(): void
  readonly bytes: number
  readonly count: number
}

interface KeeperParts {
  /** Bytes that all kept answers together may take. */
  readonly room: number
  /** Whether every change that is visible now was told, but for those of the last moment. */
  readonly sure: () => boolean
  readonly today: () => string
}

/** What an entry takes beside its messages, by what a process grew in a crawl. */
const overhead = 3000
/** With the head alone once more, for readers who have it already. */
const weightOf = ({ message }: Form): number => message.bytes.length + message.headLength
/** Sets of headers that are kept once for all answers: downloads have names of their own, and fill nothing. */
const mostHeaderSets = 200
/** One answer that takes more than this share of the room is not kept. */
const largestShare = 0.1

export function openKeeper({ room, sure, today }: KeeperParts): Keeper {
  const entries = new Map<string, Entry>()
  const byTopic = new Map<Topic, Set<Entry>>()
  const makings = new Set<Making>()
  let bytes = 0

  const drop = (entry: Entry): void => {
    if (entries.get(entry.key) !== entry) return
    entries.delete(entry.key)
    bytes -= entry.bytes
    for (const topic of entry.topics) {
      const those = byTopic.get(topic)
      those?.delete(entry)
      if (those?.size === 0) byTopic.delete(topic)
    }
  }
  /** The oldest that was not asked for since it was looked at last. */
  const makeRoom = (): void => {
    for (const [key, entry] of entries) {
      if (bytes <= room) return
      if (entry.used) {
        entry.used = false
        entries.delete(key)
        entries.set(key, entry)
      } else drop(entry)
    }
  }
  const weigh = (entry: Entry, more: number): void => {
    entry.bytes += more
    if (entries.get(entry.key) !== entry) return
    bytes += more
    makeRoom()
  }
  const headerSets = new Map<string, readonly string[]>()
  /** Nearly all pages leave under the same headers. */
  const shared = (headers: readonly string[]): readonly string[] => {
    const name = headers.join('\n')
    const known = headerSets.get(name)
    if (known) return known
    if (headerSets.size < mostHeaderSets) headerSets.set(name, headers)
    return headers
  }
  const formOf = async (answer: Answer, encoding: Encoding, text: Buffer): Promise<Form> => {
    const packed = await inForm(encoding, text)
    const own = ['etag', answer.etags[encoding], 'content-length', String(packed.length)]
    if (answer.packs) own.push('vary', 'accept-encoding')
    if (encoding !== 'identity') own.push('content-encoding', encoding)
    const headers = [...answer.headers, ...own]
    const message = messageOf(answer.status, headers, packed)
    return { body: message.bytes.subarray(message.headLength), headers, message }
  }

  return {
    find(key) {
      const entry = entries.get(key)
      if (entry === undefined || !sure()) return undefined
      if (entry.day !== today()) {
        drop(entry)
        return undefined
      }
      entry.used = true
      return entry
    },
    begin() {
      const making: Making = { touched: new Set(), doubted: !sure() }
      makings.add(making)
      return making
    },
    end: (making) => void makings.delete(making),
    async keep(key, making, topics, made, text, encoding) {
      const answer = { ...made, headers: shared(made.headers) }
      const form = answer.packs ? encoding : 'identity'
      const first = await formOf(answer, form, text)
      const entry: Entry = { ...answer, forms: { [form]: first }, key, topics, day: today(), bytes: 0, used: false }
      const size = overhead + key.length * 2 + weightOf(first)
      const old = making === undefined || making.doubted || topics.some((topic) => making.touched.has(topic))
      if (old || !sure() || size > room * largestShare) return entry
      const before = entries.get(key)
      if (before) drop(before)
      entries.set(key, entry)
      for (const topic of topics) {
        const those = byTopic.get(topic)
        if (those) those.add(entry)
        else byTopic.set(topic, new Set([entry]))
      }
      weigh(entry, size)
      return entry
    },
    async inForm(kept, asked) {
      const encoding = kept.packs ? asked : 'identity'
      const there = kept.forms[encoding]
      if (there) return there
      const from = encodings.find((one) => kept.forms[one] !== undefined)
      const source = from && kept.forms[from]
      if (!from || !source) throw new Error('an answer is kept in no form')
      const form = await formOf(kept, encoding, await toPlain(from, source.body))
      if (kept.forms[encoding] === undefined) {
        kept.forms[encoding] = form
        const entry = entries.get((kept as Entry).key)
        if (entry === kept) weigh(entry, weightOf(form))
      }
      return form
    },
    touched(topics) {
      for (const making of makings) for (const topic of topics) making.touched.add(topic)
      for (const topic of topics) for (const entry of byTopic.get(topic) ?? []) drop(entry)
    },
    doubted() {
      for (const making of makings) making.doubted = true
      entries.clear()
      byTopic.clear()
      bytes = 0
    },
    get bytes() {
      return bytes
    },
    get count() {
      return entries.size
    },
  }
}
