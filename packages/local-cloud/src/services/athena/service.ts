import { jsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { duckDb } from '../duckdb/name.ts'
import { glue } from '../glue/name.ts'
import { s3 } from '../s3/name.ts'
import { objectsOf } from '../s3/objects.ts'
import { athenaAccess } from './access.ts'
import { Athena } from './athena.ts'
import { model } from './model.generated.ts'
import { athena } from './name.ts'
import { operations } from './operations/index.ts'
import { invalidRequest } from './refusal.ts'
import { athenaNamedQuery } from './resources/named-query.ts'
import { athenaWorkGroup } from './resources/work-group.ts'

export const service = defineService(athena, {
  uses: { duckDb, glue },
  // S3's engine starts with the first query.
  start: (ground, used) => new Athena({ ...ground, ...used, objects: objectsOf(() => ground.start(s3)) }),
  serve: (running) =>
    serve({ name: 'Athena', model, protocols: [jsonProtocol('AmazonAthena')], operations, invalid: invalidRequest }, running),
  access: athenaAccess,
  resources: [athenaNamedQuery, athenaWorkGroup],
  stop: (running) => running.close(),
})
