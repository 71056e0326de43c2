import { jsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { duckDb } from '../duckdb/name.ts'
import { expressions } from '../expressions/name.ts'
import { glue } from '../glue/name.ts'
import { kinesis } from '../kinesis/name.ts'
import { lambda } from '../lambda/name.ts'
import { objectsOf } from '../s3/objects.ts'
import { s3 } from '../s3/name.ts'
import { firehoseAccess } from './access.ts'
import { Firehose } from './firehose.ts'
import { model } from './model.generated.ts'
import { firehose } from './name.ts'
import { operations } from './operations/index.ts'
import { kinesisFirehoseDeliveryStream } from './resources/delivery-stream.ts'

/** How long the last delivery may take after the cloud is closed. */
const DRAIN_MS = 5_000

export const service = defineService(firehose, {
  uses: { duckDb, expressions, glue, kinesis, lambda },
  start: (ground, used) => new Firehose({
    ...ground, ...used,
    // The engine starts with the first delivery.
    objects: objectsOf(() => ground.start(s3)),
    log: (message) => ground.log({ level: 'warn', source: 'firehose', message }),
  }),
  serve: (streams) => serve({ name: 'Firehose', model, protocols: [jsonProtocol('Firehose_20150804')], operations }, streams),
  access: firehoseAccess,
  resources: [kinesisFirehoseDeliveryStream],
  resume: (streams) => streams.start(),
  stop: (streams) => streams.close(DRAIN_MS),
})
