// Reads, inspects, cleans and redacts files on a thread of its own, so that a hostile or huge one cannot hold up or exhaust the process that asked.
import { parentPort } from 'node:worker_threads'
import { cleanBytes } from '../clean/clean-file.ts'
import { readCodes } from '../codes/read-codes.ts'
import { inspectBytes } from '../inspect/inspect-file.ts'
import { pictureOfPage, redactBytes, viewOf } from '../redact/redact-file.ts'
import type { ReaderTask } from './reader.ts'
import { readDocument } from './read-document.ts'
import { readGrid } from './read-grid.ts'

const doneBy = async ({ task, file, how, page, order, prefix }: ReaderTask): Promise<unknown> => {
  switch (task) {
    case 'read':
      return readDocument(file)
    case 'inspect':
      return inspectBytes(file)
    case 'clean':
      return cleanBytes(file, how ?? 'properties')
    case 'grid':
      return readGrid(file.bytes)
    case 'redaction-view':
      return viewOf(file)
    case 'page':
      return pictureOfPage(file, page ?? 0)
    case 'redact':
      return redactBytes(file, order ?? { marks: [], texts: [] })
    case 'codes':
      return readCodes(Buffer.from(file.bytes), prefix ?? '')
  }
}

parentPort?.on('message', (message: ReaderTask) => {
  void doneBy(message).then((result) => parentPort?.postMessage({ result }))
})
