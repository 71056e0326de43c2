import { operationsOf } from '@keg/aws-service'
import type { OperationTypes } from '../model.generated.ts'
import type { Sns } from '../sns.ts'
import { withEndpoints } from '../endpoints.ts'

/** What operations of SNS work on. */
interface State {
  readonly sns: Sns
  /** The call as it came. */
  readonly form: URLSearchParams
}

export const operation = operationsOf<OperationTypes, State>()

/** What the engine answers to a form, with its own queues named as what they stand for. */
export async function answerOfEngine({ sns, form }: State): Promise<Response> {
  const answered = await sns.answer(form)
  return new Response(withEndpoints(await answered.text(), sns.pushed), { status: answered.status, headers: answered.headers })
}

/** An operation that the engine does, with the form as it came. */
export const byEngine = (_: unknown, state: State): Promise<Response> => answerOfEngine(state)
