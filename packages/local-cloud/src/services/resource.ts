import type { PropertyTable } from '../ground/property.ts'
import { resource as resourceOf, type Definition, type ResourceContext as ContextOf, type ResourceType } from '../ground/resource.ts'
import type { Services } from './services.ts'

// For the types of services that have no room of their own yet: they are given all services.
export { replacement, type CreatedResource, type Existing, type ResourceType, type Status, type UpdatedResource } from '../ground/resource.ts'
export type ResourceContext = ContextOf<Services>
export const resource = resourceOf as unknown as <Table extends PropertyTable>(type: string, definition: Definition<Table, ResourceContext>) => ResourceType
