import type { Clock } from '@keg/mqtt-broker'

/** The longest that a function may take for which a device waits: pre-provisioning-hook.html */
const LIMIT_MS = 5000

/** Rejects where the work has not ended in time. */
export function within<Result>(clock: Clock, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(LIMIT_MS, () => reject(new Error(`no answer within ${LIMIT_MS} ms`)))
    work.finally(cancel).then(resolve, reject)
  })
}
