// The forms in which one text leaves: plain, gzip, br; each with a strong fingerprint of its own.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, brotliDecompress, constants, gunzip, gzip, gzipSync, type BrotliOptions } from 'node:zlib'

export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** Shorter texts gain nothing. */
const leastBytes = 600

/** A page of this length is packed faster than another thread is woken; longer texts do not keep other readers waiting. */
const packedAtOnce = 65_536

const [brotliBeside, gzipBeside, unbrotli, gunzipped] = [promisify(brotliCompress), promisify(gzip), promisify(brotliDecompress), promisify(gunzip)]
const atOnce = (bytes: Buffer): boolean => bytes.length <= packedAtOnce
// What is sent many times is packed once, and a page is soon made: the next levels of gzip take half as long again and save a fiftieth.
const gzipLevel = 4
const brotliQuality = 5
const gzipOptions = { level: gzipLevel }
const brotliOptions = (bytes: Buffer): BrotliOptions => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
})

const compress = {
  br: async (bytes) => (atOnce(bytes) ? brotliCompressSync : brotliBeside)(bytes, brotliOptions(bytes)),
  gzip: async (bytes) => (atOnce(bytes) ? gzipSync : gzipBeside)(bytes, gzipOptions),
  identity: async (bytes) => bytes,
} as const satisfies Record<Encoding, (bytes: Buffer) => Promise<Buffer>>

const plain = {
  br: unbrotli,
  gzip: gunzipped,
  identity: async (bytes) => bytes,
} as const satisfies Record<Encoding, (bytes: Buffer) => Promise<Buffer>>

export const inForm = (encoding: Encoding, bytes: Buffer): Promise<Buffer> => compress[encoding](bytes)
export const toPlain = (encoding: Encoding, bytes: Buffer): Promise<Buffer> => plain[encoding](bytes)

const chosen = new Map<string, Encoding>()
/** Browsers send a few headers only; whoever sends thousands fills nothing. */
const mostRemembered = 200

/** The best form that the reader takes; the plain one where nothing is said. */
export function encodingFor(accepts: string | string[] | undefined): Encoding {
  const header = String(accepts ?? '')
  const known = chosen.get(header)
  if (known !== undefined) return known
  const weights = new Map(
    header.split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = parameters.find((one) => one.startsWith('q='))
      return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0]
    }),
  )
  const takes = (name: string): boolean => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  const encoding = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
  if (chosen.size < mostRemembered) chosen.set(header, encoding)
  return encoding
}

/** Text that is worth compressing; files and pictures are packed already. */
export const packs = (mediaType: string, bytes: number): boolean =>
  bytes >= leastBytes && /^(text\/|application\/([\w.-]+\+)?(json|xml|jsonl)\b|image\/svg|text\/javascript)/.test(mediaType)

const base = (text: string | Buffer): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Fingerprints of the same text by form: equal texts have equal ones, and each way of packing another. */
export function etagsOf(text: string | Buffer): Readonly<Record<Encoding, string>> {
  const stem = base(text)
  return { identity: `"${stem}"`, gzip: `"${stem}-g${gzipLevel}"`, br: `"${stem}-b${brotliQuality}"` }
}

/** Whether one of the fingerprints that the reader has is that of the text, in whatever form. */
export function has(header: string | undefined, etags: Readonly<Record<Encoding, string>>): boolean {
  if (header === undefined) return false
  if (header === etags.gzip || header === etags.br) return true
  return header.split(',').some((one) => {
    const tag = one.trim().replace(/^W\//, '')
    return tag === '*' || encodings.some((encoding) => etags[encoding] === tag)
  })
}
