import { operation } from '../operation.ts'
import { levelKey } from './v2-logging.ts'

// The model lists no ResourceNotFoundException: deleting what is not there succeeds.
export const deleteV2LoggingLevel = operation('DeleteV2LoggingLevel', ({ targetType, targetName }, { state }) => {
  state.loggingLevels.delete(levelKey(targetType, targetName))
})
