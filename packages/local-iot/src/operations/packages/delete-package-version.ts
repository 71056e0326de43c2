import { versionKey } from '../../packages/catalogue.ts'
import { invalidPackage } from '../../packages/package-error.ts'
import { operation } from '../operation.ts'

// The model lists no ResourceNotFoundException: deleting a version that is not there succeeds.
export const deletePackageVersion = operation('DeletePackageVersion', ({ packageName, versionName }, { state }) => {
  if (state.packages.get(packageName)?.defaultVersionName === versionName) {
    throw invalidPackage(`Version ${versionName} is the default version of package ${packageName}: name another by UpdatePackage, or none, before it is deleted.`)
  }
  const key = versionKey(packageName, versionName)
  state.packageVersions.delete(key)
  state.tags.delete(state.arn(`package/${key}`))
  return {}
})
