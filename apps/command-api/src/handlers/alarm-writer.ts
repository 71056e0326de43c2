import { Logger } from '@aws-lambda-powertools/logger'
import { changeLogFromEnvironment, readingsFromEnvironment, storeFromEnvironment, variable } from '@keg/store/environment'
import { setTimeout as delay } from 'node:timers/promises'
import { nowMs } from '../adapters/clock.ts'
import { iotWishes } from '../adapters/wishes.ts'
import { readAlarmEvent } from '../writers/alarm-event.ts'
import { lowerWarmKegs } from '../writers/lower-warm-kegs.ts'

const logger = new Logger({ serviceName: 'alarm-writer' })
/** A reading goes through a stream before it is in the store, and an alarm may be faster. */
const lagMs = Number(variable('READINGS_LAG_SEC')) * 1_000
const ports = {
  readings: readingsFromEnvironment(storeFromEnvironment()), wishes: iotWishes(), log: changeLogFromEnvironment(), nowMs,
  celsius: Number(variable('WARM_CELSIUS')),
}

/** An alarm of warm beer → what is wished of the kegs that are warm. */
export const handler = async (event: unknown): Promise<void> => {
  const alarm = readAlarmEvent(event)
  if (alarm === undefined) return
  await delay(Math.min(lagMs, alarm.begunAtMs + lagMs - nowMs()))
  logger.info('alarm settled', { ...alarm, kegs: await lowerWarmKegs(alarm, ports) })
}
