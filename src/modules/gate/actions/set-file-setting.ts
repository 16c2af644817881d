// Changes how attachments are treated when they come; files that are there already stay as they are.
import type { Tx } from '../../../platform/database/database.ts'
import { saveFileSetting } from '../store/file-setting.ts'

export async function setFileSetting(
  tx: Tx,
  setting: { readonly cleanByItself: boolean },
  by: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  await saveFileSetting(tx, setting, by)
}
