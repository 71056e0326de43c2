import { packageConfiguration } from '../../packages/package-configuration.ts'
import { operation } from '../operation.ts'

export const getPackageConfiguration = operation('GetPackageConfiguration', (_, { state }) => ({
  versionUpdateByJobsConfig: packageConfiguration(state),
}))
