// `gongkai mirror …`: the public site as files, for a server without a database or for another network.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { applyBundle } from '../../portal/mirror/apply.ts'
import { BundleRefused, makeBundle, type BundleFault } from '../../portal/mirror/bundle.ts'
import { checkMirror, type MirrorFault } from '../../portal/mirror/check.ts'
import { publicFolder } from '../../portal/mirror/disk.ts'
import { nginxConfiguration } from '../../portal/mirror/nginx.ts'
import { readSite } from '../../portal/mirror/state.ts'
import { withData, type Connection } from '../connect.ts'
import { holdDataFolder } from '../data-folder.ts'
import { mirrorKeyOf } from '../keys/mirror-key.ts'
import { writeMirror, type WriteOptions } from '../mirror/write.ts'
import { PlainFailure } from '../plain-failure.ts'

const noMirror = (folder: string): PlainFailure => new PlainFailure(`${folder} 中没有镜像。`, `There is no mirror in ${folder}.`, { exitCode: 2 })

const faultWords: Readonly<Record<MirrorFault['kind'], readonly [chinese: string, english: string]>> = {
  missing: ['清单中的文件没有了', 'listed but not there'],
  changed: ['文件与清单不符', 'changed'],
  unlisted: ['文件不在清单中', 'there but not listed'],
  'stale-compressed': ['压缩文件与原文件不符', 'its compressed form says something else'],
  'dead-link': ['链接没有着落', 'a dead link'],
  unreachable: ['从首页不能到达的信息', 'no way leads to it from the home page'],
}

async function check(path: string, { json }: { json: boolean }): Promise<void> {
  const folder = resolve(path)
  const result = await checkMirror(folder)
  if (!result) throw noMirror(folder)
  const { files, documents, links, faults, faultCount } = result
  if (json) console.log(JSON.stringify({ fits: faultCount === 0, ...result }))
  else {
    for (const { kind, file, link } of faults) console.log(`${faultWords[kind][0]} ${faultWords[kind][1]}：${file}${link === undefined ? '' : ` → ${link}`}`)
    console.log(
      `核对了 ${files} 个文件（${documents} 件信息），走了 ${links} 个链接，发现 ${faultCount} 处问题。\n${files} files (${documents} documents) and ${links} links were looked at: ${faultCount} faults.`,
    )
  }
  process.exitCode = faultCount === 0 ? 0 : 1
}

function nginx(path: string, { listen, serverName, upstream }: { listen: string; serverName?: string; upstream?: string }): void {
  const folder = resolve(path)
  const root = publicFolder(folder)
  const site = existsSync(root) ? readSite(root) : undefined
  if (!site) throw noMirror(folder)
  if (
    !/^[\w.:[\]\- ]+$/.test(listen) ||
    (serverName !== undefined && !/^[\w.\-* ]+$/.test(serverName)) ||
    (upstream !== undefined && !/^https?:\/\/[\w.:[\]-]+\/?$/.test(upstream))
  )
    throw new PlainFailure('--listen、--server-name 或者 --upstream 的值不正确。', 'The value of --listen, --server-name or --upstream is wrong.', {
      exitCode: 2,
    })
  console.log(nginxConfiguration({ site, root, listen, serverName: serverName ?? '_', upstream: upstream?.replace(/\/$/, '') }))
}

const bundleWords: Readonly<Record<BundleFault, readonly [chinese: string, english: string]>> = {
  'not-a-bundle': ['不是镜像更新包，或者文件不完整', 'it is no bundle of a mirror, or not whole'],
  'wrong-signature': ['签名不符：不是这个公钥的主人制作的，或者被改动过', 'the signature does not fit: somebody else made it, or it was changed'],
  tampered: ['内容与签名的清单不符', 'its content is not what was signed'],
  'wrong-order': ['次序不对：这个更新包不是接在现有镜像之后的', 'it does not follow the mirror that is there'],
  'changed-meanwhile': ['打包时镜像有变动，请再试一次', 'the mirror changed meanwhile; try again'],
  'no-mirror': ['目录中没有镜像', 'there is no mirror in the folder'],
  'written-by-portal': ['这个目录的镜像由门户直接写入，不能再用更新包', 'this mirror is written by a portal itself'],
}

async function plainly<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error
    const [chinese, english] = bundleWords[error.fault]
    throw new PlainFailure(`没有完成，原有内容没有改动：${chinese}。`, `Refused, nothing was touched: ${english} (${error.message}).`, { cause: error })
  }
}

const ownKey = ({ database, settings }: Connection): Promise<string> => database.transaction((tx) => mirrorKeyOf(tx, settings.secretsFile))

async function bundle(path: string, file: string, { since }: { since?: string }): Promise<void> {
  const [folder, target] = [resolve(path), resolve(file)]
  if (since !== undefined && !existsSync(since)) throw new PlainFailure(`没有找到文件 ${since}。`, `There is no file ${since}.`, { exitCode: 2 })
  if (existsSync(target)) throw new PlainFailure(`${target} 已经存在，没有覆盖。`, `${target} is there already and was not overwritten.`, { exitCode: 2 })
  await withData(async (connection) => {
    const key = createPrivateKey(await ownKey(connection))
    const report = await plainly(() => makeBundle(folder, target, { since, key, now: connection.clock.now() }))
    const { files, bytes, header } = report
    console.log(
      `已打包 ${files} 个文件（${(bytes / 1024 / 1024).toFixed(1)} MB）：${target}${header.base === null ? '（全部）' : '（增量）'}\nBundled ${files} files into ${target} (${header.base === null ? 'everything' : 'what changed'}).`,
    )
  })
}

async function keyFrom(path: string): Promise<KeyObject> {
  try {
    const key = createPublicKey(await readFile(path))
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(`a key of type ${key.asymmetricKeyType}`)
    return key
  } catch (error) {
    throw new PlainFailure(`${path} 不是可以读取的公钥文件（Ed25519）。`, `${path} is no readable public key (Ed25519).`, { exitCode: 2, cause: error })
  }
}

async function apply(file: string, path: string, { key }: { key: string }): Promise<void> {
  process.umask(0o022)
  const folder = resolve(path)
  const publicKey = await keyFrom(key)
  if (!existsSync(file)) throw new PlainFailure(`没有找到文件 ${file}。`, `There is no file ${file}.`, { exitCode: 2 })
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const held = await holdDataFolder(folder, 'command')
  try {
    const { files, kept, removed, header } = await plainly(() => applyBundle(file, folder, publicKey))
    console.log(
      `镜像 ${folder} 已更新到 ${header.madeAt}：新写 ${files} 个文件，保留 ${kept} 个，删除 ${removed} 个。\nThe mirror now is that of ${header.madeAt}: ${files} files new, ${kept} kept, ${removed} removed.`,
    )
  } finally {
    await held.release()
  }
}

export function mirrorCommand(): Command {
  const mirror = new Command('mirror')
    .description('把公开网站写成静态文件；制作、应用更新包，核对，生成 nginx 配置\nthe public site as files: write, bundle, apply, check, configure nginx')
    .argument('[dir]', '镜像目录 folder of the mirror')
    .option('--follow', '写成后跟随门户更新，直到停止 keep it up with the portal until stopped', false)
    .option('--modes <list>', '除标准页面外还写哪些浏览方式，例如 tw,elder（其余指向门户） ways of looking to write besides the plain one')
    .option('--downloads', '包括信息的 Word、PDF（默认） with Word and PDF of documents (default)')
    .option('--no-downloads', '不包括信息的 Word、PDF，链接指向门户 without them; links lead to the portal')
    .option('--threads <number>', '用几个线程（默认为处理器核数） how many threads (default: as many as cores)')
    .option('--anew', '全部重写 write everything anew', false)
    .action(async (path: string | undefined, options: Partial<WriteOptions>, command: Command) => {
      if (path === undefined) return command.help({ error: true })
      // Said neither way, the mirror stays as it was.
      const downloads = command.getOptionValueSource('downloads') === 'default' ? undefined : options.downloads
      const { follow = false, anew = false, modes, threads } = options
      await writeMirror(resolve(path), {
        follow,
        anew,
        ...(modes !== undefined && { modes }),
        ...(threads !== undefined && { threads }),
        ...(downloads !== undefined && { downloads }),
      })
    })
  mirror
    .command('check')
    .description('核对镜像：文件与清单一致，没有失效链接，每件信息都能到达\nprove hashes, links and ways of a mirror')
    .argument('<dir>', '镜像目录 folder of the mirror')
    .option('--json', '以 JSON 输出 answer in JSON', false)
    .action(check)
  mirror
    .command('nginx')
    .description('输出 nginx 配置\nprint the configuration for nginx')
    .argument('<dir>', '镜像目录 folder of the mirror')
    .option('--listen <address>', '监听 listen', '80')
    .option('--server-name <name>', '域名 server name')
    .option('--upstream <url>', '门户的内部地址：需要服务器的请求转给它（默认引导读者到门户网址） pass what needs a server on to this address of the portal')
    .action(nginx)
  mirror
    .command('bundle')
    .description('制作签名的更新包，可以带到另一个网络\nmake a signed bundle to carry into another network')
    .argument('<dir>', '镜像目录 folder of the mirror')
    .argument('<file>', '更新包文件 file to write')
    .option('--since <file>', '只包含自该更新包以来的变化 only what changed since that bundle')
    .action(bundle)
  mirror
    .command('apply')
    .description('应用更新包（不需要数据库）\napply a bundle; needs no database')
    .argument('<file>', '更新包 the bundle')
    .argument('<dir>', '镜像目录 folder of the mirror')
    .requiredOption('--key <file>', '制作方的公钥（gongkai mirror key） public key of its maker')
    .action(apply)
  mirror
    .command('key')
    .description('输出核对更新包用的公钥（PEM）\nprint the public key that bundles are proved with')
    .action(() =>
      withData(async (connection) => {
        const key = createPublicKey(await ownKey(connection))
        console.log(key.export({ type: 'spki', format: 'pem' }).toString().trim())
      }),
    )
  return mirror
}
