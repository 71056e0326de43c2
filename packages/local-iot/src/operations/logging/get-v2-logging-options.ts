import { operation } from '../operation.ts'
import { loggingOptions } from './v2-logging.ts'

export const getV2LoggingOptions = operation('GetV2LoggingOptions', (_input, { state }) => loggingOptions(state))
