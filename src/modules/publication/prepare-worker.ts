// Makes items ready for the door on a thread of its own: cleaning, cutting into words and hashing of old stock by thousands.
import { parentPort } from 'node:worker_threads'
import { prepared } from './rules/prepared.ts'
import type { PublicItem } from './rules/public-item.ts'

parentPort?.on('message', ({ place, item }: { readonly place: number; readonly item: PublicItem }) => {
  parentPort?.postMessage({ place, prepared: prepared(item) })
})
