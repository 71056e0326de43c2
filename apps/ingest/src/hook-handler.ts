import { Logger } from '@aws-lambda-powertools/logger'
import { hookEvent, refused, type Decision, type HookAnswer, type HookEvent } from './fleet/hook-event.ts'

/** The Lambda handler of a pre-provisioning hook. */
export type HookHandler = (event: unknown) => Promise<HookAnswer>

/**
 * A hook that decides so. The log tells of each device that comes, and why one is refused; it has no certificate in it. What a hook fails
 * with refuses the device, too.
 */
export function hookHandler(serviceName: string, decide: (event: HookEvent) => Promise<Decision>): HookHandler {
  const logger = new Logger({ serviceName })
  return async (asked) => {
    const event = hookEvent.safeParse(asked)
    const decision = event.success ? await decide(event.data) : refused('it is no request of AWS IoT')
    const { clientId, certificateId, parameters: { SerialNumber: serial } = {} } = event.data ?? {}
    const told = { serial, clientId, certificateId }
    if (!decision.allow) {
      logger.warn('a keg is refused', { ...told, reason: decision.reason })
      return { allowProvisioning: false }
    }
    logger.info('a keg is let in', told)
    return { allowProvisioning: true, parameterOverrides: decision.parameters }
  }
}
