import { getAlias, listAliases } from './aliases.ts'
import { getEventSourceMapping, listEventSourceMappings } from './event-source-mappings.ts'
import { getFunctionEventInvokeConfig, getFunctionUrlConfig, getPolicy } from './function-settings.ts'
import { getFunction, getFunctionConfiguration, listFunctions, listVersionsByFunction } from './functions.ts'

export const operations = [
  getAlias, getEventSourceMapping, getFunction, getFunctionConfiguration, getFunctionEventInvokeConfig, getFunctionUrlConfig, getPolicy,
  listAliases, listEventSourceMappings, listFunctions, listVersionsByFunction,
]
