import type { PackageVersion, PackageVersionStatus } from '../state/packages.ts'
import { invalidPackage } from './package-error.ts'

export type VersionAction = 'PUBLISH' | 'DEPRECATE'

/** What each action leads to, by the status that it starts from. */
const MOVES: Readonly<Record<VersionAction, Readonly<Partial<Record<PackageVersionStatus, PackageVersionStatus>>>>> = {
  PUBLISH: { DRAFT: 'PUBLISHED', DEPRECATED: 'PUBLISHED' },
  DEPRECATE: { PUBLISHED: 'DEPRECATED' },
}

/**
 * The status after an action. Throws ValidationException for one that does not follow.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/preparing-to-use-software-package-catalog.html#package-version-lifecycle
 */
export function statusAfter(status: PackageVersionStatus, action: VersionAction): PackageVersionStatus {
  const next = MOVES[action][status]
  if (next === undefined)
    throw invalidPackage(`A package version that is ${status} can not be made ${action === 'PUBLISH' ? 'PUBLISHED' : 'DEPRECATED'}.`)
  return next
}

/** Quota: the size of a version's attributes, names and values. */
const MAX_ATTRIBUTE_BYTES = 3072

/** What of a version only a draft may change. */
type DraftMembers = Partial<Pick<PackageVersion, 'attributes' | 'artifact' | 'recipe'>>

/** Throws ValidationException where a version that is no draft is to change more than its description, or attributes are too large. */
export function checkEdit(status: PackageVersionStatus, edit: DraftMembers): void {
  const member = (['attributes', 'artifact', 'recipe'] as const).find((name) => edit[name] !== undefined)
  if (status !== 'DRAFT' && member !== undefined)
    throw invalidPackage(`${member} can be changed in a draft only; the package version is ${status}.`)
  const bytes = Object.entries(edit.attributes ?? {})
    .reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0)
  if (bytes > MAX_ATTRIBUTE_BYTES)
    throw invalidPackage(`The attributes of a package version can have at most ${MAX_ATTRIBUTE_BYTES} bytes together; these have ${bytes}.`)
}
