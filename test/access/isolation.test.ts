// A draft of one bureau does not exist for the other: not in lists, exports, files, sheets or steps; an inspector reads it and changes nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeRoutes } from '../../src/main/wiring.ts'
import { roles, type Role } from '../../src/modules/access/law/permissions.ts'
import { routeTable } from '../../src/platform/http/office-app.ts'
import { freshDatabase, type FreshDatabase } from '../database.ts'
import { openOfficeCast, otherBureau, ownBureau, type OfficeCast } from './office-cast.ts'

const secret = '玄武岩勘探意见'
const routes = routeTable(officeRoutes)
const ofEdition = routes.filter(({ url }) => url.includes(':editionId'))
/** Uploads are tried apart; leaving a page tells nobody anything. */
const callable = ofEdition.filter(
  ({ method, url }) => !(method === 'POST' && url.endsWith('/attachments')) && !(method === 'DELETE' && url.endsWith('/presence')),
)
const withoutParameters = routes.filter(({ method, url }) => method === 'GET' && !url.includes(':') && !url.startsWith('/api/session'))
const everyRole = Object.keys(roles) as Role[]
const strangers = everyRole.filter((role) => role !== 'inspector')

let database: FreshDatabase
let folder: string
let cast: OfficeCast
let editionId: string
let attachmentId: string

const addressOf = (url: string): string => url.replace(':editionId', editionId).replaceAll(/:[A-Za-z]+/g, attachmentId)

describe('a draft of another bureau', () => {
  beforeAll(async () => {
    database = await freshDatabase()
    folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
    cast = await openOfficeCast(database, folder)
    const author = cast.as('information-officer', otherBureau)
    const made = await author('POST', '/api/editions', { unitId: otherBureau, content: { title: secret, bodyHtml: `<p>${secret}的全文</p>` } })
    expect(made.statusCode, made.body).toBe(200)
    editionId = made.json<{ editionId: string }>().editionId
    const added = await upload('information-officer', otherBureau)
    expect(added.statusCode, added.body).toBe(200)
    const sheet = await author('GET', `/api/editions/${editionId}`)
    attachmentId = sheet.json<{ attachments: { attachmentId: string }[] }>().attachments[0]!.attachmentId
  })
  afterAll(async () => {
    await cast.app.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** A text file, uploaded as the editor does it. */
  function upload(role: Role, bureau: string): Promise<LightMyRequestResponse> {
    const boundary = 'gongkai-test-boundary'
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="附件.txt"\r\nContent-Type: text/plain\r\n\r\n${secret}\r\n--${boundary}--\r\n`
    const headers = { ...cast.headersOf(role, bureau), 'content-type': `multipart/form-data; boundary=${boundary}` }
    return cast.app.inject({ method: 'POST', url: `/api/editions/${editionId}/attachments`, headers, payload: part })
  }

  it('is there for its own bureau, with its file', async () => {
    const author = cast.as('information-officer', otherBureau)
    expect((await author('GET', '/api/editions')).body).toContain(secret)
    expect((await author('GET', `/api/editions/${editionId}`)).body).toContain(secret)
    expect((await author('GET', `/api/editions/${editionId}/attachments/${attachmentId}`)).body).toContain(secret)
  })

  it('has routes of its own, each of which is tried', () => {
    expect(ofEdition.length).toBeGreaterThan(10)
    expect(withoutParameters.length).toBeGreaterThan(15)
  })

  it('takes no file from any role elsewhere', async () => {
    for (const role of strangers) expect((await upload(role, ownBureau)).statusCode, role).toBe(404)
  })

  it.each(callable)('does not exist at $method $url for any role elsewhere', async ({ method, url }) => {
    for (const role of strangers) {
      const answer = await cast.as(role, ownBureau)(method, addressOf(url), method === 'GET' ? undefined : {})
      expect([403, 404, 422], `${role}: ${answer.statusCode} ${answer.body.slice(0, 200)}`).toContain(answer.statusCode)
      expect(answer.body).not.toContain(secret)
    }
  })

  it.each(withoutParameters)('is in no answer of $url for any role elsewhere', async ({ url }) => {
    for (const role of strangers) expect((await cast.as(role, ownBureau)('GET', url)).body, role).not.toContain(secret)
  })

  it('can be read by the inspector, who can change nothing of it', async () => {
    const inspector = cast.as('inspector')
    expect((await inspector('GET', `/api/editions/${editionId}`)).body).toContain(secret)
    const before = (await cast.as('information-officer', otherBureau)('GET', `/api/editions/${editionId}`)).json<{ version: number; state: string }>()
    for (const { method, url } of ofEdition.filter((route) => route.method !== 'GET' && !route.url.endsWith('/presence'))) {
      const answer = await inspector(method, addressOf(url), { step: 'submit', version: 1, content: {} })
      expect(answer.statusCode, `${method} ${url} ${answer.body.slice(0, 200)}`).toBeGreaterThanOrEqual(400)
    }
    const after = (await cast.as('information-officer', otherBureau)('GET', `/api/editions/${editionId}`)).json<{ version: number; state: string }>()
    expect({ version: after.version, state: after.state }).toEqual({ version: before.version, state: before.state })
  })
})
