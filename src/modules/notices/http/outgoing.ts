// Answers the office about mail and text messages: everybody's own address, and the outbox of the administrator.
import { timeAt } from '../../../platform/clock/clock.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { askAddress, confirmAddress, sendTrial } from '../actions/mail-address.ts'
import { outgoingChannels, outgoingKinds, type OutgoingKind } from '../law/outgoing.ts'
import { lockedAddress, mailSender, waysOut } from '../queries/mail-addresses.ts'
import { outgoing, type OutgoingRow } from '../queries/outgoing.ts'
import { dropAddress } from '../store/mail-addresses.ts'
import { hasten } from '../store/outgoing.ts'
import * as contract from './contract.ts'

const legalTimeZone = 'Asia/Shanghai'
const longestExport = 50_000

const shown = ({ createdAt, nextTryAt, sentAt, givenUpAt, kind, ...row }: OutgoingRow) => ({
  ...row,
  kind: kind as OutgoingKind,
  createdAt: createdAt.toISOString(),
  nextTryAt: nextTryAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  givenUpAt: givenUpAt?.toISOString() ?? null,
})

async function own(tx: Tx, accountId: string) {
  const [known, sender] = [await lockedAddress(tx, accountId), await mailSender(tx)]
  return { sender, address: known?.address ?? null, pendingAddress: known?.pendingAddress ?? null }
}

const stateOf = (row: OutgoingRow): string => (row.sentAt ? '已发出' : row.givenUpAt ? '已放弃' : '等待发送')
const timeOf = (at: Date | null): string => (at ? timeAt(at, legalTimeZone) : '')

export const outgoingRoutes: readonly OfficeRoute[] = [
  answer(contract.getMailAddress, async ({ tx, actor }) => granted(await own(tx, actor.accountId))),
  answer(contract.putMailAddress, async ({ tx, actor, seal, clock, body, audit }) => {
    audit({ objectKind: 'mail-address', objectId: actor.accountId })
    const asked = await askAddress(tx, seal, { accountId: actor.accountId, address: body.address, at: clock.now() })
    return asked.ok ? granted(await own(tx, actor.accountId)) : asked
  }),
  answer(
    contract.putMailAddressProof,
    async ({ tx, actor, clock, body, audit }) => {
      audit({ objectKind: 'mail-address', objectId: actor.accountId })
      const confirmed = await confirmAddress(tx, { accountId: actor.accountId, code: body.code, at: clock.now() })
      return confirmed.ok ? granted(await own(tx, actor.accountId)) : confirmed
    },
    // wrong codes are counted
    { commitsRefusals: true },
  ),
  answer(contract.deleteMailAddress, async ({ tx, actor, audit }) => {
    audit({ objectKind: 'mail-address', objectId: actor.accountId })
    await dropAddress(tx, actor.accountId)
    return granted(await own(tx, actor.accountId))
  }),

  answer(contract.listOutgoing, async ({ tx, query: { page, size, state, channel, kind, q } }) => {
    const { rows, total } = await outgoing(tx, { state, channel, kind, words: q, limit: size, offset: (page - 1) * size })
    const ways = await waysOut(tx)
    return granted({ sender: ways.mail, textGateway: ways.text, rows: rows.map(shown), total })
  }),
  answer(contract.exportOutgoing, async ({ tx, query: { state, channel, kind, q } }) => {
    const { rows } = await outgoing(tx, { state, channel, kind, words: q, limit: longestExport, offset: 0 })
    const cells = rows.map((row) => [
      timeOf(row.createdAt),
      outgoingChannels[row.channel],
      outgoingKinds[row.kind as OutgoingKind],
      row.accountName ?? '',
      row.subject,
      stateOf(row),
      timeOf(row.sentAt ?? row.givenUpAt),
      row.tries,
      row.lastFault ?? '',
    ])
    return granted(csvFile('发件箱', ['写入时间', '方式', '类别', '收件人', '主题', '状态', '发出或放弃时间', '发送次数', '最近一次失败原因'], cells))
  }),
  answer(contract.postOutgoingTry, async ({ tx, params, clock, audit }) => {
    audit({ objectKind: 'outgoing', objectId: params.outgoingId })
    return (await hasten(tx, params.outgoingId, clock.now())) ? granted({}) : refused('not-waiting')
  }),
  answer(contract.postTrialLetter, async ({ tx, actor, authenticated, seal, clock, audit }) => {
    audit({ objectKind: 'outgoing' })
    const sent = await sendTrial(tx, seal, { accountId: actor.accountId, name: authenticated?.actor.name ?? '', at: clock.now() })
    return sent.ok ? granted({}) : sent
  }),
]
