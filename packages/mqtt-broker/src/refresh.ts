import type { Connection } from './connection.ts'
import type { Refresh } from './hooks.ts'
import { ReasonCode } from './reason-code.ts'

/** Asks again and again, while the connection is there, whether it may stay; the function returned ends it. */
export function startRefresh(connection: Connection, { everyMs, ask }: Refresh): () => void {
  const { clock } = connection.core
  let cancel = clock.after(everyMs, refresh)
  function refresh(): void {
    // What throws at once counts as what fails later.
    const asked = async () => ask()
    asked().then(
      (refusal) => {
        if (connection.isClosed) return
        if (refusal !== undefined) connection.close(ReasonCode.notAuthorized, 'AUTH_ERROR', refusal)
        else cancel = clock.after(everyMs, refresh)
      },
      (error: unknown) => connection.fail(error),
    )
  }
  return () => cancel()
}
