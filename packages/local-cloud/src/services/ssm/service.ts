import { jsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { ssmAccess } from './access.ts'
import { model } from './model.generated.ts'
import { operations } from './operations/index.ts'
import { Parameters } from './parameters.ts'
import { ssmParameter } from './resources/parameter.ts'
import { ssm } from './name.ts'

export const service = defineService(ssm, {
  start: ({ shelves, nowMs, arn }) =>
    new Parameters(shelves.shelf('parameters'), nowMs, (name) => arn('ssm', `parameter/${name.replace(/^\//, '')}`)),
  serve: (parameters) => serve({ name: 'Systems Manager', model, protocols: [jsonProtocol('AmazonSSM')], operations }, parameters),
  access: ssmAccess,
  resources: [ssmParameter],
})
