// One start or command at a time has the data folder, and a dead one has it no longer.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holderOf, holdDataFolder, openDataFolder } from './data-folder.ts'

let folder: string

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gongkai-folder-')), '数据')
  await openDataFolder(folder)
})
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }))

describe('the data folder', () => {
  it('is held by one at a time, and free again when it is let go', async () => {
    const held = await holdDataFolder(folder, 'start')
    await expect(holdDataFolder(folder, 'command')).rejects.toThrow(`进程 ${process.pid}`)
    await held.ready({ portal: 'http://127.0.0.1:1/', office: 'http://127.0.0.1:2/' })
    expect(await holderOf(folder)).toMatchObject({ state: 'ready', portal: 'http://127.0.0.1:1/' })
    await held.release()
    expect(await holderOf(folder)).toBeUndefined()
  })

  it.each([
    { what: 'of a process that is gone', lock: { processId: 999_999_999, startedAt: '1' } },
    { what: 'whose number another process has now', lock: { processId: process.pid, startedAt: 'earlier' } },
    { what: 'that was cut off while it was written', lock: '{"processId":' },
    { what: 'that is empty', lock: '' },
  ])('is taken over from a lock $what', async ({ lock }) => {
    await writeFile(join(folder, 'in-use.json'), typeof lock === 'string' ? lock : JSON.stringify({ ...lock, kind: 'start', state: 'ready' }))
    const held = await holdDataFolder(folder, 'start')
    expect(await holderOf(folder)).toMatchObject({ processId: process.pid, state: 'starting' })
    await held.release()
  })

  it.runIf(process.platform === 'linux')('is refused in a sentence where the system lets nothing be made, and nobody waits for ever', async () => {
    await expect(openDataFolder('/proc/gongkai/data')).rejects.toThrow('无法写入')
  })

  it('is no file, and not below one', async () => {
    const file = join(folder, '..', 'file')
    await writeFile(file, '')
    await expect(openDataFolder(file)).rejects.toThrow('不是目录')
    await expect(openDataFolder(join(file, 'below'))).rejects.toThrow('不是目录')
  })

  it('is made with the folders above it', async () => {
    await expect(openDataFolder(join(folder, 'a/b/c'))).resolves.toBeUndefined()
  })

  it('is taken by exactly one of many that start at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => holdDataFolder(folder, 'start')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
