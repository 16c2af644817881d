// What a mirror knows of itself: whose site it is, which the public may know, and how far it has come, which only the next run needs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { draftIn, moveDraft } from './disk.ts'

const siteShape = z.object({
  version: z.literal(1),
  /** Scheme and host of the portal, where everything that needs a server leads. */
  portal: z.string(),
  basePath: z.string(),
  /** Ways of looking, each as its word of the address; the plain one is the empty word. */
  prefixes: z.array(z.string()),
  /** Whether Word and PDF of the documents stand in the mirror. */
  downloads: z.boolean(),
  /** Those of every page of the portal, for the server that shows the mirror. */
  headers: z.record(z.string(), z.string()),
})

export type MirrorSite = z.infer<typeof siteShape>

const positionShape = z.object({ low: z.string(), seen: z.array(z.number()).readonly() })

const progressShape = z.object({
  version: z.literal(1),
  /** Every change of the public before it is in the mirror. */
  position: positionShape.optional(),
  /** The day that the pages were made on: some show what is due next. */
  day: z.string().optional(),
  /** Of a run over everything that is not over: the documents up to this id are written, the changes up to the position too. */
  unfinished: z.object({ position: positionShape, after: z.string() }).optional(),
})

export type MirrorProgress = z.infer<typeof progressShape>

export const siteFile = 'mirror.json'
const progressPath = (folder: string): string => join(folder, 'progress.json')

export const textOfSite = (site: MirrorSite): string => `${JSON.stringify(site, undefined, 2)}\n`

/** Undefined where there is no mirror. */
export function readSite(root: string): MirrorSite | undefined {
  const path = join(root, siteFile)
  return existsSync(path) ? siteShape.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}

/** Undefined where the portal never wrote into the folder. */
export function readProgress(folder: string): MirrorProgress | undefined {
  const path = progressPath(folder)
  return existsSync(path) ? progressShape.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}

export function writeProgress(folder: string, progress: MirrorProgress): void {
  const draft = draftIn(folder)
  writeFileSync(draft, `${JSON.stringify(progress)}\n`, { flag: 'wx', mode: 0o600 })
  moveDraft(draft, progressPath(folder))
}
