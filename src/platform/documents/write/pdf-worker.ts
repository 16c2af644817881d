// Sets sheets as PDF on a thread of its own: the compiler is native and would hold up every other page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { gridOf } from './table-grid.ts'
import type { Sheet, WallSheet } from './sheet.ts'

export interface PdfTask {
  readonly number: number
  readonly sheet: Sheet | WallSheet
}

export type PdfAnswer = { readonly number: number } & ({ readonly pdf: Uint8Array } | { readonly failure: string })

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
const layoutOf = (name: string): string => readFileSync(join(import.meta.dirname, `${name}.typ`), 'utf8')
const layouts = { page: layoutOf('sheet'), wall: layoutOf('wall') } as const
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '700Bold')] }] })

function pdfOf(sheet: Sheet | WallSheet): Uint8Array {
  const blocks = sheet.blocks.map((block) => (block.kind === 'table' ? { ...block, ...gridOf(block.rows) } : block))
  const author = sheet.facts.find(([label]) => label === '发布机构')?.[1] ?? ''
  const wall = 'qr' in sheet
  const inputs = { sheet: JSON.stringify({ ...sheet, blocks }), author, ...(wall && { paper: sheet.paper }) }
  const pdf = compiler.pdf({ mainFileContent: wall ? layouts.wall : layouts.page, inputs })
  compiler.evictCache(3)
  return new Uint8Array(pdf)
}

parentPort?.on('message', ({ number, sheet }: PdfTask) => {
  let answer: PdfAnswer
  try {
    answer = { number, pdf: pdfOf(sheet) }
  } catch (error) {
    answer = { number, failure: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})
