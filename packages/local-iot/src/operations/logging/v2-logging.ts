import type { IotState, LoggingOptions } from '../../state/iot-state.ts'
import { ServiceException } from '../../errors/service-exception.ts'

/** The account's options; throws where none were set. */
export function loggingOptions({ loggingOptions: options }: IotState): LoggingOptions {
  const known = options.get('account')
  if (known === undefined) throw new ServiceException('NotConfiguredException', 404, 'The resource is not configured.')
  return known
}

/** The key of a target's level: the default has no name. */
export const levelKey = (targetType: string, targetName = '') => `${targetType} ${targetName}`
