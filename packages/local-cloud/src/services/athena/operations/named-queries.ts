import { invalidRequest } from '../refusal.ts'
import { describedNamedQuery } from '../work-group.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

const QUERIES_MAX = 50

export const createNamedQuery = operation('CreateNamedQuery', (
  { Name: name, Description: description, Database: database, QueryString: sql, WorkGroup = 'primary' }, athena,
) => {
  const id = athena.newId()
  athena.namedQueries.set(id, { id, name, description, database, sql, workGroup: athena.workGroup(WorkGroup).name })
  return { NamedQueryId: id }
})

export const getNamedQuery = operation('GetNamedQuery', ({ NamedQueryId }, athena) => {
  const found = athena.namedQueries.get(NamedQueryId)
  if (found === undefined) throw invalidRequest(`NamedQuery ${NamedQueryId} was not found`)
  return { NamedQuery: describedNamedQuery(found) }
})

export const listNamedQueries = operation('ListNamedQueries', ({ WorkGroup = 'primary', ...asked }, athena) => {
  const ofGroup = [...athena.namedQueries.values()].filter(({ workGroup }) => workGroup === WorkGroup)
  const { items, next } = page(ofGroup, asked, QUERIES_MAX)
  return { NamedQueryIds: items.map(({ id }) => id), ...next }
})

export const deleteNamedQuery = operation('DeleteNamedQuery', ({ NamedQueryId = '' }, athena) => {
  athena.namedQueries.delete(NamedQueryId)
  return {}
})
