import { operation } from './operation.ts'

export const startMessageMoveTask = operation('StartMessageMoveTask', async (input, { moves }) => ({
  TaskHandle: await moves.begin(input),
}))

export const listMessageMoveTasks = operation('ListMessageMoveTasks', (input, { moves }) => ({ Results: moves.list(input) }))

export const cancelMessageMoveTask = operation('CancelMessageMoveTask', ({ TaskHandle }, { moves }) => ({
  ApproximateNumberOfMessagesMoved: moves.cancel(TaskHandle),
}))

export const listDeadLetterSourceQueues = operation('ListDeadLetterSourceQueues', async ({ QueueUrl }, { moves }) => ({
  queueUrls: await moves.sourcesOf(QueueUrl),
}))
