import { findVersion, versionKey } from '../../packages/catalogue.ts'
import { checkEdit, statusAfter, type VersionAction } from '../../packages/version-status.ts'
import { operation } from '../operation.ts'

export const updatePackageVersion = operation('UpdatePackageVersion', (input, { state }) => {
  const { packageName, versionName, action, description, attributes, artifact, recipe } = input
  const known = findVersion(state, packageName, versionName)
  checkEdit(known.status, input)
  state.packageVersions.set(versionKey(packageName, versionName), {
    ...known, updatedAtMs: state.clock.nowMs(),
    description: description ?? known.description,
    attributes: attributes ?? known.attributes,
    artifact: artifact ?? known.artifact,
    recipe: recipe ?? known.recipe,
    // One of the two, by the service model.
    status: action === undefined ? known.status : statusAfter(known.status, action as VersionAction),
  })
  return {}
})
