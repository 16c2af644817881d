// Builds the office's pages on first start, once for each state of their sources, into the data folder.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { PlainFailure } from './plain-failure.ts'

const root = join(import.meta.dirname, '../..')
/** Folders that the client is made of: its own, and the words it shares with the server. */
const sources = ['office', 'src/kernel', 'src/law', 'src/modules']
/** Of a module the pages take law and contracts, and what contracts take from rules. */
const isSource = (path: string): boolean =>
  !/\.test\.tsx?$|\.md$/.test(path) && (!path.startsWith(`src${sep}modules`) || /[\\/]((law|rules)[\\/].+|http[\\/]([a-z-]*contract|shapes))\.ts$/.test(path))

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(root, 'package-lock.json')))
  for (const folder of sources) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    for (const path of paths.filter(isSource).toSorted()) hash.update(`${path}\0`).update(await readFile(join(root, path)))
  }
  return hash.digest('hex').slice(0, 16)
}

async function build(folder: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(
    process.execPath,
    [vite, 'build', join(root, 'office'), '--configLoader', 'native', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' }, cwd: root },
  )
  const stop = (): void => void child.kill()
  process.once('exit', stop)
  let complaint = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  process.off('exit', stop)
  if (code !== 0) {
    const words = complaint.trim().split('\n').slice(-8).join('\n')
    throw new PlainFailure(`后台页面生成失败：\n${words}`, 'The pages of the office could not be built; the reason stands above.')
  }
}

/** Compressed copies beside each text, so that no request waits for them; browsers take brotli over TLS only. */
async function compress(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const texts = entries.filter((entry) => entry.isFile() && /\.(js|css|html|svg|json)$/.test(entry.name))
  await Promise.all(
    texts.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const bytes = await readFile(path)
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }))
    }),
  )
}

/** The folder of the built office; builds it where this state of the sources has not been built yet. */
export async function builtOffice(dataFolder: string, tell: (line: string) => void): Promise<string> {
  const builds = join(dataFolder, 'office-build')
  const folder = join(builds, await hashOfSources())
  if (existsSync(join(folder, 'index.html'))) return folder
  tell('正在生成后台页面……')
  await mkdir(builds, { recursive: true })
  // Made beside and renamed: a build that was broken off is never served.
  const draft = join(builds, `draft-${process.pid}`)
  await build(draft)
  await compress(draft)
  await rm(folder, { recursive: true, force: true })
  await rename(draft, folder)
  for (const old of await readdir(builds)) if (join(builds, old) !== folder) await rm(join(builds, old), { recursive: true, force: true })
  return folder
}
