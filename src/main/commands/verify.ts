// `gongkai verify`: does the public register still say what was published?
import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Command } from 'commander'
import { verifyRegister, type Verification } from '../../modules/publication/index.ts'
import { withData } from '../connect.ts'
import { PlainFailure } from '../plain-failure.ts'
import { faultSentence } from '../register-fault.ts'

interface Options {
  readonly key: readonly string[]
  readonly json: boolean
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('核对公开登记簿：重新计算每一条记录，指出第一条不符的\nrecompute the public register and name the first entry that does not fit')
    .option('--key <file...>', '只信任这些公钥（PEM 文件） trust these public keys only (PEM files)', [])
    .option('--json', '以 JSON 输出 answer in JSON', false)
    .action((options: Options) =>
      withData(async ({ database, secrets, settings }) => {
        const files = await Promise.all(options.key.map((path) => readKey(path)))
        const own = createPublicKey(secrets.registerKey).export({ type: 'spki', format: 'pem' }).toString()
        const publicKeys = files.length > 0 ? files : [own, ...(secrets.formerRegisterKeys ?? [])]
        const result = await settled(() => verifyRegister(database.db, { publicKeys }))
        if (options.json) console.log(JSON.stringify(result))
        else if (result.fault) console.log(faultSentence(result.fault))
        else
          console.log(
            `公开登记簿相符：${result.entries} 条记录，${result.checkpoints} 个签名点（${settings.secretsFile} 的密钥）\nThe public register fits: ${result.entries} entries, ${result.checkpoints} signed checkpoints.`,
          )
        process.exitCode = result.fault ? 1 : 0
      }),
    )
}

/** What was published a moment ago is linked within a second: only an entry that stays unlinked is a fault. */
async function settled(verify: () => Promise<Verification>): Promise<Verification> {
  for (let tries = 1; ; tries += 1) {
    const result = await verify()
    if (result.fault?.kind !== 'entry-unlinked' || tries >= 5) return result
    await wait(1000)
  }
}

async function readKey(path: string): Promise<string> {
  try {
    return createPublicKey(await readFile(path))
      .export({ type: 'spki', format: 'pem' })
      .toString()
  } catch (error) {
    throw new PlainFailure(`${path} 不是可以读取的公钥文件。`, `${path} is no readable public key.`, { exitCode: 2, cause: error })
  }
}
