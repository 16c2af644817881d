// Nothing that was removed is left in a result, whatever the file hides; what was not marked is still there.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openZip } from '../read/zip.ts'
import { testPdf } from '../read/fixtures.ts'
import { hostileDocx, paragraph, run, wordFile } from './corpus/docx.ts'
import { hostilePdf } from './corpus/pdf.ts'
import { secrets, stays } from './corpus/secrets.ts'
import { redactBytes, viewOf } from './redact-file.ts'
import { box } from './redaction.ts'

const texts = Object.values(secrets)
const leaks = (text: string): string[] => texts.filter((secret) => text.includes(secret))

/** Everything of a package, put together by hand. */
function wordsOf(bytes: Uint8Array): string {
  const zip = openZip(bytes)
  if (typeof zip === 'string') throw new Error(zip)
  return zip.names.map((name) => `${name} ${zip.text(name) ?? ''} ${(zip.text(name) ?? '').replaceAll(/<[^>]*>/g, '')}`).join('\n')
}

describe('hostile Word files', () => {
  test.each(hostileDocx.map((one) => [one.name, one] as const))('%s', async (name, hostile) => {
    const result = await redactBytes({ name, bytes: await hostile.bytes() }, { marks: [], texts })
    if (hostile.refusedAs !== undefined) return expect(result).toMatchObject({ as: 'refused', code: hostile.refusedAs })
    expect(result).toMatchObject({ as: 'redacted' })
    if (result.as !== 'redacted') return
    const words = wordsOf(result.bytes)
    expect(leaks(words.normalize('NFKC').replaceAll(/[\u200b\u00ad]/g, ''))).toEqual([])
    expect(words).not.toContain('李曉棠')
    expect(words).toContain(stays)
    expect(words).toContain(box)
  })
})

const tool = (name: string): boolean => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
const withPdftotext = tool('pdftotext')
const withStrings = tool('strings')

describe('hostile PDFs', () => {
  test.each(hostilePdf.map((one) => [one.name, one] as const))('%s', async (name, hostile) => {
    const result = await redactBytes({ name, bytes: await hostile.bytes() }, { marks: [], texts })
    if (hostile.refusedAs !== undefined) return expect(result).toMatchObject({ as: 'refused', code: hostile.refusedAs })
    expect(result).toMatchObject({ as: 'redacted' })
    if (result.as !== 'redacted') return
    expect(leaks(Buffer.from(result.bytes).toString('latin1'))).toEqual([])
    const view = await viewOf({ name, bytes: result.bytes })
    expect(view.as).toBe('pages')
    expect(leaks(JSON.stringify(view))).toEqual([])
    if (!withPdftotext && !withStrings) return
    const folder = mkdtempSync(join(tmpdir(), 'redacted-'))
    try {
      writeFileSync(join(folder, 'a.pdf'), result.bytes)
      if (withPdftotext) expect(leaks(execFileSync('pdftotext', [join(folder, 'a.pdf'), '-']).toString())).toEqual([])
      if (withStrings) expect(leaks(execFileSync('strings', [join(folder, 'a.pdf')]).toString())).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
