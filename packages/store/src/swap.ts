/** A keg that is empty, and the full one that was ordered for it. */
export interface Swap {
  readonly kegId: string
  readonly siteId: string
  readonly swapId: string
  /** The alert that told of the empty keg. */
  readonly alertId: string
  readonly state: 'ordered' | SwapEnd['state']
  readonly orderedAtMs: number
  /** Absent while it is ordered. */
  readonly endedAtMs?: number
  /** Why it failed. */
  readonly reason?: string
}

/** A swap to order, and the token by which whoever waits for the keg is told. */
export interface NewSwap extends Pick<Swap, 'kegId' | 'siteId' | 'swapId' | 'alertId' | 'orderedAtMs'> {
  readonly token: string
}

/** How a swap ends. */
export interface SwapEnd {
  readonly state: 'delivered' | 'failed' | 'timedOut'
  readonly endedAtMs: number
  readonly reason?: string
}

/** After this nobody waits for a keg any more, though no end was kept: who orders waits for two weeks. */
export const SWAP_OVER_MS = 15 * 24 * 3_600_000

/** The last swap of each keg. A token is told by `token` alone, and is gone as the swap ends. */
export interface SwapStore {
  /**
   * Keeps that a keg is ordered, with its token; answers whether it is. It is not where another is ordered already, within
   * {@link SWAP_OVER_MS}, nor for an alert whose swap has ended: that one came twice. Ordering the same swap again keeps its newer token.
   */
  order(swap: NewSwap): Promise<boolean>
  /** The last swap of a keg, `undefined` where there was none. */
  swap(kegId: string): Promise<Swap | undefined>
  /** The token of the keg's swap while it is ordered, else `undefined`. */
  token(kegId: string): Promise<string | undefined>
  /** Keeps how a swap ended; answers whether it was ordered until then. */
  end(kegId: string, swapId: string, end: SwapEnd): Promise<boolean>
}

/** Whether a swap may be ordered after the one that is there. */
export const mayOrder = (last: Swap | undefined, { swapId, alertId, orderedAtMs }: NewSwap): boolean =>
  last === undefined
  || (last.state === 'ordered' ? last.swapId === swapId || last.orderedAtMs < orderedAtMs - SWAP_OVER_MS : last.alertId !== alertId)
