import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { levelKey, loggingOptions } from './v2-logging.ts'

export const setV2LoggingLevel = operation('SetV2LoggingLevel', ({ logTarget, logLevel }, { state }) => {
  const options = loggingOptions(state)
  const { targetType, targetName } = logTarget
  if (targetType === 'DEFAULT') {
    if (targetName !== undefined) throw invalidRequest('The DEFAULT target has no name')
    state.loggingOptions.set('account', { ...options, defaultLogLevel: logLevel })
    return
  }
  if (targetName === undefined) throw invalidRequest(`A ${targetType} target needs a name`)
  state.loggingLevels.set(levelKey(targetType, targetName), { logTarget, logLevel })
})
