// The last act of writing a file whole or not at all.
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Gives a synced draft its name, and returns when the name, too, would outlast a power cut: what is acknowledged or sealed afterwards may rely on it. */
export async function moveIntoPlace(draft: string, path: string): Promise<void> {
  await rename(draft, path)
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
