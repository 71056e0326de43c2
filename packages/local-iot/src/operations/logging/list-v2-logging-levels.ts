import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { levelKey, loggingOptions } from './v2-logging.ts'

export const listV2LoggingLevels = operation('ListV2LoggingLevels', ({ targetType, nextToken, maxResults = 50 }, { state }) => {
  const { defaultLogLevel = 'ERROR' } = loggingOptions(state)
  const all = [{ logTarget: { targetType: 'DEFAULT' }, logLevel: defaultLogLevel }, ...state.loggingLevels.values()]
  const levels = all.filter(({ logTarget }) => targetType === undefined || logTarget.targetType === targetType)
  const key = ({ logTarget }: (typeof all)[number]) => levelKey(logTarget.targetType, logTarget.targetName)
  const { items, nextToken: next } = page(levels, key, nextToken, maxResults)
  return { logTargetConfigurations: items, nextToken: next }
})
