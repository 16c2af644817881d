// Texts as governments write them, repeatable by number: words of jieba's dictionary as often as they stand in life, in phrases that come back, numbers, citations.
// Five real texts in pieces of 1,590 characters hold some 1,200 different terms each and 6,600 together in ten; these hold 1,160 and 7,200.
import { dict } from '@node-rs/jieba/dict.js'

const commonest = 20_000

interface Vocabulary {
  readonly words: readonly string[]
  /** The sum of all frequencies up to and with each word. */
  readonly reach: Float64Array
}

function readVocabulary(): Vocabulary {
  const counted = Buffer.from(dict)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word = '', count]) => /^\p{Script=Han}{1,4}$/u.test(word) && Number(count) > 0)
    .map(([word = '', count]) => [word, Number(count)] as const)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, commonest)
  let sum = 0
  return { words: counted.map(([word]) => word), reach: Float64Array.from(counted, ([, count]) => (sum += count)) }
}

let known: Vocabulary | undefined

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function wordAt(random: () => number): string {
  known ??= readVocabulary()
  const { words, reach } = known
  const wanted = random() * (reach.at(-1) ?? 0)
  let [low, high] = [0, words.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reach[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return words[low] ?? ''
}

const many = (random: () => number, characters: number): string => {
  let text = ''
  while (text.length < characters) text += wordAt(random)
  return text
}

const phrases = 8000
/** Of these a text takes its own, the first of them most often. */
const phrasesOfText = 400
const shareOfNewWords = 0.08

let knownPhrases: readonly string[] | undefined
const allPhrases = (): readonly string[] => {
  const random = randomOf(77)
  return (knownPhrases ??= Array.from({ length: phrases }, () => many(random, 5 + Math.floor(random() * 5))))
}

/** The second as half as often as the first, the third a third as often, and so on. */
function phraseAt(random: () => number): string {
  const all = allPhrases()
  return all[Math.min(all.length, Math.floor(Math.exp(random() * Math.log(all.length + 1)))) - 1] ?? ''
}

export interface BenchText {
  readonly title: string
  readonly documentNumber: string
  readonly paragraphs: readonly string[]
}

/** A text of about so many characters. */
export function textOf(number: number, characters: number): BenchText {
  const random = randomOf(number)
  const own = Array.from({ length: phrasesOfText }, () => phraseAt(random))
  const phrase = (): string => (random() < shareOfNewWords ? many(random, 6) : (own[Math.floor(random() * random() * own.length)] ?? ''))
  const paragraphs: string[] = []
  for (let written = 0; written < characters;) {
    const sentences = Array.from({ length: 3 }, () => `${phrase()}${phrase()}，${phrase()}，${phrase()}${phrase()}。`)
    if (paragraphs.length === 1) sentences.unshift(`根据《${many(random, 8)}管理办法》（青政发〔${2010 + (number % 16)}〕${1 + (number % 90)}号），`)
    paragraphs.push(sentences.join(''))
    written += paragraphs.at(-1)?.length ?? 0
  }
  return { title: `关于${many(random, 10)}工作第${number}号安排的通知`, documentNumber: `青民发〔2026〕${number}号`, paragraphs }
}
