import { PACKAGE_SHADOW } from '../shadows/package-shadow.ts'
import type { ShadowService } from '../shadows/shadow-service.ts'
import type { IotState } from '../state/iot-state.ts'
import { packageConfiguration } from './package-configuration.ts'
import { deployableVersion } from './catalogue.ts'

/**
 * Tells in the `$package` shadow of a thing that a job has installed these versions, where the account has asked for it by
 * UpdatePackageConfiguration. Answers whether it was told. Throws ServiceException for a version that is gone.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/preparing-jobs-for-service-package-catalog.html
 */
export async function reportInstalled(
  core: { readonly state: IotState; readonly shadows: ShadowService }, thingName: string, versionArns: readonly string[],
): Promise<boolean> {
  const { state, shadows } = core
  if (packageConfiguration(state).enabled !== true || versionArns.length === 0) return false
  const versions = versionArns.map((arn) => deployableVersion(state, arn))
  const reported = Object.fromEntries(versions.map(({ packageName, versionName }) => [packageName, { version: versionName }]))
  const payload = new TextEncoder().encode(JSON.stringify({ state: { reported } }))
  const { rejected } = await shadows.request('update', { thingName, shadowName: PACKAGE_SHADOW }, payload)
  return rejected === undefined
}
