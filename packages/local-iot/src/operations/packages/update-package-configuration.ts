import { invalidPackage } from '../../packages/package-error.ts'
import { packageConfiguration, setPackageConfiguration } from '../../packages/package-configuration.ts'
import { operation } from '../operation.ts'

export const updatePackageConfiguration = operation('UpdatePackageConfiguration', ({ versionUpdateByJobsConfig = {} }, { state }) => {
  const configuration = { ...packageConfiguration(state), ...versionUpdateByJobsConfig }
  if (configuration.enabled === true && configuration.roleArn === undefined)
    throw invalidPackage('versionUpdateByJobsConfig.roleArn must be given where jobs are to update shadows.')
  setPackageConfiguration(state, configuration)
  return {}
})
