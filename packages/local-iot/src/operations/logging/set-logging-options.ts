import { operation } from '../operation.ts'

export const setLoggingOptions =
  operation('SetLoggingOptions', ({ loggingOptionsPayload: { roleArn, logLevel = 'DISABLED' } }, { state }) => {
    state.settings.set('loggingRoleArn', roleArn)
    state.settings.set('logLevel', logLevel)
  })
