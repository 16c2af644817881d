// The streams of a PDF as they lie in the file, found without any library: the independent eye of the check, and the guard against bombs.
import { inflateSync } from 'node:zlib'
import { Refused } from './redaction.ts'

export interface LyingStream {
  readonly dictionary: string
  readonly bytes: Buffer
}

const start = />>\s{0,4}stream\r?\n/g
const longestDictionary = 4000

export function* streamsOf(file: Buffer, text: string = file.toString('latin1')): Generator<LyingStream> {
  start.lastIndex = 0
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const from = found.index + found[0].length
    const end = text.indexOf('endstream', from)
    if (end < 0) return
    const before = text.slice(Math.max(0, found.index - longestDictionary), found.index + 2)
    const object = before.lastIndexOf(' obj')
    yield { dictionary: object < 0 ? before : before.slice(object + 4), bytes: file.subarray(from, end) }
    start.lastIndex = end
  }
}

/** Everything outside of streams. */
export const withoutStreams = (text: string): string => text.replaceAll(/stream\r?\n[\s\S]*?endstream/g, '')

const filtersOf = (dictionary: string): string[] => (/\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.match(/\/\w+/g) ?? []).map((name) => name.slice(1))

export const isImage = (dictionary: string): boolean => /\/Subtype\s*\/Image\b/.test(dictionary)

const mostOfOne = 64 * 1024 * 1024
const mostOfImage = 256 * 1024 * 1024

/** The bytes within a stream; undefined where it is damaged, or packed in a way that is not read here. */
export function unpacked({ dictionary, bytes }: LyingStream): Buffer | undefined {
  let result: Buffer = bytes
  for (const filter of filtersOf(dictionary)) {
    if (filter !== 'FlateDecode' && filter !== 'Fl') return undefined
    try {
      result = inflateSync(result, { maxOutputLength: isImage(dictionary) ? mostOfImage : mostOfOne })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Refused('too-expanded')
      return undefined
    }
  }
  return result
}

const mostTogether = 600 * 1024 * 1024

/** Before any library opens it. */
export function guardPdf(file: Buffer): void {
  let together = 0
  for (const stream of streamsOf(file)) {
    together += unpacked(stream)?.length ?? 0
    if (together > mostTogether) throw new Refused('too-expanded')
  }
}
