import { describedConfiguration } from '../function-descriptions.ts'
import { entryOf } from './named-function.ts'
import { operation } from './operation.ts'

export const getFunction = operation('GetFunction', (input, lambda) => {
  const entry = entryOf(input, lambda)
  const { reservedConcurrency } = entry.definition
  return {
    Configuration: describedConfiguration(entry),
    Code: { RepositoryType: 'S3' },
    Tags: {},
    ...(reservedConcurrency === undefined ? {} : { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
  }
})

export const getFunctionConfiguration = operation('GetFunctionConfiguration', (input, lambda) =>
  describedConfiguration(entryOf(input, lambda)))

export const listFunctions = operation('ListFunctions', ({ FunctionVersion }, lambda) => {
  const all = FunctionVersion === 'ALL'
  const isVersion = (arn: string, version: string | undefined) => arn.endsWith(`:${String(version)}`)
  const shown = lambda.entries().filter(([key, { definition: { name, arn, version } }]) => key === name || (all && isVersion(arn, version)))
  return { Functions: shown.map(([, entry]) => describedConfiguration(entry, all)) }
})

export const listVersionsByFunction = operation('ListVersionsByFunction', (input, lambda) => {
  const { name } = entryOf(input, lambda).definition
  const isVersion = (key: string, version: string | undefined) => key === name || key === `${name}:${String(version)}`
  const versions = lambda.entries().filter(([key, { definition }]) => definition.name === name && isVersion(key, definition.version))
  return { Versions: versions.map(([, entry]) => describedConfiguration(entry, true)) }
})
