import type { SwapStore } from '@keg/store'

/** What the machine of swaps asks for. */
export interface SwapOrder {
  readonly kegId: string
  readonly siteId: string
  readonly alertId: string
  readonly swapId: string
  /** By which the machine is told of the end. It is a key: it goes into the store, and nowhere else. */
  readonly token: string
}

/** What the brewery is told of an order. */
export type KegOrder = Pick<SwapOrder, 'swapId' | 'kegId' | 'siteId'> & { readonly orderedAtMs: number }

/** Who brings full kegs. */
export interface Brewery {
  order(order: KegOrder): Promise<void>
}

/** There is nothing to order: the keg is ordered, or the alert has come before. The machine goes by the name. */
export class AlreadyOrdered extends Error {
  override readonly name = 'AlreadyOrdered'
}

/**
 * Orders a keg: keeps the order with its token, then tells the brewery. Where telling fails it rejects: it is asked again with a newer
 * token, and tells again.
 */
export async function orderSwap(
  { token, ...order }: SwapOrder,
  { swaps, brewery, nowMs }: { readonly swaps: SwapStore; readonly brewery: Brewery; readonly nowMs: () => number },
): Promise<void> {
  const { kegId, siteId, swapId, alertId } = order
  const orderedAtMs = nowMs()
  if (!(await swaps.order({ kegId, siteId, swapId, alertId, orderedAtMs, token })))
    throw new AlreadyOrdered(`${kegId} is ordered already, or was for the alert ${alertId}`)
  await brewery.order({ swapId, kegId, siteId, orderedAtMs })
}
