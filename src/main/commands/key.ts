// `gongkai key …`: the key of the installation, under which second factors, identities and mail are sealed. What is changed is audited.
import { Command } from 'commander'
import { record } from '../../modules/access/index.ts'
import { tellSealingKey } from '../../modules/requests/index.ts'
import { keyIdOf } from '../../platform/crypto/key-ring.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { letterBox } from '../../platform/crypto/sealed-letter.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readSecrets, ringOf } from '../../platform/settings/secrets.ts'
import { withData, type Connection } from '../connect.ts'
import { retireKey, rotateKey, type RetireRefusal } from '../keys/change-keys.ts'
import { allSealed, nameless, unknown, type SealedThere } from '../keys/places.ts'
import { reseal } from '../keys/reseal.ts'
import { PlainFailure } from '../plain-failure.ts'
import { tableOf } from '../terminal.ts'

async function audited(tx: Tx, { clock }: Connection, action: string, title: string, detail: Readonly<Record<string, string | number>>): Promise<void> {
  await record(tx, { at: clock.now(), action, title, accountId: null, login: null, objectKind: 'key', outcome: 'done', detail, address: '' })
}

interface KnownKey {
  readonly id: string
  readonly replacedOn: string | null
}

/** The newest first. */
async function knownKeys({ settings }: Connection): Promise<{ keys: KnownKey[]; ring: ReturnType<typeof ringOf> }> {
  const secrets = await readSecrets(settings.secretsFile)
  if (!secrets) throw new Error(`no secrets in ${settings.secretsFile}`)
  const ring = ringOf(secrets)
  const former = (secrets.formerKeys ?? []).map(({ replacedOn }, at) => ({ id: keyIdOf(ring.former[at] ?? ring.current), replacedOn }))
  return { keys: [{ id: keyIdOf(ring.current), replacedOn: null }, ...former], ring }
}

const titles: Readonly<Record<string, string>> = { [nameless]: '旧格式（没有密钥编号）', [unknown]: '没有密钥可以打开' }

function whatIsLeft(all: readonly SealedThere[], current: string): string {
  const left = all.filter(({ keyId }) => keyId !== current)
  if (left.length === 0) return '全部内容都已用使用中的密钥加密。 Everything is sealed under the key in use.'
  return `还没有用使用中的密钥、按新格式加密的内容 Not yet sealed under the key in use:\n${tableOf(
    ['位置', '密钥', '件数'],
    left.map(({ place, keyId, count }) => [place, titles[keyId] ?? keyId, String(count)]),
  )}`
}

async function list(connection: Connection, json: boolean): Promise<void> {
  const { keys, ring } = await knownKeys(connection)
  const all = await connection.database.transaction((tx) =>
    allSealed(
      tx,
      letterBox(() => ring),
    ),
  )
  if (json) return console.log(JSON.stringify({ keys, sealed: all }))
  const countOf = (id: string): string => String(all.filter(({ keyId }) => keyId === id).reduce((sum, { count }) => sum + count, 0))
  const rows = keys.map(({ id, replacedOn }) => [id, replacedOn === null ? '使用中' : `${replacedOn} 更换`, countOf(id)])
  console.log(tableOf(['密钥', '状态', '加密的内容'], rows))
  console.log(whatIsLeft(all, keys[0]?.id ?? ''))
}

async function rotate(connection: Connection): Promise<void> {
  const { database, settings, clock, keys } = connection
  const { keyId, former } = await database.transaction(async (tx) => {
    const made = await rotateKey(tx, settings.secretsFile, clock.today())
    await audited(tx, connection, 'server.rotate-key', '在服务器上更换密钥', { keyId: made.keyId, former: made.former })
    return made
  })
  await tellSealingKey(database, letterBox(keys))
  console.log(
    `新密钥 ${keyId} 已启用，旧密钥 ${former} 留在 ${settings.secretsFile}，用来打开原有内容。\n` +
      '多台机器的，请把这个文件复制到各台。接着运行 npx gongkai key reseal。\n' +
      `Key ${keyId} is in use; ${former} stays in the file and opens what is there. Copy the file to your other machines, then run npx gongkai key reseal.`,
  )
}

const toldEvery = 1000

async function resealAll(connection: Connection): Promise<void> {
  const { database } = connection
  const { keys, ring } = await knownKeys(connection)
  const keyId = keyIdOf(ring.current)
  // A rotation that was broken off may have told the portal nothing.
  await tellSealingKey(
    database,
    letterBox(() => ring),
  )
  const before = await database.transaction((tx) =>
    allSealed(
      tx,
      letterBox(() => ring),
    ),
  )
  const owed = (place: string): number => before.filter((one) => one.place === place && one.keyId !== keyId).reduce((sum, { count }) => sum + count, 0)
  const told = new Map<string, number>()
  const { done, unopened } = await reseal({
    database,
    seal: sealUnder(() => ring),
    keyId,
    tell: (place, count) => {
      const all = owed(place)
      if (count < all && count - (told.get(place) ?? 0) < toldEvery) return
      told.set(place, count)
      console.log(`${place} ${count} / ${all}`)
    },
  })
  await database.transaction((tx) => audited(tx, connection, 'server.reseal', '在服务器上用新密钥重新加密', { keyId, done, unopened: unopened.length }))
  console.log(`已用密钥 ${keyId} 重新加密 ${done} 件。 ${done} sealed anew.`)
  for (const { place, id } of unopened) console.log(`没有密钥可以打开 no key opens: ${place} ${id}`)
  const after = await database.transaction((tx) =>
    allSealed(
      tx,
      letterBox(() => ring),
    ),
  )
  console.log(whatIsLeft(after, keys[0]?.id ?? ''))
  if (unopened.length > 0) process.exitCode = 1
}

const refusals: Readonly<Record<Exclude<RetireRefusal, 'key-in-use'>, readonly [string, string]>> = {
  'key-unknown': ['密钥文件里没有这个编号的旧密钥，请用 npx gongkai key list 查看。', 'The secrets file has no such former key: see npx gongkai key list.'],
  'key-current': ['这是正在使用的密钥，请先运行 npx gongkai key rotate 更换。', 'This key is in use: replace it first with npx gongkai key rotate.'],
  'key-today': [
    '密钥在更换的次日以后才能删除，以便正在办理的操作用它办完。',
    'A key can be given up from the day after it was replaced, so that what was begun under it is finished.',
  ],
  'key-told-to-portal': [
    '门户还在用旧密钥加密来件，请先运行 npx gongkai key reseal。',
    'The portal still seals for an old key: run npx gongkai key reseal first.',
  ],
}

async function retire(connection: Connection, keyId: string): Promise<void> {
  const { database, settings, clock } = connection
  await database.transaction(async (tx) => {
    const ruling = await retireKey(tx, settings.secretsFile, keyId, clock.today())
    if (ruling.ok) return audited(tx, connection, 'server.retire-key', '在服务器上删除旧密钥', { keyId })
    const [refusal] = ruling.refusals
    if (refusal && refusal.code !== 'key-in-use') throw new PlainFailure(refusals[refusal.code][0], refusals[refusal.code][1])
    const places = String(refusal?.facts?.['places'])
    throw new PlainFailure(
      `还有内容用这个密钥加密（${places}），没有删除。请先运行 npx gongkai key reseal；信箱里的由任务进程取走后再试。`,
      `Something is still sealed under this key (${places}): run npx gongkai key reseal first; what is in the inbox must be taken over by the worker.`,
    )
  })
  console.log(`旧密钥 ${keyId} 已删除。更换以前的备份自带当时的密钥。 Given up; backups made before hold their own keys.`)
}

export function keyCommand(): Command {
  const key = new Command('key').description('密钥：更换，并用新密钥重新加密（操作记入日志）\nthe key of the installation: change it and seal anew; audited')
  key.addCommand(
    new Command('list')
      .description('列出密钥和用它们加密的内容 list the keys and what is sealed under them')
      .option('--json', '以 JSON 输出 answer in JSON', false)
      .action(({ json }: { json: boolean }) => withData((connection) => list(connection, json))),
  )
  key.addCommand(new Command('rotate').description('启用新密钥，旧密钥保留 make a new key; the old one is kept').action(() => withData(rotate)))
  key.addCommand(
    new Command('reseal')
      .description('用新密钥重新加密（系统可以照常运行；中断后再次运行即继续）\nseal everything anew, while the system runs; after a stop, run it again')
      .action(() => withData(resealAll)),
  )
  key.addCommand(
    new Command('retire')
      .description('删除不再使用的旧密钥 give up a former key that nothing is sealed under')
      .argument('<key>', '密钥编号 name of the key')
      .action((keyId: string) => withData((connection) => retire(connection, keyId))),
  )
  return key
}
