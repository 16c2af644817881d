// A reader of files with bounds of time and memory: one thread, started when first needed, replaced when it fails.
import { Worker } from 'node:worker_threads'
import type { FileInspection } from '../../../kernel/file-inspection.ts'
import type { CodeReading } from '../codes/read-codes.ts'
import { refusedCleaning, type Cleaning, type CleanResult } from '../clean/cleaning.ts'
import { refusedRedaction, type RedactionOrder, type RedactionResult, type RedactionView } from '../redact/redaction.ts'
import { notInspected } from '../inspect/findings.ts'
import type { FileToRead, ReadResult } from './read-document.ts'
import type { Grid } from './read-grid.ts'

export interface Reader {
  readonly read: (file: FileToRead) => Promise<ReadResult>
  /** What the file holds beside what it shows; a file that takes too long or breaks the thread is told as not inspected. */
  readonly inspect: (file: FileToRead) => Promise<FileInspection>
  /** A copy that tells less, with what an inspection finds in it; or why there is none, with what it finds in the file. */
  readonly clean: (file: FileToRead, how: Cleaning) => Promise<CleanResult>
  /** A spreadsheet as cells. */
  readonly grid: (file: FileToRead) => Promise<Grid>
  /** What a person marks passages in: paragraphs, or pages with their letters. */
  readonly redactionView: (file: FileToRead) => Promise<RedactionView>
  /** One page of a PDF as a picture; undefined where there is none. */
  readonly pageOf: (file: FileToRead, page: number) => Promise<Uint8Array | undefined>
  /** A copy without what is marked, read again and found free of it; or why there is none. */
  readonly redact: (file: FileToRead, order: RedactionOrder) => Promise<RedactionResult>
  /** Codes beginning with `prefix` on the pages of a photograph or scan. */
  readonly codes: (file: FileToRead, prefix: string) => Promise<CodeReading>
  readonly close: () => Promise<void>
}

export interface ReaderBounds {
  readonly milliseconds: number
  readonly megabytes: number
}

export interface ReaderTask {
  readonly task: 'read' | 'inspect' | 'clean' | 'grid' | 'redaction-view' | 'page' | 'redact' | 'codes'
  readonly file: FileToRead
  readonly how?: Cleaning
  readonly page?: number
  readonly order?: RedactionOrder
  readonly prefix?: string
}

const usual: ReaderBounds = { milliseconds: 60_000, megabytes: 1024 }

/** Files are taken one after the other; one that takes too long or too much memory is given up, and the next one gets a fresh thread. */
export function openReader(bounds: ReaderBounds = usual): Reader {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  const thread = (): Worker =>
    (worker ??= new Worker(new URL('./reader-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes } }))

  const doOne = <Result>({ file, ...task }: ReaderTask, without: { readonly broken: Result; readonly late: Result }): Promise<Result> =>
    new Promise((resolve) => {
      const running = thread()
      running.ref()
      const end = (result: Result, broken: boolean): void => {
        clearTimeout(timer)
        running.off('message', answered).off('error', failed).off('exit', failed)
        // an idle reader does not keep the process alive
        running.unref()
        if (broken) {
          worker = undefined
          void running.terminate()
        }
        resolve(result)
      }
      const answered = (message: { result: Result }): void => end(message.result, false)
      const failed = (): void => end(without.broken, true)
      const late = (): void => end(without.late, true)
      const timer = setTimeout(late, bounds.milliseconds)
      running.on('message', answered).on('error', failed).on('exit', failed)
      running.postMessage({ ...task, file: { name: file.name, bytes: file.bytes } })
    })

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work)
    last = result
    return result
  }

  return {
    read: (file) =>
      inTurn(() =>
        doOne<ReadResult>(
          { task: 'read', file },
          {
            broken: { as: 'refused', code: 'file-broken' },
            late: { as: 'refused', code: 'file-too-slow', facts: { seconds: Math.ceil(bounds.milliseconds / 1000) } },
          },
        ),
      ),
    inspect: (file) =>
      inTurn(() => doOne<FileInspection>({ task: 'inspect', file }, { broken: notInspected('other', 'broken'), late: notInspected('other', 'too-slow') })),
    clean: (file, how) =>
      inTurn(() =>
        doOne<CleanResult>(
          { task: 'clean', file, how },
          { broken: refusedCleaning('broken', notInspected('other', 'broken')), late: refusedCleaning('too-slow', notInspected('other', 'too-slow')) },
        ),
      ),
    grid: (file) =>
      inTurn(() => doOne<Grid>({ task: 'grid', file }, { broken: { ok: false, code: 'file-broken' }, late: { ok: false, code: 'file-too-many-cells' } })),
    redactionView: (file) =>
      inTurn(() =>
        doOne<RedactionView>({ task: 'redaction-view', file }, { broken: { as: 'refused', code: 'broken' }, late: { as: 'refused', code: 'too-slow' } }),
      ),
    pageOf: (file, page) => inTurn(() => doOne<Uint8Array | undefined>({ task: 'page', file, page }, { broken: undefined, late: undefined })),
    redact: (file, order) =>
      inTurn(() => doOne<RedactionResult>({ task: 'redact', file, order }, { broken: refusedRedaction('broken'), late: refusedRedaction('too-slow') })),
    codes: (file, prefix) =>
      inTurn(() =>
        doOne<CodeReading>({ task: 'codes', file, prefix }, { broken: { as: 'refused', code: 'broken' }, late: { as: 'refused', code: 'too-slow' } }),
      ),
    async close() {
      await last
      await worker?.terminate()
      worker = undefined
    },
  }
}
