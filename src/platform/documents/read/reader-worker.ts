// Reads, inspects and cleans files on a thread of its own, so that a hostile or huge one cannot hold up or exhaust the process that asked.
import { parentPort } from 'node:worker_threads'
import { cleanBytes } from '../clean/clean-file.ts'
import { inspectBytes } from '../inspect/inspect-file.ts'
import type { ReaderTask } from './reader.ts'
import { readDocument } from './read-document.ts'
import { readGrid } from './read-grid.ts'

const doneBy = ({ task, file, how }: ReaderTask): Promise<unknown> => {
  switch (task) {
    case 'read':
      return readDocument(file)
    case 'inspect':
      return inspectBytes(file)
    case 'clean':
      return cleanBytes(file, how ?? 'properties')
    case 'grid':
      return readGrid(file.bytes)
  }
}

parentPort?.on('message', (message: ReaderTask) => {
  void doneBy(message).then((result) => parentPort?.postMessage({ result }))
})
