/**
 * Calls what starts at the first call: calls wait, in their order, until it has. `failed` gets what it does not start for, once for each
 * call.
 *
 * @example
 * const metrics = onceStarted(() => ground.start(cloudWatch), log)
 * metrics((started) => started.count('AWS/Lambda', 'Invocations', {}, 1))
 */
export function onceStarted<Running>(
  start: () => Promise<Running>, failed: (error: unknown) => void,
): (call: (running: Running) => void) => void {
  let running: { readonly it: Running } | undefined
  let starting: Promise<Running> | undefined
  return (call) => {
    if (running !== undefined) return call(running.it)
    starting ??= start()
    // A start that has failed is tried again by the next call.
    starting.then((it) => { running = { it }; call(it) }).catch((error: unknown) => { starting = undefined; failed(error) })
  }
}
