import { findPackage, findVersion } from '../../packages/catalogue.ts'
import { invalidPackage } from '../../packages/package-error.ts'
import { operation } from '../operation.ts'

// A draft is not to be the default: preparing-to-use-software-package-catalog.html#default-version
export const updatePackage =
  operation('UpdatePackage', ({ packageName, description, defaultVersionName, unsetDefaultVersion = false }, { state }) => {
    const known = findPackage(state, packageName)
    if (defaultVersionName !== undefined) {
      if (unsetDefaultVersion) throw invalidPackage('defaultVersionName and unsetDefaultVersion can not both be given.')
      const { status } = findVersion(state, packageName, defaultVersionName)
      if (status === 'DRAFT') throw invalidPackage(`Version ${defaultVersionName} is a draft and can not be the default version.`)
    }
    state.packages.set(packageName, {
      ...known, updatedAtMs: state.clock.nowMs(),
      description: description ?? known.description,
      defaultVersionName: unsetDefaultVersion ? undefined : (defaultVersionName ?? known.defaultVersionName),
    })
    return {}
  })
