import { jsonAnswer, jsonInput, ServiceException } from '@keg/aws-service'
import { ownMember } from '../../assembly/own-member.ts'
import { describedExecution } from './execution.ts'
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './send-task.ts'
import type { StateMachine, StepFunctions } from './step-functions.ts'

type Input = Readonly<Record<string, unknown>>

const operations: Readonly<Record<string, (input: Input, functions: StepFunctions) => object | Promise<object>>> = {
  StartExecution: (input, functions) => {
    const { executionArn, startedAtMs } = start(input, functions)
    return { executionArn, startDate: startedAtMs / 1000 }
  },
  StartSyncExecution: startSync,
  DescribeExecution: ({ executionArn }, functions) => describedExecution(functions.execution(String(executionArn))),
  StopExecution: ({ executionArn, error, cause }, functions) => {
    const execution = functions.execution(String(executionArn))
    execution.stop(text(error), text(cause))
    return { stopDate: (execution.stoppedAtMs ?? execution.startedAtMs) / 1000 }
  },
  ListExecutions: ({ stateMachineArn, statusFilter }, functions) => {
    const { arn, type } = functions.machine(String(stateMachineArn))
    if (type === 'EXPRESS') throw new ServiceException('StateMachineTypeNotSupported', 400, 'This operation is not supported by this type of state machine')
    const executions = functions.executions(arn).filter(({ status }) => statusFilter === undefined || status === statusFilter)
    return { executions: executions.map((execution) => brief(describedExecution(execution))) }
  },
  DescribeStateMachine: ({ stateMachineArn }, functions) => {
    const machine = functions.machine(String(stateMachineArn))
    return { ...listed(machine), status: 'ACTIVE', definition: machine.text, roleArn: machine.roleArn }
  },
  ListStateMachines: (_, functions) => ({ stateMachines: functions.machines().map(listed) }),
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
}

/**
 * Answers Step Functions' JSON protocol. Throws `ServiceException`.
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_Operations.html
 */
export async function statesApi(functions: StepFunctions, request: Request): Promise<Response> {
  const operation = (request.headers.get('x-amz-target') ?? '').replace('AWSStepFunctions.', '')
  const run = ownMember(operations, operation)
  if (run === undefined) throw new ServiceException('UnknownOperationException', 400, `Step Functions' ${operation} is not emulated.`)
  return jsonAnswer(await run(await jsonInput(request), functions), '1.0')
}

function start({ stateMachineArn, input, name }: Input, functions: StepFunctions) {
  return functions.start(String(stateMachineArn), text(input), text(name))
}

async function startSync(input: Input, functions: StepFunctions): Promise<object> {
  const { type } = functions.machine(String(input['stateMachineArn']))
  if (type !== 'EXPRESS') throw new ServiceException('StateMachineTypeNotSupported', 400, 'This operation is not supported by this type of state machine')
  const execution = start(input, functions)
  await execution.ended
  return { ...describedExecution(execution), billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: 100 } }
}

function listed({ arn, name, type, createdAtMs }: StateMachine): object {
  return { stateMachineArn: arn, name, type, creationDate: createdAtMs / 1000 }
}

function brief({ executionArn, stateMachineArn, name, status, startDate, stopDate }: Input): object {
  return { executionArn, stateMachineArn, name, status, startDate, stopDate }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
