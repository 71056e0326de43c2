import { deleteV2LoggingLevel } from './delete-v2-logging-level.ts'
import { getLoggingOptions } from './get-logging-options.ts'
import { getV2LoggingOptions } from './get-v2-logging-options.ts'
import { listV2LoggingLevels } from './list-v2-logging-levels.ts'
import { setLoggingOptions } from './set-logging-options.ts'
import { setV2LoggingLevel } from './set-v2-logging-level.ts'
import { setV2LoggingOptions } from './set-v2-logging-options.ts'

/** The operations on logging, by AWS's name. */
export const loggingOperations = {
  DeleteV2LoggingLevel: deleteV2LoggingLevel,
  GetLoggingOptions: getLoggingOptions,
  GetV2LoggingOptions: getV2LoggingOptions,
  ListV2LoggingLevels: listV2LoggingLevels,
  SetLoggingOptions: setLoggingOptions,
  SetV2LoggingLevel: setV2LoggingLevel,
  SetV2LoggingOptions: setV2LoggingOptions,
} as const
