// What the bytes of a file prove to be, whatever its name says.
import { fileTypeFromBuffer } from 'file-type'
import { sniff } from './sniff.ts'

/** `pdf`, `docx`, `png`, …; `ofd`, `cfb` (old Office files) and `text` are ours. Undefined where nothing is proved. */
export async function proofOf(bytes: Buffer): Promise<string | undefined> {
  const { kind } = await sniff(bytes)
  if (kind === 'pdf' || kind === 'ofd') return kind
  if (kind === 'text' || kind === 'html') return 'text'
  if (kind === 'docx' || kind === 'xlsx') return kind
  return (await fileTypeFromBuffer(bytes))?.ext
}
