import { madeBefore, versionKey } from '../../packages/catalogue.ts'
import { invalidPackage } from '../../packages/package-error.ts'
import { checkEdit } from '../../packages/version-status.ts'
import type { PackageVersion } from '../../state/packages.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { tagList } from './tag-list.ts'

export const createPackageVersion = operation('CreatePackageVersion', ({ tags, ...input }, { state }) => {
  const { packageName, versionName, clientToken, attributes, description } = input
  const key = versionKey(packageName, versionName)
  const packageVersionArn = state.arn(`package/${key}`)
  const answer = ({ status }: Pick<PackageVersion, 'status'>) => ({
    packageVersionArn, packageName, versionName, description, attributes, status,
  })
  // The model lists no ResourceNotFoundException.
  if (!state.packages.has(packageName)) throw invalidPackage(`Package ${packageName} does not exist.`)
  const known = madeBefore(state.packageVersions.get(key), clientToken, versionName)
  if (known !== undefined) return answer(known)
  checkEdit('DRAFT', input)
  const nowMs = state.clock.nowMs()
  const version: PackageVersion = { ...input, status: 'DRAFT', createdAtMs: nowMs, updatedAtMs: nowMs }
  tagCreated(state, packageVersionArn, tagList(tags))
  state.packageVersions.set(key, version)
  return answer(version)
})
