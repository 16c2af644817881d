// A reader of files with bounds of time and memory: one thread, started when first needed, replaced when it fails.
import { Worker } from 'node:worker_threads'
import type { FileToRead, ReadResult } from './read-document.ts'

export interface Reader {
  read(file: FileToRead): Promise<ReadResult>
  close(): Promise<void>
}

export interface ReaderBounds {
  readonly milliseconds: number
  readonly megabytes: number
}

const usual: ReaderBounds = { milliseconds: 60_000, megabytes: 1024 }

/** Files are read one after the other; a file that takes too long or too much memory is refused, and the next one gets a fresh thread. */
export function openReader(bounds: ReaderBounds = usual): Reader {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  const thread = (): Worker =>
    (worker ??= new Worker(new URL('./reader-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes } }))

  const readOne = (file: FileToRead): Promise<ReadResult> =>
    new Promise((resolve) => {
      const running = thread()
      running.ref()
      const end = (result: ReadResult, broken: boolean): void => {
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
      const answered = (message: { result: ReadResult }): void => end(message.result, false)
      const failed = (): void => end({ as: 'refused', code: 'file-broken' }, true)
      const late = (): void => end({ as: 'refused', code: 'file-too-slow', facts: { seconds: Math.ceil(bounds.milliseconds / 1000) } }, true)
      const timer = setTimeout(late, bounds.milliseconds)
      running.on('message', answered).on('error', failed).on('exit', failed)
      running.postMessage({ file: { name: file.name, bytes: file.bytes } })
    })

  return {
    read(file) {
      const result = last.then(() => readOne(file))
      last = result
      return result
    },
    async close() {
      await last
      await worker?.terminate()
      worker = undefined
    },
  }
}
