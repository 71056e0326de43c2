import { operation } from '../operation.ts'

export const getLoggingOptions = operation('GetLoggingOptions', (_input, { state }) => ({
  roleArn: state.settings.get('loggingRoleArn'),
  logLevel: state.settings.get('logLevel') ?? 'DISABLED',
}))
