// Cuts texts into words on a thread of its own and does nothing else: the rate of jieba itself, for `import.ts`.
import { parentPort } from 'node:worker_threads'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

const jieba = Jieba.withDict(dict)
parentPort?.on('message', (texts: readonly string[]) => {
  let words = 0
  for (const text of texts) words += jieba.cut(text, true).length
  parentPort?.postMessage(words)
})
