import { randomUUID } from 'node:crypto'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { CloudLogEntry } from '@keg/local-cloud'
import { cloudWatchEntry, type LocalIotLogEntry } from '@keg/local-iot'
import { choiceFlag, textFlag } from './flags.ts'
import { entryOf } from './printable.ts'
import type { Flags } from './verb.ts'

/** The flag of a verb that logs what a core does. */
export const logFlags: ParseArgsOptionsConfig = { log: { type: 'string' } }

/**
 * How an entry is written by `--log aws`: as AWS IoT does; `undefined` where it is to be one for people. `core` has its account once it
 * runs.
 */
export function awsLogLine(flags: Flags, core: { readonly accountId?: string }): ((entry: LocalIotLogEntry) => string) | undefined {
  if (choiceFlag(flags, 'log', ['text', 'aws']) !== 'aws') return undefined
  return (entry) =>
    JSON.stringify(cloudWatchEntry(entry, { accountId: core.accountId ?? textFlag(flags, 'account-id'), newId: randomUUID }))
}

/** An entry of a cloud's log, for people. */
export function cloudLogLine({ level, source, functionName, requestId, message }: Omit<CloudLogEntry, 'constructPath' | 'iot'>): string {
  return entryOf([level, source, functionName, requestId, message].filter((part) => part !== undefined).join(' '))
}
