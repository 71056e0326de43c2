import { serviceName } from '../../ground/service-name.ts'
import type { GlueCatalog } from './glue-catalog.ts'

export const glue = serviceName<GlueCatalog>('glue')
