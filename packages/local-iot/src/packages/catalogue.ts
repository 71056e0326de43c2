import type { IotState } from '../state/iot-state.ts'
import type { PackageVersion, SoftwarePackage } from '../state/packages.ts'
import { invalidPackage, noPackage, packageConflict } from './package-error.ts'

type Catalogue = Pick<IotState, 'packages' | 'packageVersions'>

/** Names have no slash. */
export const versionKey = (packageName: string, versionName: string) => `${packageName}/version/${versionName}`

/** Throws ResourceNotFoundException. */
export function findPackage({ packages }: Catalogue, packageName: string): SoftwarePackage {
  const found = packages.get(packageName)
  if (found === undefined) throw noPackage(`Package ${packageName} does not exist.`)
  return found
}

/** Throws ResourceNotFoundException. */
export function findVersion({ packageVersions }: Catalogue, packageName: string, versionName: string): PackageVersion {
  const found = packageVersions.get(versionKey(packageName, versionName))
  if (found === undefined) throw noPackage(`Version ${versionName} of package ${packageName} does not exist.`)
  return found
}

export const versionsOf = ({ packageVersions }: Catalogue, packageName: string): PackageVersion[] =>
  [...packageVersions.values()].filter((version) => version.packageName === packageName)

/** What is there by the same request before; `undefined` where nothing is. Throws ConflictException where another request has made it. */
export function madeBefore<Item extends { readonly clientToken?: string | undefined }>(
  item: Item | undefined, clientToken: string | undefined, name: string,
): Item | undefined {
  if (item === undefined || (clientToken !== undefined && item.clientToken === clientToken)) return item
  throw packageConflict(`${name} already exists.`, name)
}

/** The version that an ARN names, if jobs may install it. Throws ValidationException or ResourceNotFoundException. */
export function deployableVersion(state: IotState, versionArn: string): PackageVersion {
  const prefix = state.arn('package/')
  const [, packageName, versionName] = versionArn.startsWith(prefix)
    ? (/^([^/]+)\/version\/([^/]+)$/.exec(versionArn.slice(prefix.length)) ?? [])
    : []
  if (packageName === undefined || versionName === undefined) throw invalidPackage(`${versionArn} is the ARN of no package version.`)
  const version = findVersion(state, packageName, versionName)
  if (version.status === 'DRAFT')
    throw invalidPackage(`Version ${versionName} of package ${packageName} is a draft and can not be deployed.`)
  return version
}
