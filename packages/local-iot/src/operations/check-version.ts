import { versionConflict } from '../errors/service-exception.ts'

/** Throws where the caller expects another version of what it changes; expecting none fits every version. */
export function checkVersion(what: string, { version }: { readonly version: number }, expectedVersion: number | undefined): void {
  if (expectedVersion !== undefined && expectedVersion !== version) {
    throw versionConflict(`The version for ${what} does not match the expected version.`)
  }
}
