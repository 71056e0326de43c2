import { operationsOf } from '@keg/aws-service'
import type { MessageMoves } from '../message-moves.ts'
import type { OperationTypes } from '../model.generated.ts'
import type { Sqs } from '../sqs.ts'

/** What operations of SQS work on. */
interface State {
  readonly sqs: Sqs
  readonly moves: MessageMoves
  /** Aborted where the client waits no longer. */
  readonly hungUp: AbortSignal
}

export const operation = operationsOf<OperationTypes, State>()

/** An operation that the engine does, with the input as it came. */
export const byEngine = (name: keyof OperationTypes) => (input: object, { sqs, hungUp }: State) => sqs.answer(name, { ...input }, hungUp)
