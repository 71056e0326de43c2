import { greengrassComponent, greengrassLine } from '@keg/uplink/greengrass'
import * as z from 'zod'
import { greengrassConfig, type GreengrassConfig } from '../config.ts'
import { ConfigError, parseConfig, type Host } from './host.ts'

/** What the nucleus sets for a component's scripts. */
export interface NucleusEnvironment {
  readonly AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT?: string | undefined
  readonly SVCUID?: string | undefined
  /** The core device's thing. */
  readonly AWS_IOT_THING_NAME?: string | undefined
}

/** Whether the environment is that of a component. */
export const isUnderGreengrass = (environment: NucleusEnvironment): boolean =>
  environment.AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT !== undefined && environment.SVCUID !== undefined

/**
 * A gateway as a Greengrass component: configured by its deployment, with the nucleus's connection to AWS IoT Core. Throws {@link ConfigError} where the
 * nucleus's variables are missing.
 */
export function greengrass(environment: NucleusEnvironment, log: (line: string) => void): Host {
  const { AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT: socketFile, SVCUID: authToken, AWS_IOT_THING_NAME: thingName } = environment
  if (socketFile === undefined || authToken === undefined) {
    throw new ConfigError('AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT or SVCUID is missing: the nucleus sets both for the script of a component; without one, use --config FILE')
  }
  const component = greengrassComponent({ socketFile, authToken })
  component.onState((state, reason) => state !== 'connected' && log(`nucleus ${state}: ${reason}`))
  let config: GreengrassConfig | undefined
  return {
    // The nucleus answers when it has spooled a message, and may lose it after.
    acknowledgedBy: 'cloud',
    async configuration() {
      config = parseConfig(greengrassConfig, withoutAccess(await component.configuration()), z.prettifyError)
      const gatewayId = config.gatewayId ?? thingName
      if (gatewayId === undefined) throw new ConfigError('gatewayId is missing, and AWS_IOT_THING_NAME, which a nucleus from 2.3 on sets')
      // The policy of the core device pins the batch topic to its thing.
      if (thingName !== undefined && gatewayId !== thingName) throw new ConfigError(`gatewayId: this core device is the thing ${thingName}, not ${gatewayId}; leave gatewayId out`)
      return { ...config, gatewayId }
    },
    newLine() {
      if (config === undefined) throw new Error('There is no line before the configuration is read.')
      return greengrassLine({
        socketFile, authToken, callTimeoutMs: config.cloud.callTimeoutSec * 1_000,
        onProblem: (filter, error) => log(`${filter}: ${error instanceof Error ? error.message : String(error)}`),
      })
    },
    onChange: (handler) => component.onConfigurationUpdate(handler),
    serving: () => component.reportState('RUNNING'),
    close: () => component.close(),
  }
}

/** The configuration without what is for the nucleus. */
function withoutAccess(configuration: unknown): unknown {
  if (typeof configuration !== 'object' || configuration === null || !('accessControl' in configuration)) return configuration
  const { accessControl: _access, ...own } = configuration
  return own
}
