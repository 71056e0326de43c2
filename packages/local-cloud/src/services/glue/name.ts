import { serviceName } from '../../ground/service-name.ts'
import type { GlueCatalog } from './glue-catalog.ts'

/** The Glue Data Catalog. */
export const glue = serviceName<GlueCatalog>('glue')
