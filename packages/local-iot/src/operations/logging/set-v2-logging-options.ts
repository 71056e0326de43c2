import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

// What is left out stays.
export const setV2LoggingOptions = operation('SetV2LoggingOptions', (input, { state }) => {
  const known = state.loggingOptions.get('account')
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const roleArn = input.roleArn ?? known?.roleArn
  if (roleArn === undefined) throw invalidRequest('roleArn is required')
  state.loggingOptions.set('account', { defaultLogLevel: 'ERROR', disableAllLogs: false, ...known, ...given, roleArn })
})
