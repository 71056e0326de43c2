import { findPackage } from '../../packages/catalogue.ts'
import { operation } from '../operation.ts'

export const getPackage = operation('GetPackage', ({ packageName }, { state }) => {
  const { description, defaultVersionName, createdAtMs, updatedAtMs } = findPackage(state, packageName)
  const dates = { creationDate: new Date(createdAtMs), lastModifiedDate: new Date(updatedAtMs) }
  return { packageName, packageArn: state.arn(`package/${packageName}`), description, defaultVersionName, ...dates }
})
