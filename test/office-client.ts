// A browser's part in tests of routes: keeps cookies, repeats the token of each writing call, signs in.
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

export interface OfficeClient {
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** Asks for the session, so that the next writing call has its token. */
  refresh(): Promise<LightMyRequestResponse>
  signIn(login: string, password: string): Promise<LightMyRequestResponse>
  readonly cookies: ReadonlyMap<string, string>
  csrfToken: string
}

/** A client of `app` (paths are below `/api`) that nobody has signed in with yet. */
export function officeClient(app: FastifyInstance): OfficeClient {
  const cookies = new Map<string, string>()
  const client: OfficeClient = {
    cookies,
    csrfToken: '',
    async call(method, path, body, headers = {}) {
      const options: InjectOptions = {
        method,
        url: `/api${path}`,
        cookies: Object.fromEntries(cookies),
        headers: { ...(method === 'GET' ? {} : { 'x-csrf-token': client.csrfToken }), ...headers },
        ...(body === undefined ? {} : { payload: body }),
      }
      const response = await app.inject(options)
      for (const cookie of response.cookies) {
        if (cookie.value === '') cookies.delete(cookie.name)
        else cookies.set(cookie.name, cookie.value)
      }
      const token: unknown = response.headers['content-type']?.toString().startsWith('application/json') ? response.json().csrfToken : undefined
      if (typeof token === 'string') client.csrfToken = token
      return response
    },
    refresh: () => client.call('GET', '/session'),
    async signIn(login, password) {
      await client.refresh()
      return client.call('POST', '/session', { login, password })
    },
  }
  return client
}
