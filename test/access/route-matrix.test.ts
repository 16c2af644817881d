// Every route of the office, called as every role and as nobody: the door opens exactly where the written table says.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeRoutes } from '../../src/main/wiring.ts'
import { roles, type Action, type Role } from '../../src/modules/access/law/permissions.ts'
import { routeTable } from '../../src/platform/http/office-app.ts'
import { freshDatabase, type FreshDatabase } from '../database.ts'
import { expectedRights } from './expected-rights.ts'
import { openOfficeCast, signIn, type OfficeCast } from './office-cast.ts'

const routes = routeTable(officeRoutes)
const everyRole = Object.keys(roles) as Role[]
const addressOf = (url: string): string => url.replaceAll(/:[A-Za-z]+/g, () => randomUUID())
/** Signing out or in would end the cast's own sessions. */
const touchesSession = (url: string): boolean => url.startsWith('/api/session')

let database: FreshDatabase
let folder: string
let cast: OfficeCast

describe('the door of every office route', () => {
  beforeAll(async () => {
    database = await freshDatabase()
    folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
    cast = await openOfficeCast(database, folder)
  })
  afterAll(async () => {
    await cast.app.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('was found: the table lists the routes of all modules', () => {
    expect(routes.length).toBeGreaterThan(80)
    expect(new Set(routes.map(({ may }) => may).filter((may) => !['anyone', 'signed-in', 'signing-in'].includes(may) && !(may in expectedRights)))).toEqual(
      new Set(),
    )
  })

  it.each(routes.filter(({ may }) => may !== 'anyone'))('$method $url sends nobody away to sign in', async ({ method, url }) => {
    const answer = await cast.nobody(method, addressOf(url), method === 'GET' ? undefined : {})
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ code: 'not-signed-in' })
  })

  it.each(routes.filter(({ may, url }) => may in expectedRights && !touchesSession(url)))(
    '$method $url opens to the roles with $may only',
    async ({ method, url, may }) => {
      const opened: Role[] = []
      for (const role of everyRole) {
        const answer = await cast.as(role)(method, addressOf(url), method === 'GET' ? undefined : {})
        expect(answer.statusCode, `${role}: ${answer.body.slice(0, 300)}`).toBeLessThan(500)
        if (answer.statusCode !== 403) opened.push(role)
      }
      expect(opened).toEqual(everyRole.filter((role) => expectedRights[may as Action].includes(role)))
    },
  )

  it.each(routes.filter(({ may, url }) => may === 'signed-in' && !touchesSession(url)))(
    '$method $url shows no signed-in person a thing that is not there',
    async ({ method, url }) => {
      for (const role of everyRole) {
        const answer = await cast.as(role)(method, addressOf(url), method === 'GET' ? undefined : {})
        expect(answer.statusCode, `${role}: ${answer.body.slice(0, 300)}`).toBeLessThan(500)
        if (url.includes(':') && method === 'GET') expect([403, 404]).toContain(answer.statusCode)
      }
    },
  )

  it.each(routes.filter(({ method, url }) => method !== 'GET' && !touchesSession(url)))(
    '$method $url refuses a call without the token against forgery',
    async ({ method, url }) => {
      const { cookie } = await signIn(cast.app, 'system-administrator.own')
      const answer = await cast.app.inject({ method: method as 'POST', url: addressOf(url), headers: { cookie }, payload: {} })
      expect(answer.statusCode).toBe(403)
    },
  )
})
