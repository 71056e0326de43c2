import { describedAlias } from '../function-descriptions.ts'
import type { Lambda } from '../lambda.ts'
import { entryOf, notFound, type NamedFunction } from './named-function.ts'
import { operation } from './operation.ts'

export const listAliases = operation('ListAliases', (input, lambda) => ({ Aliases: aliases(input, lambda) }))

export const getAlias = operation('GetAlias', (input, lambda) => {
  const found = aliases(input, lambda).find(({ Name }) => Name === input.Name)
  if (found === undefined) throw notFound(`Cannot find alias arn: ${entryOf(input, lambda).definition.arn}:${input.Name}`)
  return found
})

function aliases({ FunctionName }: NamedFunction, lambda: Lambda) {
  const { name } = entryOf({ FunctionName }, lambda).definition
  const isAlias = (key: string, version: string | undefined) => key !== name && key !== `${name}:${String(version)}`
  return lambda.entries()
    .filter(([key, { definition }]) => definition.name === name && isAlias(key, definition.version))
    .map(([, entry]) => describedAlias(entry))
}
