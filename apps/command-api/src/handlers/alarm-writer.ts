import { Logger } from '@aws-lambda-powertools/logger'
import { changeLogFromEnvironment, readingsFromEnvironment, storeFromEnvironment, variable } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { iotWishes } from '../adapters/wishes.ts'
import { readAlarmEvent } from '../writers/alarm-event.ts'
import { lowerWarmKegs } from '../writers/lower-warm-kegs.ts'

const logger = new Logger({ serviceName: 'alarm-writer' })
const ports = { readings: readingsFromEnvironment(storeFromEnvironment()), wishes: iotWishes(), log: changeLogFromEnvironment(), nowMs, celsius: Number(variable('WARM_CELSIUS')) }

/** An alarm of warm beer → what is wished of the kegs that are warm. */
export const handler = async (event: unknown): Promise<void> => {
  const alarm = readAlarmEvent(event)
  if (alarm === undefined) return
  logger.info('alarm settled', { ...alarm, kegs: await lowerWarmKegs(alarm, ports) })
}
