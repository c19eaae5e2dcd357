import type { Language, Refusal } from '../../../base/refusals.ts'
import { ok, type Result, refuse } from '../../../base/result.ts'
import { dayAt } from '../../../kernel/period/day.ts'
import type { DatasetPorts } from '../ports.ts'
import { noVersion } from '../refusals.ts'
import type { StoredDataset, StoredVersion } from '../stored.ts'

/** The version that was asked for, whatever is left of it; the current one where none was. */
export async function versionAsked(
  ports: DatasetPorts,
  one: StoredDataset,
  n: number | undefined,
  language: Language,
): Promise<Result<StoredVersion, Refusal>> {
  if (n === undefined || n === one.current.n) return ok(one.current)
  const found = (await ports.datasets.versions(one.id)).find((version) => version.n === n)
  return found === undefined ? refuse(noVersion(language)) : ok(found)
}

/** One that can be read; of one that was thinned out what stays is said. [DAT-45] */
export async function readableVersion(
  ports: DatasetPorts,
  one: StoredDataset,
  n: number | undefined,
  language: Language,
): Promise<Result<StoredVersion, Refusal>> {
  const found = await versionAsked(ports, one, n, language)
  return found.ok && found.value.thinnedAt !== null ? refuse(thinnedOut(found.value, found.value.thinnedAt)) : found
}

const thinnedOut = ({ n, fileSha256 }: StoredVersion, at: string): Refusal => ({
  code: 'version-thinned',
  data: { n, on: dayAt(new Date(at)), sha256: fileSha256 },
})
