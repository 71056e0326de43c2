import { jsonProtocol, serve } from '@keg/aws-service'
import type { Ground } from '../../ground/ground.ts'
import { defineService } from '../../ground/service.ts'
import { dynamodb } from '../dynamodb/name.ts'
import type { Expressions } from '../expressions/expressions.ts'
import { expressions } from '../expressions/name.ts'
import type { Lambda } from '../lambda/lambda.ts'
import { lambda } from '../lambda/name.ts'
import { sns } from '../sns/name.ts'
import { sqs } from '../sqs/name.ts'
import { statesAccess } from './access.ts'
import { executionEvents, observers } from './execution-events.ts'
import { model } from './model.generated.ts'
import { stepFunctions } from './name.ts'
import { operations } from './operations/index.ts'
import { stepFunctionsStateMachine } from './resources/state-machine.ts'
import { StepFunctions } from './step-functions.ts'
import { runTask } from './tasks/run-task.ts'
import { executionMetrics } from './vended-metrics.ts'

export const service = defineService(stepFunctions, {
  uses: { expressions, lambda },
  start: (ground, used) => start(ground, used),
  serve: (functions) => serve({ name: 'Step Functions', model, protocols: [jsonProtocol('AWSStepFunctions')], operations }, functions),
  access: statesAccess,
  resources: [stepFunctionsStateMachine],
  resume: (functions) => functions.resume(),
  stop: (functions) => functions.close(),
})

function start(
  ground: Ground, { expressions: languages, lambda: functions }: { readonly expressions: Expressions; readonly lambda: Lambda },
): StepFunctions {
  const { nowMs, newId, random, sleep, shelves, count, emit, log } = ground
  const tasks = { lambda: functions, dynamodb: () => ground.start(dynamodb), sqs: () => ground.start(sqs), sns: () => ground.start(sns) }
  const running: StepFunctions = new StepFunctions({
    nowMs, newId, random, sleep,
    shelf: shelves.shelf('executions'), branches: shelves.shelf('execution-branches'), tasks: shelves.shelf('task-tokens'),
    jsonata: (...asked) => languages.jsonata(...asked),
    observe: observers(executionMetrics(count), executionEvents(emit)),
    task: (resource, input) => runTask(resource, input, { ...tasks, stepFunctions: running }),
    log: (message) => log({ level: 'warn', source: 'states', message }),
  })
  return running
}
