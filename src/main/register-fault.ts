// Says in one plain sentence where the public register does not fit.
import type { RegisterFault } from '../modules/publication/index.ts'

const words: Readonly<Record<RegisterFault['kind'], readonly [string, string]>> = {
  'link-missing': ['缺少一环', 'a link is missing'],
  'entry-missing': ['记录已不存在', 'the entry is gone'],
  'chain-broken': ['与前一环不相连', 'does not follow the one before'],
  'entry-changed': ['记录被改动', 'the entry was changed'],
  'entry-unlinked': ['记录尚未登记入链', 'the entry is not linked'],
  'checkpoint-forged': ['签名不是受信任的密钥所作', 'the signature is not of a trusted key'],
  'checkpoint-of-other-chain': ['签名点属于另一条链', 'the checkpoint belongs to another chain'],
  'checkpoint-lost': ['签名点已不存在', 'the checkpoint is gone'],
  'document-changed': ['公开的内容与登记不符', 'a document is not what was registered'],
  'document-missing': ['登记的信息已不存在', 'a registered document is gone'],
  'document-without-entry': ['公开的信息没有登记', 'a public document has no entry'],
  'revision-changed': ['历史版本与登记不符', 'an earlier text is not what was registered'],
  'tombstone-changed': ['撤下记录被改动', 'the note of a withdrawal was changed'],
  'tombstone-missing': ['撤下记录已不存在', 'the note of a withdrawal is gone'],
}

export function faultSentence(fault: RegisterFault): string {
  const [chinese, english] = words[fault.kind]
  const where = Object.entries(fault)
    .flatMap(([name, value]) => (name === 'kind' || value === null ? [] : [`${name} ${String(value)}`]))
    .join(', ')
  return `公开登记簿不符：${chinese}（${where}）\nThe public register does not fit: ${english} (${where}).`
}
