// Reads files on a thread of its own, so that a hostile or huge one cannot hold up or exhaust the process that asked.
import { parentPort } from 'node:worker_threads'
import { readDocument, type FileToRead } from './read-document.ts'

parentPort?.on('message', (message: { file: FileToRead }) => {
  void readDocument(message.file).then((result) => parentPort?.postMessage({ result }))
})
