import { ServiceException } from '@keg/aws-service'
import { describedExecution } from '../execution.ts'
import { operation } from './operation.ts'

export const startExecution = operation('StartExecution', ({ stateMachineArn, input, name }, functions) => {
  const { executionArn, startedAtMs } = functions.start(stateMachineArn, input, name)
  return { executionArn, startDate: startedAtMs / 1000 }
})

export const startSyncExecution = operation('StartSyncExecution', async ({ stateMachineArn, input, name }, functions) => {
  const { type } = functions.machine(stateMachineArn)
  if (type !== 'EXPRESS') throw wrongType()
  const execution = functions.start(stateMachineArn, input, name)
  await execution.ended
  const described = describedExecution(execution)
  return {
    ...described, stopDate: described.stopDate ?? described.startDate,
    billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: 100 },
  }
})

export const describeExecution = operation('DescribeExecution', ({ executionArn }, functions) =>
  describedExecution(functions.execution(executionArn)))

export const stopExecution = operation('StopExecution', ({ executionArn, error, cause }, functions) => {
  const execution = functions.execution(executionArn)
  execution.stop(error, cause)
  return { stopDate: (execution.stoppedAtMs ?? execution.startedAtMs) / 1000 }
})

export const listExecutions = operation('ListExecutions', ({ stateMachineArn, statusFilter }, functions) => {
  const { arn, type } = functions.machine(stateMachineArn ?? '')
  if (type === 'EXPRESS') throw wrongType()
  const wanted = functions.executions(arn).filter(({ status }) => statusFilter === undefined || status === statusFilter)
  return {
    executions: wanted.map(describedExecution).map(({ executionArn, name, status, startDate, stopDate }) => ({
      executionArn, stateMachineArn: arn, name, status, startDate, stopDate,
    })),
  }
})

const wrongType = () =>
  new ServiceException('StateMachineTypeNotSupported', 400, 'This operation is not supported by this type of state machine')
