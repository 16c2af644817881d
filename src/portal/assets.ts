// Style sheet and script: joined once at the start, named by their content, kept for a year by browsers.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** In the order of the cascade; all values stand in tokens.css. */
const sheets = ['tokens', 'base', 'shell', 'home', 'lists', 'units', 'document', 'life-line', 'rail', 'search', 'forms', 'deadline', 'phone', 'print']

interface Asset {
  readonly path: `/${string}`
  readonly mediaType: string
  readonly text: string
}

export interface Assets {
  readonly css: Asset
  readonly script: Asset
  readonly icon: Asset
}

export function readAssets(): Assets {
  const folder = join(import.meta.dirname, 'assets')
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const named = (stem: string, ending: string, mediaType: string, text: string): Asset => ({
    path: `/assets/${stem}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${ending}`,
    mediaType,
    text,
  })
  return {
    css: named('site', 'css', 'text/css; charset=utf-8', sheets.map((name) => read(`${name}.css`)).join('\n')),
    script: named('site', 'js', 'text/javascript; charset=utf-8', read('site.js')),
    icon: { path: '/favicon.svg', mediaType: 'image/svg+xml', text: read('favicon.svg') },
  }
}
