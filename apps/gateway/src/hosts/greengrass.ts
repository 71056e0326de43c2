import { greengrassComponent, greengrassLine } from '@keg/uplink/greengrass'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { greengrassConfig, type GreengrassConfig, type SiteConfig } from '../config/config.ts'
import { unusable, type ConfigChange, type Host } from '../host/host.ts'

const CALL_TIMEOUT_SEC = 10

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
 * A gateway as a Greengrass component: configured by its deployment, with the nucleus's connection to AWS IoT Core. Throws
 * {@link ConfigError} where the nucleus's variables are missing.
 */
export function greengrass(environment: NucleusEnvironment, log: (line: string) => void): Host {
  const { AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT: socketFile, SVCUID: authToken, AWS_IOT_THING_NAME: thingName } = environment
  if (socketFile === undefined || authToken === undefined) {
    throw unusable('AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT or SVCUID is missing: the nucleus sets both for the script of a component; without one, use --config FILE')
  }
  const component = greengrassComponent({ socketFile, authToken })
  component.onState((state, reason) => state !== 'connected' && log(`nucleus ${state}: ${reason}`))
  let config: (GreengrassConfig & SiteConfig) | undefined
  const read = async () => withGateway(parse(await component.configuration()), thingName)

  /** What has changed since it was read last; nothing, where several events tell of one change. */
  async function change(): Promise<ConfigChange | undefined> {
    const now = await read()
    const before = config
    config = now
    if (isDeepStrictEqual(now, before)) return undefined
    return before !== undefined && isDeepStrictEqual({ ...now, kegs: [] }, { ...before, kegs: [] })
      ? { kind: 'kegs', kegs: now.kegs }
      : { kind: 'all', config: now }
  }

  return {
    // The nucleus answers when it has spooled a message, and may lose it after.
    acknowledgedBy: 'cloud',
    async configuration() {
      return (config = await read())
    },
    newLine: () => greengrassLine({
      socketFile, authToken, callTimeoutMs: (config?.cloud.callTimeoutSec ?? CALL_TIMEOUT_SEC) * 1_000,
      onProblem: (filter, error) => log(`${filter}: ${error instanceof Error ? error.message : String(error)}`),
    }),
    follow(handler) {
      let ended = false
      component.onConfigurationUpdate(() => {
        const told = change()
          .catch((error: unknown): ConfigChange => ({ kind: 'refused', problem: error instanceof Error ? error.message : String(error) }))
        void told.then((found) => found !== undefined && !ended && handler(found))
      })
      return () => void (ended = true)
    },
    serving: () => component.reportState('RUNNING'),
    close: () => component.close(),
  }
}

/** The configuration without what is for the nucleus. */
function parse(configuration: unknown): GreengrassConfig {
  const { accessControl: _access, ...own } = typeof configuration === 'object' && configuration !== null
    ? { accessControl: undefined, ...configuration }
    : {}
  const checked = greengrassConfig.safeParse(own)
  if (!checked.success) throw unusable(z.prettifyError(checked.error))
  return checked.data
}

function withGateway(config: GreengrassConfig, thingName: string | undefined): GreengrassConfig & SiteConfig {
  const gatewayId = config.gatewayId ?? thingName
  if (gatewayId === undefined) throw unusable('gatewayId is missing, and so is AWS_IOT_THING_NAME, which a nucleus from 2.3 on sets')
  // The policy of the core device pins the batch topic to its thing.
  if (thingName !== undefined && gatewayId !== thingName)
    throw unusable(`gatewayId: this core device is the thing ${thingName}, not ${gatewayId}; leave gatewayId out`)
  return { ...config, gatewayId }
}
