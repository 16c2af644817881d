// Proves the file of an archive against the manifest that it carries.
import { readZip } from '../../../platform/archives/zip.ts'
import { manifestName } from '../law/archive.ts'
import { faultsOf, readManifest, type ArchiveFault } from '../rules/archive-manifest.ts'

/** How many files it holds and what does not fit; undefined where it is no archive of ours. */
export async function archiveFaults(path: string): Promise<{ readonly files: number; readonly faults: readonly ArchiveFault[] } | undefined> {
  const found: { path: string; sha256: string }[] = []
  let manifest: string | undefined
  try {
    await readZip(
      path,
      (name) => name === manifestName,
      ({ path: name, sha256, bytes }) => {
        found.push({ path: name, sha256 })
        manifest ??= bytes?.toString('utf8')
      },
    )
  } catch {
    return undefined
  }
  const listed = manifest === undefined ? undefined : readManifest(manifest)
  return listed && { files: listed.length, faults: faultsOf(listed, found) }
}
