import { defineService } from '../../ground/service.ts'
import { Expressions } from './expressions.ts'
import { expressions } from './name.ts'

export const service = defineService(expressions, {
  start: (ground) => new Expressions({ guard: ground, log: (message) => ground.log({ level: 'warn', source: 'cloud', message }) }),
  close: (running) => running.close(),
})
