import { jsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { expressions } from '../expressions/name.ts'
import { glueAccess } from './access.ts'
import { GlueCatalog } from './glue-catalog.ts'
import { model } from './model.generated.ts'
import { glue } from './name.ts'
import { operations } from './operations/index.ts'
import { glueDatabase } from './resources/database.ts'
import { gluePartition } from './resources/partition.ts'
import { glueTable } from './resources/table.ts'

export const service = defineService(glue, {
  start: ({ shelves, nowMs }) => new GlueCatalog({ shelves, nowMs }),
  serve: (catalog, { accountId, start }) => serve({ name: 'Glue', model, protocols: [jsonProtocol('AWSGlue')], operations }, {
    catalog, accountId, matching: async (...asked) => (await start(expressions)).matching(...asked),
  }),
  access: glueAccess,
  resources: [glueDatabase, glueTable, gluePartition],
})
