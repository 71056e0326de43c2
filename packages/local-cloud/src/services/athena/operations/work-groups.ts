import { invalidRequest } from '../refusal.ts'
import { describedWorkGroup, summarizedWorkGroup, workGroup } from '../work-group.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

const GROUPS_MAX = 50

export const getWorkGroup = operation('GetWorkGroup', ({ WorkGroup }, athena) => ({
  WorkGroup: describedWorkGroup(athena.workGroup(WorkGroup)),
}))

export const listWorkGroups = operation('ListWorkGroups', (input, athena) => {
  const { items, next } = page([...athena.workGroups.values()], input, GROUPS_MAX)
  return { WorkGroups: items.map(summarizedWorkGroup), ...next }
})

export const createWorkGroup = operation('CreateWorkGroup', ({ Name: name, Description: description, Configuration }, athena) => {
  if (athena.workGroups.has(name)) throw invalidRequest('WorkGroup is already created')
  athena.workGroups.set(name, workGroup({ name, description: description || undefined, createdAtMs: athena.nowMs }, Configuration))
  return {}
})

export const deleteWorkGroup = operation('DeleteWorkGroup', ({ WorkGroup }, athena) => {
  const { name } = athena.workGroup(WorkGroup)
  if (name === 'primary') throw invalidRequest('The primary WorkGroup cannot be deleted')
  athena.workGroups.delete(name)
  return {}
})
