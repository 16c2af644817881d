// Files on their way in: two at a time, each with its progress, its report or its reason; one that fails does not hold up the others.
import { useCallback, useEffect, useRef, useState } from 'react'
import { postImports } from '../../../src/modules/disclosure/http/import-contract.ts'
import { sentencesOf } from '../../api/problem.ts'
import { upload } from '../../api/upload.ts'
import type { ImportResult } from './ImportReport.tsx'

export interface Item {
  readonly key: number
  readonly file: File
  readonly state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed'
  readonly part: number
  readonly result: ImportResult | null
  readonly reason: string
}

export interface Target {
  readonly unitId: string
  readonly sectionId?: string
  readonly batchId?: string
  readonly columnIds: readonly string[]
}

const atOnce = 2

export function useQueue(target: Target | null): {
  readonly items: readonly Item[]
  readonly add: (files: readonly File[]) => void
  readonly start: () => void
  readonly again: (key: number) => void
  readonly drop: (key: number) => void
  readonly clear: () => void
  readonly running: boolean
} {
  const [items, setItems] = useState<readonly Item[]>([])
  const [running, setRunning] = useState(false)
  const lastKey = useRef(0)
  const busy = useRef(new Set<number>())

  const put = useCallback(
    (key: number, change: Partial<Item>) => setItems((before) => before.map((item) => (item.key === key ? { ...item, ...change } : item))),
    [],
  )

  const send = useCallback(
    async (item: Item, to: Target): Promise<void> => {
      const fields: Record<string, string> = { unitId: to.unitId }
      if (to.sectionId) fields['sectionId'] = to.sectionId
      if (to.batchId) fields['batchId'] = to.batchId
      if (to.columnIds.length > 0) fields['columnIds'] = to.columnIds.join(',')
      try {
        const answer = await upload(postImports, {}, [item.file], fields, (part) => put(item.key, { part, state: part >= 1 ? 'reading' : 'sending' })).answer
        const result = answer.reports[0] ?? null
        put(item.key, { state: 'done', part: 1, result, reason: result?.report.refusal?.sentence ?? '' })
      } catch (error) {
        put(item.key, {
          state: 'failed',
          reason: sentencesOf(error)
            .map((one) => one.sentence)
            .join(''),
        })
      }
    },
    [put],
  )

  useEffect(() => {
    if (!running || !target) return
    const free = atOnce - busy.current.size
    const next = items.filter((item) => item.state === 'waiting' && !busy.current.has(item.key)).slice(0, free)
    for (const item of next) {
      busy.current.add(item.key)
      put(item.key, { state: 'sending', part: 0 })
      void send(item, target).finally(() => {
        busy.current.delete(item.key)
        setItems((before) => [...before])
      })
    }
    if (next.length === 0 && busy.current.size === 0) setRunning(false)
  }, [items, put, running, send, target])

  return {
    items,
    running,
    add: (files) =>
      setItems((before) => [
        ...before,
        ...files.map((file): Item => {
          lastKey.current += 1
          return { key: lastKey.current, file, state: 'waiting', part: 0, result: null, reason: '' }
        }),
      ]),
    start: () => setRunning(true),
    again: (key) => {
      put(key, { state: 'waiting', part: 0, reason: '' })
      setRunning(true)
    },
    drop: (key) => setItems((before) => before.filter((item) => item.key !== key || busy.current.has(key))),
    clear: () => setItems((before) => before.filter((item) => busy.current.has(item.key))),
  }
}
