import { versionsOf } from '../../packages/catalogue.ts'
import { invalidPackage } from '../../packages/package-error.ts'
import { operation } from '../operation.ts'

// The model lists no ResourceNotFoundException: deleting a package that is not there succeeds.
export const deletePackage = operation('DeletePackage', ({ packageName }, { state }) => {
  const { length } = versionsOf(state, packageName)
  if (length > 0) throw invalidPackage(`Package ${packageName} has ${length} versions: delete them before the package.`)
  state.packages.delete(packageName)
  state.tags.delete(state.arn(`package/${packageName}`))
  return {}
})
