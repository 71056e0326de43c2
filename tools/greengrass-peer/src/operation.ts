import type * as z from 'zod'
import { invalidArguments } from './ipc-error.ts'
import type { Stream } from './stream.ts'

/** An operation of the service; it answers on the stream, or throws. */
export type Operation = (request: unknown, stream: Stream) => Promise<void>

/** An operation whose request is checked before it runs. */
export function operation<Schema extends z.ZodType>(
  schema: Schema, run: (request: z.output<Schema>, stream: Stream) => void | Promise<void>,
): Operation {
  return async (request, stream) => {
    const checked = schema.safeParse(request)
    if (!checked.success)
      throw invalidArguments(checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
    await run(checked.data, stream)
  }
}
