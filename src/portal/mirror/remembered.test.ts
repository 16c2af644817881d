// What the pages of a mirror share is read once, and anew as soon as something may have changed or could not be read.
import { expect, it } from 'vitest'
import type { PageReaders } from '../parts.ts'
import { openRemembered } from './remembered.ts'

type Read = Awaited<ReturnType<PageReaders['document']>>

function counting() {
  const asked: string[] = []
  const state = { fails: false }
  const read = (what: string): Promise<never> => {
    asked.push(what)
    return state.fails ? Promise.reject(new Error('the database is away')) : Promise.resolve({ what } as never)
  }
  return { asked, state, readers: { frame: () => read('frame'), document: (id: string): Promise<Read> => read(id) } }
}

it('reads frame and document once while nothing else is known of changes', async () => {
  const { asked, readers } = counting()
  const remembered = openRemembered(readers, () => '2026-11-28')
  for (let page = 0; page < 3; page += 1) await Promise.all([remembered.frame(), remembered.document('a'), remembered.document('b')])
  expect(asked).toEqual(['frame', 'a', 'b'])
  remembered.knows('later')
  await Promise.all([remembered.frame(), remembered.document('a')])
  expect(asked).toEqual(['frame', 'a', 'b', 'frame', 'a'])
})

it('reads the frame anew on another day', async () => {
  const { asked, readers } = counting()
  let today = '2026-11-28'
  const remembered = openRemembered(readers, () => today)
  await remembered.frame()
  today = '2026-11-29'
  await remembered.frame()
  expect(asked).toEqual(['frame', 'frame'])
})

it('does not remember what could not be read', async () => {
  const { asked, state, readers } = counting()
  const remembered = openRemembered(readers, () => '2026-11-28')
  state.fails = true
  await expect(remembered.frame()).rejects.toThrow('away')
  await expect(remembered.document('a')).rejects.toThrow('away')
  state.fails = false
  await expect(remembered.frame()).resolves.toEqual({ what: 'frame' })
  await expect(remembered.document('a')).resolves.toEqual({ what: 'a' })
  expect(asked).toEqual(['frame', 'a', 'frame', 'a'])
})

it('keeps a few documents, the newest', async () => {
  const { asked, readers } = counting()
  const remembered = openRemembered(readers, () => '2026-11-28')
  for (let at = 0; at < 20; at += 1) await remembered.document(String(at))
  await remembered.document('19')
  await remembered.document('0')
  expect(asked.slice(20)).toEqual(['0'])
})
