import type { DatabaseInput, Kept } from '../catalog-entry.ts'
import { databaseInput, named, readInput } from '../catalog-input.ts'
import type { Database } from '../model.generated.ts'
import { operation, type GlueState } from './operation.ts'
import { page } from './page.ts'

export const createDatabase = operation('CreateDatabase', ({ DatabaseInput: input }, { catalog }) => {
  catalog.createDatabase(named(readInput(databaseInput, input, 'DatabaseInput')))
  return {}
})

export const getDatabase = operation('GetDatabase', ({ Name }, state) => ({ Database: described(state.catalog.database(Name), state) }))

export const getDatabases = operation('GetDatabases', (input, state) => {
  const { items, NextToken } = page(state.catalog.databases(), input)
  return { DatabaseList: items.map((database) => described(database, state)), NextToken }
})

export const updateDatabase = operation('UpdateDatabase', ({ Name, DatabaseInput: input }, { catalog }) => {
  catalog.updateDatabase(Name, named(readInput(databaseInput, input, 'DatabaseInput')))
  return {}
})

export const deleteDatabase = operation('DeleteDatabase', ({ Name }, { catalog }) => {
  catalog.deleteDatabase(Name)
  return {}
})

function described({ input, createdAtMs }: Kept<DatabaseInput>, { accountId }: GlueState): Database {
  return { ...input, CreateTime: createdAtMs / 1000, CatalogId: accountId }
}
