import { jsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { secretsManagerAccess } from './access.ts'
import { model } from './model.generated.ts'
import { secretsManager } from './name.ts'
import { operations } from './operations/index.ts'
import { secretsManagerSecret } from './resources/secret.ts'
import { Secrets } from './secrets.ts'

export const service = defineService(secretsManager, {
  start: ({ shelves, nowMs, newId }) => new Secrets(shelves.shelf('secrets'), nowMs, newId),
  serve: (secrets) => serve({ name: 'Secrets Manager', model, protocols: [jsonProtocol('secretsmanager')], operations }, secrets),
  access: secretsManagerAccess,
  resources: [secretsManagerSecret],
})
