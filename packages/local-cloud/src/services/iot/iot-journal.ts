import type { Ground } from '../../ground/ground.ts'
import { cloudWatchEntry, type LocalIotLogEntry } from '@keg/local-iot'
import { logs } from '../logs/name.ts'

/** Where AWS IoT Core writes, once its logging is set. @see https://docs.aws.amazon.com/iot/latest/developerguide/cloud-watch-logs.html */
export const IOT_LOG_GROUP = 'AWSIotLogsV2'

/** Writes what AWS IoT Core says to its log group, where there is one. */
export function iotJournal(
  { accountId, newId, running, writeLines }: Pick<Ground, 'accountId' | 'newId' | 'running' | 'writeLines'>,
): (entry: LocalIotLogEntry) => void {
  const stream = `${accountId}_0`
  return (entry) => {
    if (running(logs)?.groups.has(IOT_LOG_GROUP) !== true) return
    writeLines(IOT_LOG_GROUP, stream, [{ timestamp: entry.atMs, message: JSON.stringify(cloudWatchEntry(entry, { accountId, newId })) }])
  }
}
