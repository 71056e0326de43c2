import { jsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { kinesisAccess } from './access.ts'
import { Kinesis } from './kinesis.ts'
import { model } from './model.generated.ts'
import { kinesis } from './name.ts'
import { operations } from './operations/index.ts'
import { kinesisStream } from './resources/stream.ts'

export const service = defineService(kinesis, {
  start: ({ region, accountId, nowMs, shelves }) => new Kinesis({ region, accountId, nowMs, shelves }),
  serve: (running) => serve({ name: 'Kinesis', model, protocols: [jsonProtocol('Kinesis_20131202')], operations }, running),
  access: kinesisAccess,
  resources: [kinesisStream],
})
