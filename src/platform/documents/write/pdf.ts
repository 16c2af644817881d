// Makes PDF files of sheets, one after another on one thread, and refuses where too many wait.
import { Worker } from 'node:worker_threads'
import type { PdfAnswer, PdfTask } from './pdf-worker.ts'
import type { Sheet, WallSheet } from './sheet.ts'

/** Told to the reader as "busy": try again. */
class PdfQueueFull extends Error {
  override readonly name = 'PdfQueueFull'
  readonly statusCode = 503
}

export interface PdfPress {
  pdfOf(sheet: Sheet | WallSheet): Promise<Buffer>
  close(): Promise<void>
}

interface Waiting {
  readonly done: (pdf: Buffer) => void
  readonly failed: (error: Error) => void
}

/** The thread starts with the first sheet and never keeps the process alive. */
export function openPdfPress({ longestQueue = 20 }: { longestQueue?: number } = {}): PdfPress {
  let worker: Worker | undefined
  let last = 0
  const waiting = new Map<number, Waiting>()

  const failAll = (error: Error): void => {
    worker = undefined
    for (const one of waiting.values()) one.failed(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('pdf-worker.ts', import.meta.url))
    started.unref()
    started.on('message', (answer: PdfAnswer) => {
      const one = waiting.get(answer.number)
      waiting.delete(answer.number)
      if (waiting.size === 0) started.unref()
      if ('pdf' in answer) one?.done(Buffer.from(answer.pdf))
      else one?.failed(new Error(answer.failure))
    })
    started.on('error', failAll)
    return started
  }

  return {
    pdfOf(sheet) {
      if (waiting.size >= longestQueue) return Promise.reject(new PdfQueueFull('too many files are being made'))
      worker ??= start()
      worker.ref()
      last += 1
      const task: PdfTask = { number: last, sheet }
      return new Promise((done, failed) => {
        waiting.set(task.number, { done, failed })
        worker?.postMessage(task)
      })
    },
    async close() {
      const open = worker
      failAll(new Error('the press is closed'))
      await open?.terminate()
    },
  }
}
