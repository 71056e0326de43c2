import type { KegState } from '@keg/message-schemas/keg'

/** The newer of the settings that were stored and those that came live; of the same version, the latter. Absent = there are none. */
export function newerSettings<Stored extends { readonly version?: number | undefined }>(
  stored: Stored | undefined, live: KegState | undefined,
): Stored | KegState | undefined {
  if (stored === undefined || live === undefined) return live ?? stored
  return (stored.version ?? 0) > live.version ? stored : live
}
