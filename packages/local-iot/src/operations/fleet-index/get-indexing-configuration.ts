import { managedFields, THING_GROUP_FIELDS } from '../../fleet-index/managed-fields.ts'
import { operation } from '../operation.ts'

export const getIndexingConfiguration = operation('GetIndexingConfiguration', (_, { fleetIndex }) => {
  const { things, groups } = fleetIndex.configuration
  const managedOfGroups = groups.thingGroupIndexingMode === 'ON' ? { managedFields: [...THING_GROUP_FIELDS] } : {}
  return {
    thingIndexingConfiguration: { ...things, ...(fleetIndex.isOn ? { managedFields: [...managedFields(things)] } : {}) },
    thingGroupIndexingConfiguration: { ...groups, ...managedOfGroups },
  }
})
