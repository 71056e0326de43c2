import { findVersion, versionKey } from '../../packages/catalogue.ts'
import { operation } from '../operation.ts'

export const getPackageVersion = operation('GetPackageVersion', ({ packageName, versionName }, { state }) => {
  const { createdAtMs, updatedAtMs, clientToken: _, attributes, ...version } = findVersion(state, packageName, versionName)
  return {
    ...version,
    packageVersionArn: state.arn(`package/${versionKey(packageName, versionName)}`),
    attributes: attributes && { ...attributes },
    creationDate: new Date(createdAtMs),
    lastModifiedDate: new Date(updatedAtMs),
  }
})
