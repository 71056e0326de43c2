import { ServiceException } from '@keg/aws-service'
import { EngineEnded } from '../../engine-process/engine-ended.ts'
import type { Kept, TableInput } from '../catalog-entry.ts'
import { named, readInput, tableInput } from '../catalog-input.ts'
import type { Table } from '../model.generated.ts'
import { each } from './each.ts'
import { operation, type GlueState } from './operation.ts'
import { page } from './page.ts'

export const createTable = operation('CreateTable', ({ DatabaseName, TableInput: input }, { catalog }) => {
  catalog.createTable(DatabaseName, named(readInput(tableInput, input, 'TableInput')))
  return {}
})

export const getTable = operation('GetTable', ({ DatabaseName, Name }, state) => ({
  Table: described(DatabaseName, state.catalog.table(DatabaseName, Name), state),
}))

export const getTables = operation('GetTables', async (input, state) => {
  const { DatabaseName, Expression } = input
  const all = state.catalog.tables(DatabaseName)
  const names = Expression === undefined ? undefined : await matchingNames(Expression, all.map(({ input: { Name } }) => Name), state)
  const { items, NextToken } = page(all.filter(({ input: { Name } }) => names?.has(Name) !== false), input)
  return { TableList: items.map((table) => described(DatabaseName, table, state)), NextToken }
})

export const updateTable = operation('UpdateTable', ({ DatabaseName, TableInput: input }, { catalog }) => {
  catalog.updateTable(DatabaseName, named(readInput(tableInput, input, 'TableInput')))
  return {}
})

export const deleteTable = operation('DeleteTable', ({ DatabaseName, Name }, { catalog }) => {
  catalog.deleteTable(DatabaseName, Name)
  return {}
})

export const batchDeleteTable = operation('BatchDeleteTable', ({ DatabaseName, TablesToDelete }, { catalog }) => ({
  Errors: each(TablesToDelete, (name) => catalog.deleteTable(DatabaseName, name), (TableName, ErrorDetail) => ({ TableName, ErrorDetail })),
}))

function described(database: string, { input, createdAtMs, updatedAtMs, version }: Kept<TableInput>, { accountId }: GlueState): Table {
  return {
    ...input,
    DatabaseName: database.toLowerCase(),
    CreateTime: createdAtMs / 1000,
    UpdateTime: updatedAtMs / 1000,
    IsRegisteredWithLakeFormation: false,
    CatalogId: accountId,
    VersionId: String(version),
  }
}

async function matchingNames(expression: string, names: readonly string[], { matching }: GlueState): Promise<ReadonlySet<string>> {
  try {
    return new Set(await matching(`^(?:${expression})$`, names))
  } catch (error) {
    const wrong = error instanceof EngineEnded ? `takes too long: ${error.message}` : 'is no regular expression.'
    throw new ServiceException('InvalidInputException', 400, `The Expression ${expression} ${wrong}`)
  }
}
