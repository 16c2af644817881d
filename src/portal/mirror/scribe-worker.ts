// One scribe in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { openOwnScribe, type CrewParts, type FromScribe, type ToScribe } from './crew.ts'

const scribe = await openOwnScribe(workerData as CrewParts)

parentPort?.on('message', (message: ToScribe) => {
  if (message === 'close') {
    void scribe.close().then(() => parentPort?.close())
    return
  }
  const { number, order } = message
  void scribe.write(order).then(
    (written) => parentPort?.postMessage({ number, written } satisfies FromScribe),
    (failure: unknown) => parentPort?.postMessage({ number, failure } satisfies FromScribe),
  )
})
