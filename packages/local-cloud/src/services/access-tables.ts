import type { AccessTable } from '../ground/access.ts'
import { bySigningName, loadService } from './index.ts'

/** What requests that are signed by this name ask for; `undefined` where nobody knows, and everything is let in. */
export async function accessTableOf(signingName: string): Promise<AccessTable | undefined> {
  const name = bySigningName.get(signingName)
  return name === undefined ? undefined : (await loadService(name)).access
}
