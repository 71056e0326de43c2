import { Logger } from '@aws-lambda-powertools/logger'
import { variable } from '@keg/store/variable'
import type { SNSEvent } from 'aws-lambda'
import { iotMitigation } from './adapters/iot-mitigation.ts'
import { isolate } from './fleet/isolation.ts'

const logger = new Logger({ serviceName: 'quarantine-keg' })
const startMitigation = iotMitigation(variable('MITIGATION_ACTION'))

/** Alarms of Device Defender → the kegs that they are about are put into quarantine. What fails Lambda tries again, and keeps then. */
export async function handler({ Records }: SNSEvent): Promise<void> {
  for (const { Sns: { Message } } of Records) {
    const told = await isolate(Message, startMitigation)
    logger[told.outcome === 'no alarm' ? 'error' : 'warn']('alarm settled', { ...told })
  }
}
