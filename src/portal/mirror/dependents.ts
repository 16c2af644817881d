// Which pages of a mirror depend on a topic: lines in small files, looked up when the topic was touched.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Of } from './disk.ts'

/** Lines that are held before they are written. */
const mostHeld = 20_000

export class Dependents {
  readonly #folder: string
  readonly #held = new Map<string, Set<string>>()
  #count = 0

  constructor(mirror: string) {
    this.#folder = join(mirror, 'topics')
  }

  #pathOf(topic: string): string {
    return join(this.#folder, `${sha256Of(topic).slice(0, 2)}.txt`)
  }

  /** A page that no longer depends on a topic stays noted until everything is noted anew: it is made once too often, and found unchanged. */
  note(key: string, topics: readonly string[]): void {
    for (const topic of topics) {
      const path = this.#pathOf(topic)
      const lines = this.#held.get(path) ?? new Set()
      lines.add(`${topic}\t${key}`)
      this.#held.set(path, lines)
      this.#count += 1
    }
    if (this.#count > mostHeld) this.flush()
  }

  /** The same, where most is noted already. */
  noteNew(key: string, topics: readonly string[]): void {
    this.note(key, topics.filter((topic) => !this.keysOf(topic).includes(key))) // prettier-ignore
  }

  keysOf(topic: string): string[] {
    const path = this.#pathOf(topic)
    const written = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
    const start = `${topic}\t`
    return [...written, ...(this.#held.get(path) ?? [])].flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []))
  }

  flush(): void {
    mkdirSync(this.#folder, { recursive: true })
    for (const [path, lines] of this.#held) appendFileSync(path, [...lines].map((line) => `${line}\n`).join(''))
    this.#held.clear()
    this.#count = 0
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true })
    this.#held.clear()
    this.#count = 0
  }
}
