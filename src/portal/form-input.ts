// What a form of the public site sends: where it comes from, and its fields as plain text.
import type { FastifyRequest } from 'fastify'

/** Browsers tell where a form stands; what tells nothing is no browser and has no one's session to ride on. */
export function fromOurOwnPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.host)
}

export const textOf = (body: unknown, name: string): string => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '').trim() : ''
}
